import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts';
import { BLOCK_BYTES, DISK_BYTES_MIN, RING_BLOCKS_MIN, RING_START } from './layout.ts';

/*
 * Install area: blocks behind the ring that hold the agent's executable, so that one disk is all that a guest needs.
 * The first block is text that a shell script can read; the gzip of the file follows. Only the host writes it.
 */

/** Compatible flag: fields 80 and 88 of the superblock name an install area. */
export const INSTALL_AREA_FLAG = 1;

/** What programs look at for foreign signatures stays free of the payload, whatever a compressor makes of it. */
const TAIL_BLOCKS = 32;

const MAGIC = 'CHERUB-INSTALL/1';

/** Where the area is, in blocks. */
export interface InstallArea {
  start: number;
  blocks: number;
}

/** What the first block says. */
export interface InstallHeader {
  /** Length of the gzip behind the block. */
  packedBytes: number;
  /** SHA-256 of the gzip, lower-case hex. */
  packedSha256: string;
  /** Length of the file itself. */
  bytes: number;
}

/**
 * Where an area for `packedBytes` goes on a disk: at its end, but for the part that is searched for signatures.
 * `undefined` when too little would be left for the ring.
 */
export function placeInstallArea(totalBlocks: number, packedBytes: number): InstallArea | undefined {
  const blocks = 1 + Math.ceil(packedBytes / BLOCK_BYTES);
  const start = totalBlocks - TAIL_BLOCKS - blocks;
  return start - RING_START >= RING_BLOCKS_MIN ? { start, blocks } : undefined;
}

/** The smallest disk, in bytes, on which an area for `packedBytes` and the smallest ring fit. */
export function diskBytesFor(packedBytes: number): number {
  return DISK_BYTES_MIN + (1 + Math.ceil(packedBytes / BLOCK_BYTES) + TAIL_BLOCKS) * BLOCK_BYTES;
}

/** Whether a place read from a disk can be one: behind the ring and within the disk. */
export function isInstallArea(
  area: InstallArea,
  g: { readonly ringStart: number; readonly ringBlocks: number; readonly totalBlocks: number },
): boolean {
  return (
    area.blocks >= 2 &&
    area.start >= g.ringStart + g.ringBlocks &&
    area.start <= g.totalBlocks &&
    area.blocks <= g.totalBlocks - area.start
  );
}

/** The first block: lines of text, then newlines to its end. */
export function formatInstallHeader(header: InstallHeader): Uint8Array {
  const lines = [
    MAGIC,
    `packed-bytes=${header.packedBytes}`,
    `packed-sha256=${header.packedSha256}`,
    `bytes=${header.bytes}`,
    '',
  ];
  const block = new Uint8Array(BLOCK_BYTES).fill(0x0a);
  block.set(encodeUtf8(lines.join('\n')));
  return block;
}

/** Reads the first block; `undefined` when it is none. Takes any bytes, never throws. */
export function parseInstallHeader(block: Uint8Array, area: InstallArea): InstallHeader | undefined {
  const text = decodeUtf8(block.subarray(0, BLOCK_BYTES));
  const found =
    /^CHERUB-INSTALL\/1\npacked-bytes=(\d{1,15})\npacked-sha256=([0-9a-f]{64})\nbytes=(\d{1,15})\n/.exec(
      text,
    );
  if (found === null) return undefined;
  const packedBytes = Number(found[1]);
  if (packedBytes > (area.blocks - 1) * BLOCK_BYTES) return undefined;
  return { packedBytes, packedSha256: found[2] ?? '', bytes: Number(found[3]) };
}
