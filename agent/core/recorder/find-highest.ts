import { RingRecovery } from '#protocol/recorder/append.ts';
import { BLOCK_HEADER_BYTES, decodeSequence, uuidCheck } from '#protocol/recorder/block.ts';
import { BLOCK_BYTES, type Geometry, ringIndexOf } from '#protocol/recorder/layout.ts';
import { DISK_IO_BYTES_MAX } from './disk-port.ts';

const CHUNK_BLOCKS = DISK_IO_BYTES_MAX / BLOCK_BYTES;

/** Reads `count` blocks of the ring from an index on; at most DISK_IO_BYTES_MAX, never beyond the end of the ring. */
export type ReadRing = (firstIndex: number, count: number) => Promise<Uint8Array>;

/**
 * The highest sequence in a ring, `undefined` when there is none. Sequences grow with the index up to the newest block, and
 * what stands behind it is one lap older: so a dozen reads find it, where reading all of the ring would keep the first
 * record of a guest that boots waiting. When what follows does not look older, or the start of the ring tells
 * nothing, everything is read. A damaged stretch of more than 32 blocks can still lead it to a block below the highest:
 * the look before each write finds that out as soon as it matters.
 */
export async function findHighest(geometry: Geometry, read: ReadRing): Promise<bigint | undefined> {
  return (await bisect(geometry, read)) ?? (await scan(geometry, read));
}

async function bisect(geometry: Geometry, read: ReadRing): Promise<bigint | undefined> {
  const check = uuidCheck(geometry);
  const sequenceAt = async (index: number): Promise<bigint | undefined> => {
    const decoded = decodeSequence(check, await read(index, 1));
    return decoded.ok && ringIndexOf(geometry, decoded.sequence) === index ? decoded.sequence : undefined;
  };
  // The first sequence is 1, so that index 0 stays empty through the first lap.
  let newest = 0;
  let first = await sequenceAt(newest);
  if (first === undefined) {
    newest = 1;
    first = await sequenceAt(newest);
  }
  if (first === undefined) return undefined;
  let highest = first;
  for (let end = geometry.ringBlocks; end - newest > 1; ) {
    const middle = newest + Math.floor((end - newest) / 2);
    const sequence = await sequenceAt(middle);
    if (sequence !== undefined && sequence >= first) {
      newest = middle;
      highest = sequence;
    } else end = middle;
  }
  const behind = Math.min(CHUNK_BLOCKS, geometry.ringBlocks - newest - 1);
  const recovery = new RingRecovery(geometry);
  if (behind > 0) addAll(recovery, newest + 1, await read(newest + 1, behind));
  return (recovery.finish().highestSequence ?? 0n) > highest ? undefined : highest;
}

async function scan(geometry: Geometry, read: ReadRing): Promise<bigint | undefined> {
  const recovery = new RingRecovery(geometry);
  // From the end to the start: see RingRecovery.add.
  for (let end = geometry.ringBlocks; end > 0; end -= CHUNK_BLOCKS) {
    const first = Math.max(0, end - CHUNK_BLOCKS);
    addAll(recovery, first, await read(first, end - first));
  }
  return recovery.finish().highestSequence;
}

function addAll(recovery: RingRecovery, first: number, bytes: Uint8Array): void {
  for (let i = bytes.length / BLOCK_BYTES - 1; i >= 0; i -= 1) {
    recovery.add(first + i, bytes.subarray(i * BLOCK_BYTES, i * BLOCK_BYTES + BLOCK_HEADER_BYTES));
  }
}
