/*
 * The recorder disk: a raw virtual disk without a filesystem, cut into blocks of 4,096 bytes. All numbers are
 * little endian. Normative text: docs/specs/recorder-disk.md.
 *
 *   block 0        superblock, copy A
 *   block 16       superblock, copy B: the same bytes, 64 KiB later, so that a partition table or a mkfs that
 *                  was written over the start still leaves one
 *   block 24       mailbox: one request from the host to the guest
 *   block 32 …     ring: blocks from the guest to the host
 *
 * Where a block of the ring stands follows from its sequence number alone: index = sequence mod ringBlocks.
 * No pointer is stored, so none can be wrong; the newest block is the one with the highest sequence that stands
 * at its own place. (docs/decisions/0010)
 */

export const BLOCK_BYTES = 4096;

/** What a disk can tear a write into, by the interface that every virtual disk promises. */
export const SECTOR_BYTES = 512;

/** Longest record. Bounds what a reader must hold to put one together. */
export const RECORD_BYTES_MAX = 65536;

/** A ring below this size would be overwritten by a few long records. */
export const DISK_BYTES_MIN = 1024 * 1024;

/** Bounds the time of a scan and the memory of a reader (1 GiB of ring); what is beyond it on a disk stays unused. */
export const RING_BLOCKS_MAX = 262_144;

export const SUPERBLOCK_A = 0;
export const SUPERBLOCK_B = 16;
export const MAILBOX_BLOCK = 24;
export const RING_START = 32;

/** Fewest blocks of a ring: what the smallest disk has. */
export const RING_BLOCKS_MIN = DISK_BYTES_MIN / BLOCK_BYTES - RING_START;

/**
 * Sequence numbers start at 1 and stay below this, so that adding to one can never overflow 64 bits. At a thousand
 * blocks a second it lasts for 146 million years.
 */
export const SEQUENCE_END = 2n ** 62n;

/** Where things are on one disk. All in blocks, except `diskUuid`: 32 lower-case hex digits. */
export interface Geometry {
  diskUuid: string;
  totalBlocks: number;
  ringStart: number;
  ringBlocks: number;
  mailboxBlock: number;
}

/** Bytes to be written at a place of the disk; always whole blocks. */
export interface BlockWrite {
  offsetBytes: number;
  bytes: Uint8Array;
}

/** The index in the ring at which the block with this sequence number stands. */
export function ringIndexOf(geometry: Geometry, sequence: bigint): number {
  return Number(sequence % BigInt(geometry.ringBlocks));
}

/** Where a ring index is on the disk, in bytes. */
export function ringOffsetBytes(geometry: Geometry, ringIndex: number): number {
  return (geometry.ringStart + ringIndex) * BLOCK_BYTES;
}
