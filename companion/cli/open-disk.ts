import { IDENTIFY_HEAD_BYTES } from '#protocol/recorder/identify.ts';
import { BLOCK_BYTES } from '#protocol/recorder/layout.ts';
import type { Superblock } from '#protocol/recorder/superblock.ts';
import { type DiskCache, DiskFile } from '../sources/recorder/disk-file.ts';
import { WINDOW_BLOCKS } from '../sources/recorder/disk-follower.ts';
import { describeIdentity, identifyFile, readableSuperblock } from '../sources/recorder/identify-file.ts';
import { CliError } from './cli-error.ts';

/** Bytes of one read. */
export const READ_BYTES_MAX = Math.max(WINDOW_BLOCKS * BLOCK_BYTES, IDENTIFY_HEAD_BYTES);

/** Opens a disk for reading; throws CliError. */
export async function openDisk(path: string, cache: DiskCache): Promise<DiskFile> {
  try {
    return await DiskFile.open(path, cache, READ_BYTES_MAX);
  } catch (error) {
    throw new CliError(error instanceof Error ? error.message : String(error), 1);
  }
}

/** The superblock by which the records of a disk can be read; throws CliError when there is none. */
export async function requireSuperblock(file: DiskFile, warn: (line: string) => void): Promise<Superblock> {
  const identity = await identifyFile(file);
  const superblock = readableSuperblock(identity);
  const remark = describeIdentity(identity);
  if (superblock === undefined) throw new CliError(`${file.path}: ${remark}`, 1);
  if (remark !== '') warn(`${file.path}: ${remark}`);
  return superblock;
}
