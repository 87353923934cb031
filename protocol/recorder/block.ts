import { crc32c } from '../bytes/crc32c.ts';
import { fromHex, toHex } from '../bytes/hex.ts';
import { isAllZero } from '../bytes/is-all-zero.ts';
import { BLOCK_BYTES, type Geometry, RECORD_BYTES_MAX, SEQUENCE_END } from './layout.ts';

/*
 * Block of the ring, offsets in bytes:
 *    0  4  magic "CHB1"                 40  4  run id of the agent
 *    4  1  version, 1                   44  2  fragment index, from 0
 *    5  3  reserved, 0                  46  2  fragment count, from 1
 *    8  8  last 8 bytes of disk uuid    48  4  length of the record
 *   16  8  sequence                     52  4  length of the payload
 *   24 16  boot id                      56  4  CRC32C of the record
 *                                       60  4  CRC32C of bytes 0 to 59
 *   64 4028  payload, then zeros
 * 4092  4  CRC32C of bytes 0 to 59 and then 64 to 4091
 *
 * The header has its own CRC for two reasons: a writer that starts needs only the sequence numbers, and reading
 * 64 bytes of each block instead of 4,096 is what lets it write within its first second; and a reader can tell
 * a write that was cut (header good, block bad) from noise. The CRC of the block leaves that of the header out: a CRC
 * over bytes that end with their own CRC is the same for all bytes, so it would not tie the payload to its header.
 */

export const BLOCK_HEADER_BYTES = 64;
export const PAYLOAD_BYTES_MAX = BLOCK_BYTES - BLOCK_HEADER_BYTES - 4;
/** Most blocks of one record. */
export const FRAGMENTS_MAX = Math.ceil(RECORD_BYTES_MAX / PAYLOAD_BYTES_MAX);

const MAGIC = 0x31424843; // "CHB1"
const VERSION = 1;
const HEADER_CHECKSUM_OFFSET = 60;
const CHECKSUM_OFFSET = BLOCK_BYTES - 4;

export interface BlockHeader {
  /** From 1, below SEQUENCE_END; grows by one from block to block over the whole life of the disk. */
  sequence: bigint;
  /** 32 lower-case hex digits: /proc/sys/kernel/random/boot_id of the guest. */
  bootId: string;
  runId: number;
  fragmentIndex: number;
  fragmentCount: number;
  recordBytes: number;
  payloadBytes: number;
  /** CRC32C of the whole record; fragments of two records never pass for one. */
  recordChecksum: number;
}

/**
 * - `empty`: nothing but zeros where the header would be
 * - `stale`: a good header of an earlier life of this disk
 * - `torn`: the header is good, the block is not: a write was cut, or is under way
 * - `invalid`: anything else
 */
export type BlockProblem = 'empty' | 'stale' | 'torn' | 'invalid';

export type HeaderDecoded =
  | { ok: true; header: BlockHeader }
  | { ok: false; problem: Exclude<BlockProblem, 'torn'> };

export type BlockDecoded =
  | { ok: true; header: BlockHeader; payload: Uint8Array }
  | { ok: false; problem: 'torn'; header: BlockHeader }
  | { ok: false; problem: Exclude<BlockProblem, 'torn'> };

/**
 * One block of 4,096 bytes. `payload` has at most PAYLOAD_BYTES_MAX bytes and `h.payloadBytes` of them.
 * Throws RangeError for ids that are no hex of the right length, which is a bug of the caller.
 */
export function encodeBlock(geometry: Geometry, h: BlockHeader, payload: Uint8Array): Uint8Array {
  const bootId = fromHex(h.bootId);
  if (bootId?.length !== 16) throw new RangeError('a boot id is 32 hex digits');
  const block = new Uint8Array(BLOCK_BYTES);
  const view = new DataView(block.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint8(4, VERSION);
  block.set(uuidCheck(geometry), 8);
  view.setBigUint64(16, h.sequence, true);
  block.set(bootId, 24);
  view.setUint32(40, h.runId, true);
  view.setUint16(44, h.fragmentIndex, true);
  view.setUint16(46, h.fragmentCount, true);
  view.setUint32(48, h.recordBytes, true);
  view.setUint32(52, h.payloadBytes, true);
  view.setUint32(56, h.recordChecksum, true);
  const headerChecksum = crc32c(block.subarray(0, HEADER_CHECKSUM_OFFSET));
  view.setUint32(HEADER_CHECKSUM_OFFSET, headerChecksum, true);
  block.set(payload, BLOCK_HEADER_BYTES);
  view.setUint32(CHECKSUM_OFFSET, blockChecksum(block, headerChecksum), true);
  return block;
}

/** Reads a header from the first 64 bytes of a block (more may follow). Takes any bytes, never throws. */
export function decodeHeader(geometry: Geometry, bytes: Uint8Array): HeaderDecoded {
  const decoded = decodeSequence(uuidCheck(geometry), bytes);
  if (!decoded.ok) return decoded;
  const view = new DataView(bytes.buffer, bytes.byteOffset, BLOCK_HEADER_BYTES);
  const header: BlockHeader = {
    sequence: decoded.sequence,
    bootId: toHex(bytes.subarray(24, 40)),
    runId: view.getUint32(40, true),
    fragmentIndex: view.getUint16(44, true),
    fragmentCount: view.getUint16(46, true),
    recordBytes: view.getUint32(48, true),
    payloadBytes: view.getUint32(52, true),
    recordChecksum: view.getUint32(56, true),
  };
  return isConsistent(header) ? { ok: true, header } : { ok: false, problem: 'invalid' };
}

/**
 * Only the sequence number of a header whose checksum is good. This is all that a starting writer needs, and it
 * costs it a third of `decodeHeader`. `check` is `uuidCheck` of the disk.
 */
export function decodeSequence(
  check: Uint8Array,
  bytes: Uint8Array,
): { ok: true; sequence: bigint } | { ok: false; problem: Exclude<BlockProblem, 'torn'> } {
  if (bytes.length < BLOCK_HEADER_BYTES) return { ok: false, problem: 'invalid' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, BLOCK_HEADER_BYTES);
  if (view.getUint32(0, true) !== MAGIC)
    return { ok: false, problem: isZeroHeader(view) ? 'empty' : 'invalid' };
  const checksum = crc32c(bytes.subarray(0, HEADER_CHECKSUM_OFFSET));
  if (view.getUint32(HEADER_CHECKSUM_OFFSET, true) !== checksum) return { ok: false, problem: 'invalid' };
  for (let i = 0; i < check.length; i += 1)
    if (bytes[8 + i] !== check[i]) return { ok: false, problem: 'stale' };
  const sequence = view.getBigUint64(16, true);
  const sound = view.getUint8(4) === VERSION && sequence > 0n && sequence < SEQUENCE_END;
  return sound ? { ok: true, sequence } : { ok: false, problem: 'invalid' };
}

/** Reads a whole block. Takes any bytes, never throws. `payload` is a view into `block`, not a copy. */
export function decodeBlock(geometry: Geometry, block: Uint8Array): BlockDecoded {
  if (block.length < BLOCK_BYTES) return { ok: false, problem: 'invalid' };
  const decoded = decodeHeader(geometry, block);
  // Zeros where the header would be and something after them: a first write that lost its first sector.
  if (!decoded.ok && decoded.problem === 'empty' && !isAllZero(block))
    return { ok: false, problem: 'invalid' };
  if (!decoded.ok) return decoded;
  const view = new DataView(block.buffer, block.byteOffset, BLOCK_BYTES);
  const headerChecksum = view.getUint32(HEADER_CHECKSUM_OFFSET, true);
  if (view.getUint32(CHECKSUM_OFFSET, true) !== blockChecksum(block, headerChecksum)) {
    return { ok: false, problem: 'torn', header: decoded.header };
  }
  const end = BLOCK_HEADER_BYTES + decoded.header.payloadBytes;
  return { ok: true, header: decoded.header, payload: block.subarray(BLOCK_HEADER_BYTES, end) };
}

/** How many blocks a record of this length takes. */
export function fragmentCountOf(recordBytes: number): number {
  return Math.ceil(recordBytes / PAYLOAD_BYTES_MAX);
}

/** The length of one fragment's payload: all but the last are full. */
export function fragmentBytesOf(recordBytes: number, index: number): number {
  return Math.min(PAYLOAD_BYTES_MAX, recordBytes - index * PAYLOAD_BYTES_MAX);
}

/** The first sequence of the record that this block belongs to. */
export function recordStart(header: BlockHeader): bigint {
  return header.sequence - BigInt(header.fragmentIndex);
}

/** A header that a writer of this version can have made: every field follows from the record's length. */
function isConsistent(h: BlockHeader): boolean {
  return (
    h.recordBytes > 0 &&
    h.recordBytes <= RECORD_BYTES_MAX &&
    h.fragmentCount === fragmentCountOf(h.recordBytes) &&
    h.fragmentIndex < h.fragmentCount &&
    h.payloadBytes === fragmentBytesOf(h.recordBytes, h.fragmentIndex) &&
    h.sequence > BigInt(h.fragmentIndex) &&
    h.sequence < SEQUENCE_END
  );
}

function blockChecksum(block: Uint8Array, headerChecksum: number): number {
  return crc32c(block.subarray(BLOCK_HEADER_BYTES, CHECKSUM_OFFSET), headerChecksum);
}

function isZeroHeader(view: DataView): boolean {
  for (let i = 0; i < BLOCK_HEADER_BYTES; i += 4) if (view.getUint32(i, true) !== 0) return false;
  return true;
}

/**
 * What ties a block to one life of a disk: the last 8 bytes of its uuid.
 * Throws RangeError when the uuid is not 32 hex digits; a decoded superblock always has them.
 */
export function uuidCheck(geometry: Pick<Geometry, 'diskUuid'>): Uint8Array {
  const uuid = fromHex(geometry.diskUuid);
  if (uuid?.length !== 16) throw new RangeError('a disk uuid is 32 hex digits');
  return uuid.subarray(8);
}
