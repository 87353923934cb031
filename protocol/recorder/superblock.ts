import { crc32c } from '../bytes/crc32c.ts';
import { fromHex, toHex } from '../bytes/hex.ts';
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts';
import { geometryProblem } from './geometry.ts';
import { INSTALL_AREA_FLAG, type InstallArea, isInstallArea, placeInstallArea } from './install-area.ts';
import {
  BLOCK_BYTES,
  type BlockWrite,
  DISK_BYTES_MIN,
  type Geometry,
  MAILBOX_BLOCK,
  RING_BLOCKS_MAX,
  RING_START,
  SUPERBLOCK_A,
  SUPERBLOCK_B,
} from './layout.ts';

/** `CHERUBRD` in ASCII. */
export const SUPERBLOCK_MAGIC = Uint8Array.of(0x43, 0x48, 0x45, 0x52, 0x55, 0x42, 0x52, 0x44);

/** The format that this code writes. A reader takes every minor version of its major version. */
export const FORMAT_MAJOR = 1;
export const FORMAT_MINOR = 0;

/** Longest app name in the superblock, in bytes of UTF-8; it tells a person whose disk this is, nothing else. */
export const APP_NAME_BYTES_MAX = 64;

/** Flags that forbid reading to who does not know them, by bit. None is given out yet. */
const INCOMPATIBLE_FLAGS: ReadonlyMap<number, string> = new Map();

const CHECKSUM_OFFSET = BLOCK_BYTES - 4;

/*
 * Superblock, offsets in bytes:
 *    0  8  magic "CHERUBRD"             48  8  ring start, block
 *    8  2  major version                56  8  ring length, blocks
 *   10  2  minor version                64  8  mailbox block
 *   12  4  compatible flags             72  8  created, µs since 1970 by the creator's clock
 *   16  4  incompatible flags           80  8  install area start, block, or 0
 *   20  4  block size, 4096             88  8  install area length, blocks, or 0
 *   24 16  disk uuid                    96  2  length of the app name
 *   40  8  disk length, blocks          98 64  app name, UTF-8
 *                                     4092  4  CRC32C of bytes 0 to 4091
 */

/** What a superblock says. `createdWallUs` is a number below 2^53; flags are unsigned 32-bit. */
export interface Superblock extends Geometry {
  major: number;
  minor: number;
  compatible: number;
  incompatible: number;
  createdWallUs: number;
  app: string;
  /** Only with its flag, and only where it can be. */
  install?: InstallArea;
}

export type SuperblockProblem =
  | 'too-short'
  | 'no-magic'
  | 'checksum'
  | 'major-version'
  | 'incompatible-flag'
  | 'geometry';

export type SuperblockDecoded =
  | { ok: true; superblock: Superblock }
  | { ok: false; problem: SuperblockProblem; detail: string };

/**
 * The 4,096 bytes of a superblock. A longer app name is cut at a character border.
 * Throws RangeError when `diskUuid` is not 32 hex digits, which is a bug of the caller.
 */
export function encodeSuperblock(s: Superblock): Uint8Array {
  const uuid = fromHex(s.diskUuid);
  if (uuid === undefined || uuid.length !== 16) throw new RangeError('a disk uuid is 32 hex digits');
  const block = new Uint8Array(BLOCK_BYTES);
  const view = new DataView(block.buffer);
  block.set(SUPERBLOCK_MAGIC, 0);
  view.setUint16(8, s.major, true);
  view.setUint16(10, s.minor, true);
  view.setUint32(12, s.compatible, true);
  view.setUint32(16, s.incompatible, true);
  view.setUint32(20, BLOCK_BYTES, true);
  block.set(uuid, 24);
  view.setBigUint64(40, BigInt(s.totalBlocks), true);
  view.setBigUint64(48, BigInt(s.ringStart), true);
  view.setBigUint64(56, BigInt(s.ringBlocks), true);
  view.setBigUint64(64, BigInt(s.mailboxBlock), true);
  view.setBigUint64(72, BigInt(s.createdWallUs), true);
  if (s.install !== undefined) {
    view.setBigUint64(80, BigInt(s.install.start), true);
    view.setBigUint64(88, BigInt(s.install.blocks), true);
  }
  const app = cutUtf8(encodeUtf8(s.app), APP_NAME_BYTES_MAX);
  view.setUint16(96, app.length, true);
  block.set(app, 98);
  view.setUint32(CHECKSUM_OFFSET, crc32c(block.subarray(0, CHECKSUM_OFFSET)), true);
  return block;
}

/**
 * Reads one copy of the superblock. Takes any bytes, never throws. The geometry that it gives is consistent in
 * itself; that the disk is as long as it says is checked by `identifyDisk`.
 */
export function decodeSuperblock(block: Uint8Array): SuperblockDecoded {
  if (block.length < BLOCK_BYTES)
    return refuse('too-short', `${block.length} bytes are no block of ${BLOCK_BYTES}`);
  if (!hasSuperblockMagic(block)) return refuse('no-magic', 'there is no CHERUBRD magic');
  const view = new DataView(block.buffer, block.byteOffset, BLOCK_BYTES);
  if (view.getUint32(CHECKSUM_OFFSET, true) !== crc32c(block.subarray(0, CHECKSUM_OFFSET))) {
    return refuse('checksum', 'the checksum of the superblock does not fit its content');
  }
  const major = view.getUint16(8, true);
  if (major !== FORMAT_MAJOR) {
    return refuse(
      'major-version',
      `the disk has format version ${major}; this program knows version ${FORMAT_MAJOR}`,
    );
  }
  const incompatible = view.getUint32(16, true);
  const flag = unknownFlag(incompatible);
  if (flag !== undefined)
    return refuse('incompatible-flag', `the disk uses format feature ${flag}; this program does not know it`);
  const superblock: Superblock = {
    diskUuid: toHex(block.subarray(24, 40)),
    totalBlocks: Number(view.getBigUint64(40, true)),
    ringStart: Number(view.getBigUint64(48, true)),
    ringBlocks: Number(view.getBigUint64(56, true)),
    mailboxBlock: Number(view.getBigUint64(64, true)),
    major,
    minor: view.getUint16(10, true),
    compatible: view.getUint32(12, true),
    incompatible,
    createdWallUs: Math.min(Number(view.getBigUint64(72, true)), Number.MAX_SAFE_INTEGER),
    app: decodeUtf8(block.subarray(98, 98 + Math.min(view.getUint16(96, true), APP_NAME_BYTES_MAX))),
  };
  const install = { start: Number(view.getBigUint64(80, true)), blocks: Number(view.getBigUint64(88, true)) };
  // A place that cannot be one is as good as none: the records do not depend on it.
  if ((superblock.compatible & INSTALL_AREA_FLAG) !== 0 && isInstallArea(install, superblock)) {
    superblock.install = install;
  }
  const problem = geometryProblem(superblock, view.getUint32(20, true));
  return problem === undefined ? { ok: true, superblock } : refuse('geometry', problem);
}

/** True when the bytes start as a superblock does, whatever comes after. */
export function hasSuperblockMagic(block: Uint8Array): boolean {
  return SUPERBLOCK_MAGIC.every((byte, i) => block[i] === byte);
}

/**
 * What makes a recorder of a disk of `diskBytes`. The writes must reach the disk in the order given, with a flush
 * after each: a cut between them leaves either the old state or the new one. `diskUuid` (32 hex digits) must be new
 * for each format: blocks of an earlier life of the disk are told apart by it. `installBytes`: leave room behind the ring for an
 * install area with as many bytes behind its header; its content is the caller's to write, before these writes.
 */
export function planFormat(o: {
  diskBytes: number;
  diskUuid: string;
  createdWallUs: number;
  app: string;
  installBytes?: number;
}): { ok: true; superblock: Superblock; writes: BlockWrite[] } | { ok: false; detail: string } {
  if (!/^[0-9a-f]{32}$/.test(o.diskUuid) || /^0*$/.test(o.diskUuid)) {
    return { ok: false, detail: 'a disk uuid is 32 lower-case hex digits and not zero' };
  }
  if (!(o.diskBytes >= DISK_BYTES_MIN)) {
    return {
      ok: false,
      detail: `a recorder disk needs at least ${DISK_BYTES_MIN} bytes; this one has ${o.diskBytes}`,
    };
  }
  const totalBlocks = Math.floor(o.diskBytes / BLOCK_BYTES);
  const install = o.installBytes === undefined ? undefined : placeInstallArea(totalBlocks, o.installBytes);
  if (o.installBytes !== undefined && install === undefined) {
    return { ok: false, detail: `the disk is too small for an install area of ${o.installBytes} bytes` };
  }
  const ringEnd = install?.start ?? totalBlocks;
  const superblock: Superblock = {
    diskUuid: o.diskUuid,
    totalBlocks,
    ringStart: RING_START,
    ringBlocks: Math.min(ringEnd - RING_START, RING_BLOCKS_MAX),
    mailboxBlock: MAILBOX_BLOCK,
    major: FORMAT_MAJOR,
    minor: FORMAT_MINOR,
    compatible: install === undefined ? 0 : INSTALL_AREA_FLAG,
    incompatible: 0,
    createdWallUs: o.createdWallUs,
    app: decodeUtf8(cutUtf8(encodeUtf8(o.app), APP_NAME_BYTES_MAX)),
    ...(install === undefined ? {} : { install }),
  };
  const bytes = encodeSuperblock(superblock);
  const writes = [SUPERBLOCK_A, SUPERBLOCK_B].map((block) => ({ offsetBytes: block * BLOCK_BYTES, bytes }));
  return { ok: true, superblock, writes };
}

/**
 * What to write when `identifyDisk` said that copy `bad` is damaged: the good copy, byte by byte, so that fields of
 * a later minor version survive. `head` is what `identifyDisk` was given.
 */
export function planRepair(o: { head: Uint8Array; bad: 'A' | 'B' }): BlockWrite[] {
  const good = (o.bad === 'A' ? SUPERBLOCK_B : SUPERBLOCK_A) * BLOCK_BYTES;
  const bytes = o.head.slice(good, good + BLOCK_BYTES);
  if (!decodeSuperblock(bytes).ok) return [];
  return [{ offsetBytes: (o.bad === 'A' ? SUPERBLOCK_A : SUPERBLOCK_B) * BLOCK_BYTES, bytes }];
}

function refuse(problem: SuperblockProblem, detail: string): SuperblockDecoded {
  return { ok: false, problem, detail };
}

function unknownFlag(flags: number): string | undefined {
  for (let bit = 0; bit < 32; bit += 1) {
    if ((flags >>> bit) & 1 && !INCOMPATIBLE_FLAGS.has(bit)) return `bit ${bit} of the incompatible flags`;
  }
  return undefined;
}

function cutUtf8(bytes: Uint8Array, bytesMax: number): Uint8Array {
  let end = Math.min(bytes.length, bytesMax);
  while (end < bytes.length && end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}
