import {
  BLOCK_BYTES,
  type Geometry,
  MAILBOX_BLOCK,
  RING_BLOCKS_MAX,
  RING_BLOCKS_MIN,
  SUPERBLOCK_A,
  SUPERBLOCK_B,
} from './layout.ts';

/** Largest disk whose offsets in bytes are still exact numbers. */
const TOTAL_BLOCKS_MAX = Number.MAX_SAFE_INTEGER / BLOCK_BYTES;

/**
 * Why a geometry that was read from a disk must not be used, or `undefined`. After this every offset that follows
 * from it is an exact number, inside `totalBlocks`, and meets neither a superblock nor the mailbox.
 */
export function geometryProblem(g: Geometry, blockBytes: number): string | undefined {
  if (blockBytes !== BLOCK_BYTES) return `the block size is ${blockBytes}, not ${BLOCK_BYTES}`;
  if (/^0*$/.test(g.diskUuid)) return 'the disk uuid is zero';
  if (!(g.totalBlocks <= TOTAL_BLOCKS_MAX)) return `a length of ${g.totalBlocks} blocks is impossible`;
  if (g.ringBlocks < RING_BLOCKS_MIN || g.ringBlocks > RING_BLOCKS_MAX) {
    return `the ring has ${g.ringBlocks} blocks; ${RING_BLOCKS_MIN} to ${RING_BLOCKS_MAX} are possible`;
  }
  if (g.ringStart <= SUPERBLOCK_B || g.ringStart + g.ringBlocks > g.totalBlocks) {
    return `the ring (blocks ${g.ringStart} to ${g.ringStart + g.ringBlocks - 1}) does not fit the disk (${g.totalBlocks} blocks)`;
  }
  const inRing = g.mailboxBlock >= g.ringStart && g.mailboxBlock < g.ringStart + g.ringBlocks;
  if (
    inRing ||
    g.mailboxBlock === SUPERBLOCK_A ||
    g.mailboxBlock === SUPERBLOCK_B ||
    g.mailboxBlock >= g.totalBlocks
  ) {
    return `the mailbox cannot be in block ${g.mailboxBlock}; it belongs into block ${MAILBOX_BLOCK}`;
  }
  return undefined;
}
