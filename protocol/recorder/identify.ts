import { isAllZero } from '../bytes/is-all-zero.ts';
import { decodeBlock } from './block.ts';
import { type DiskWindow, findForeign } from './foreign.ts';
import { BLOCK_BYTES, RING_START, SUPERBLOCK_A, SUPERBLOCK_B } from './layout.ts';
import {
  decodeSuperblock,
  hasSuperblockMagic,
  type Superblock,
  type SuperblockDecoded,
} from './superblock.ts';

/** How much to read from the start of a disk, and from its end; of a smaller disk, all of it for both. */
export const IDENTIFY_HEAD_BYTES = RING_START * BLOCK_BYTES;
export const IDENTIFY_TAIL_BYTES = 131_072;

/**
 * What a disk is. A program may write to it only when it is a `recorder`, or when it is `zero-head`, the rest of
 * it is zero as well, and its owner allows the adoption.
 *
 * `remains`: one good superblock of ours is still there although somebody else has written to the disk. Records
 * may be read from it as evidence; writing would destroy what is there now.
 */
export type DiskIdentity =
  | {
      kind: 'recorder';
      superblock: Superblock;
      /** The copy that is not what it should be; see planRepair. */
      repaired?: 'A' | 'B';
    }
  | { kind: 'foreign'; signature: string; remains?: Superblock }
  | { kind: 'damaged'; detail: string }
  | { kind: 'unsupported'; detail: string }
  | { kind: 'zero-head' }
  | { kind: 'unknown'; remains?: Superblock };

/**
 * Says what is on a disk, by content alone. `head` is its first IDENTIFY_HEAD_BYTES, `tail` its last
 * IDENTIFY_TAIL_BYTES; they may overlap. Takes any bytes, never throws.
 */
export function identifyDisk(o: { head: Uint8Array; tail: Uint8Array; diskBytes: number }): DiskIdentity {
  const a = decodeSuperblock(blockOf(o.head, SUPERBLOCK_A));
  const b = decodeSuperblock(blockOf(o.head, SUPERBLOCK_B));
  const newer = newerFormat(a);
  if (newer !== undefined) return { kind: 'unsupported', detail: newer };
  const good = a.ok ? a : b;
  if (good.ok) return identifyOurs(o, good.superblock, a, b);
  const signature = findForeign(openWindow(o, () => false));
  if (signature !== undefined) return { kind: 'foreign', signature };
  const newerB = newerFormat(b);
  if (newerB !== undefined) return { kind: 'unsupported', detail: newerB };
  const damage = damageOf(a) ?? damageOf(b);
  if (damage !== undefined) return { kind: 'damaged', detail: damage };
  const tooShort = o.head.length < Math.min(IDENTIFY_HEAD_BYTES, o.diskBytes) || o.head.length === 0;
  return !tooShort && isAllZero(o.head) && isAllZero(o.tail) ? { kind: 'zero-head' } : { kind: 'unknown' };
}

function identifyOurs(
  o: { head: Uint8Array; tail: Uint8Array; diskBytes: number },
  superblock: Superblock,
  a: SuperblockDecoded,
  b: SuperblockDecoded,
): DiskIdentity {
  const needed = superblock.totalBlocks * BLOCK_BYTES;
  if (needed > o.diskBytes) {
    return {
      kind: 'damaged',
      detail: `the superblock speaks of ${needed} bytes, the disk has only ${o.diskBytes}`,
    };
  }
  const ours = new Set([superblock.mailboxBlock]);
  if (a.ok) ours.add(SUPERBLOCK_A);
  if (b.ok) ours.add(SUPERBLOCK_B);
  // What a guest put into a record must not pass for a signature.
  const isOurs = (block: number, bytes: Uint8Array) => {
    if (ours.has(block)) return true;
    if (block < superblock.ringStart) return false;
    const decoded = decodeBlock(superblock, bytes);
    return decoded.ok || decoded.problem === 'torn';
  };
  const signature = findForeign(openWindow(o, isOurs));
  if (signature !== undefined) return { kind: 'foreign', signature, remains: superblock };
  if (!a.ok) {
    return isDamageOnly(o.head)
      ? { kind: 'recorder', superblock, repaired: 'A' }
      : { kind: 'unknown', remains: superblock };
  }
  const same = b.ok && equalBytes(blockOf(o.head, SUPERBLOCK_A), blockOf(o.head, SUPERBLOCK_B));
  return same ? { kind: 'recorder', superblock } : { kind: 'recorder', superblock, repaired: 'B' };
}

/**
 * Whether a disk with a bad copy A looks like ours with a fault, and not like something else that was written over
 * its start: copy A was wiped or still begins with our magic, and the unused blocks are still zero.
 */
function isDamageOnly(head: Uint8Array): boolean {
  const a = blockOf(head, SUPERBLOCK_A);
  if (!hasSuperblockMagic(a) && !isAllZero(a)) return false;
  return isAllZero(head.subarray((SUPERBLOCK_A + 1) * BLOCK_BYTES, SUPERBLOCK_B * BLOCK_BYTES));
}

/** Gives bytes of head and tail by their place on the disk, but none of a block that `isOurs` claims. */
function openWindow(
  o: { head: Uint8Array; tail: Uint8Array; diskBytes: number },
  isOurs: (block: number, bytes: Uint8Array) => boolean,
): DiskWindow {
  const tailStart = o.diskBytes - o.tail.length;
  const slice = (offset: number, length: number): Uint8Array | undefined => {
    if (offset < 0) return undefined;
    if (offset + length <= o.head.length) return o.head.subarray(offset, offset + length);
    const inTail = offset - tailStart;
    return inTail >= 0 && inTail + length <= o.tail.length
      ? o.tail.subarray(inTail, inTail + length)
      : undefined;
  };
  const hidden = new Map<number, boolean>();
  const isHidden = (block: number) => {
    const known = hidden.get(block);
    if (known !== undefined) return known;
    const whole = slice(block * BLOCK_BYTES, BLOCK_BYTES);
    const answer = whole !== undefined && isOurs(block, whole);
    hidden.set(block, answer);
    return answer;
  };
  const at = (offset: number, length: number) =>
    isHidden(Math.floor(offset / BLOCK_BYTES)) ? undefined : slice(offset, length);
  return { diskBytes: o.diskBytes, at };
}

/** Why a copy that is whole must be left to a newer program. */
function newerFormat(decoded: SuperblockDecoded): string | undefined {
  if (decoded.ok) return undefined;
  return decoded.problem === 'major-version' || decoded.problem === 'incompatible-flag'
    ? decoded.detail
    : undefined;
}

/** What is wrong with a copy that begins with our magic. */
function damageOf(decoded: SuperblockDecoded): string | undefined {
  if (decoded.ok) return undefined;
  return decoded.problem === 'checksum' || decoded.problem === 'geometry' ? decoded.detail : undefined;
}

function blockOf(head: Uint8Array, block: number): Uint8Array {
  return head.subarray(block * BLOCK_BYTES, (block + 1) * BLOCK_BYTES);
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
