import {
  type DiskIdentity,
  IDENTIFY_HEAD_BYTES,
  IDENTIFY_TAIL_BYTES,
  identifyDisk,
} from '#protocol/recorder/identify.ts';
import { BLOCK_BYTES } from '#protocol/recorder/layout.ts';
import type { Superblock } from '#protocol/recorder/superblock.ts';
import type { DiskFile } from './disk-file.ts';

/** What stands on a disk; the file must read IDENTIFY_HEAD_BYTES at once. Throws what the system says. */
export async function identifyFile(file: DiskFile): Promise<DiskIdentity> {
  const head = (await file.read(0, IDENTIFY_HEAD_BYTES)).slice();
  const start = Math.max(0, file.diskBytes - IDENTIFY_TAIL_BYTES);
  const aligned = start - (start % BLOCK_BYTES);
  const tail = (await file.read(aligned, IDENTIFY_TAIL_BYTES)).slice(
    Math.min(start - aligned, IDENTIFY_TAIL_BYTES),
  );
  return identifyDisk({ head, tail, diskBytes: file.diskBytes });
}

/** The superblock to read records by: also of a disk that somebody else has written to since, as evidence. */
export function readableSuperblock(identity: DiskIdentity): Superblock | undefined {
  switch (identity.kind) {
    case 'recorder':
      return identity.superblock;
    case 'foreign':
    case 'unknown':
      return identity.remains;
    case 'damaged':
    case 'unsupported':
    case 'zero-head':
      return undefined;
  }
}

/** What is on the disk, in one line for people; empty for a recorder in good order. */
export function describeIdentity(identity: DiskIdentity): string {
  switch (identity.kind) {
    case 'recorder':
      return identity.repaired === undefined ? '' : `copy ${identity.repaired} of its superblock is damaged`;
    case 'foreign':
      return `there is a ${identity.signature} on it${identity.remains ? ', and below it the remains of a recorder' : ''}`;
    case 'unknown':
      return identity.remains
        ? 'somebody has written over its start; the remains of a recorder are below'
        : 'it is not blank and holds nothing that is known';
    case 'damaged':
    case 'unsupported':
      return identity.detail;
    case 'zero-head':
      return 'it is blank: no agent has adopted it, and it was not made by cherub disk create';
  }
}
