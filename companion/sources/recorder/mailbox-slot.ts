import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import {
  BLOCK_BYTES,
  type Geometry,
  SEQUENCE_END,
  SUPERBLOCK_A,
  SUPERBLOCK_B,
} from '#protocol/recorder/layout.ts';
import { decodeMailbox, encodeMailbox } from '#protocol/recorder/mailbox.ts';
import { decodeSuperblock } from '#protocol/recorder/superblock.ts';
import { ALIGNMENT, alignedPart } from './aligned-part.ts';
import type { DiskCache } from './disk-file.ts';

/** A recorder disk in good order, as the source found it. */
export interface MailboxDisk {
  readonly path: string;
  readonly cache: DiskCache;
  readonly geometry: Geometry;
}

/**
 * Puts a request into the slot of a recorder disk, with a sequence above the one that stands there. The disk is opened
 * for this alone, and it is looked at first: the one block that the host ever writes must not end up on anything else.
 * Settles when the bytes are on the disk. Throws Error with one line for people.
 */
export async function writeMailbox(disk: MailboxDisk, request: Uint8Array): Promise<void> {
  const { path, cache, geometry } = disk;
  const direct = cache === 'direct' ? constants.O_DIRECT : 0;
  // Synchronous, because a guest past this host's cache, or on another path to the disk, must see it soon.
  const flags = constants.O_RDWR | constants.O_NONBLOCK | constants.O_DSYNC | direct;
  const handle = await open(path, flags);
  try {
    const room = new Uint8Array(BLOCK_BYTES + ALIGNMENT);
    const part = cache === 'direct' ? await alignedPart(handle, room, path) : room;
    const block = part.subarray(0, BLOCK_BYTES);
    if (!(await isStillThere(handle, block, geometry))) throw new Error(`${path} is another disk now`);
    const at = geometry.mailboxBlock * BLOCK_BYTES;
    await readBlock(handle, block, at);
    block.set(
      encodeMailbox({ diskUuid: geometry.diskUuid, sequence: nextSequence(block, geometry), request }),
    );
    const { bytesWritten } = await handle.write(block, 0, BLOCK_BYTES, at);
    if (bytesWritten !== BLOCK_BYTES) throw new Error(`${path}: the mailbox was written in part only`);
  } finally {
    await handle.close();
  }
}

async function isStillThere(handle: FileHandle, block: Uint8Array, geometry: Geometry): Promise<boolean> {
  for (const copy of [SUPERBLOCK_A, SUPERBLOCK_B]) {
    await readBlock(handle, block, copy * BLOCK_BYTES);
    const decoded = decodeSuperblock(block);
    if (decoded.ok && decoded.superblock.diskUuid === geometry.diskUuid) return true;
  }
  return false;
}

async function readBlock(handle: FileHandle, block: Uint8Array, at: number): Promise<void> {
  const { bytesRead } = await handle.read(block, 0, BLOCK_BYTES, at);
  block.fill(0, bytesRead);
}

/** A slot that is not good counts as empty; a guest that wrote the last number there makes it start anew. */
function nextSequence(block: Uint8Array, geometry: Geometry): bigint {
  const found = decodeMailbox(block, geometry);
  const next = found.kind === 'request' ? found.sequence + 1n : 1n;
  return next < SEQUENCE_END ? next : 1n;
}
