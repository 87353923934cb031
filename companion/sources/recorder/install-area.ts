import { createHash } from 'node:crypto';
import { parseInstallHeader } from '#protocol/recorder/install-area.ts';
import { BLOCK_BYTES } from '#protocol/recorder/layout.ts';
import type { Superblock } from '#protocol/recorder/superblock.ts';
import type { DiskFile } from './disk-file.ts';

const READ_BYTES = 65_536;

/** What the install area of a disk holds. */
export interface InstallReport {
  /** Of the executable itself. */
  readonly bytes: number;
  readonly packedBytes: number;
  readonly packedSha256: string;
  /** Whether the area holds what its header says. */
  readonly whole: boolean;
}

/** Reads the install area; null when the disk has none. @throws what the system says */
export async function inspectInstallArea(
  file: DiskFile,
  superblock: Superblock,
  signal: AbortSignal,
): Promise<InstallReport | null> {
  const area = superblock.install;
  if (area === undefined) return null;
  const header = parseInstallHeader(await file.read(area.start * BLOCK_BYTES, BLOCK_BYTES), area);
  if (header === undefined) return { bytes: 0, packedBytes: 0, packedSha256: '', whole: false };
  const hash = createHash('sha256');
  const first = (area.start + 1) * BLOCK_BYTES;
  for (let at = 0; at < header.packedBytes; at += READ_BYTES) {
    signal.throwIfAborted();
    const chunk = await file.read(first + at, READ_BYTES);
    hash.update(chunk.subarray(0, header.packedBytes - at));
  }
  return { ...header, whole: hash.digest('hex') === header.packedSha256 };
}
