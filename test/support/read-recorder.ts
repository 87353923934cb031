import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { decodeMessage } from '#protocol/messages/decode-message.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import {
  type DiskIdentity,
  IDENTIFY_HEAD_BYTES,
  IDENTIFY_TAIL_BYTES,
  identifyDisk,
} from '#protocol/recorder/identify.ts';
import { BLOCK_BYTES, ringOffsetBytes } from '#protocol/recorder/layout.ts';
import { assembleRecord, type RingScan, RingScanner } from '#protocol/recorder/scan.ts';
import type { Superblock } from '#protocol/recorder/superblock.ts';

/** What stands on a recorder image. */
export interface RecorderContent {
  superblock: Superblock;
  records: cherub.Record[];
  /** Ring sequences of the first blocks, beside `records`. */
  sequences: bigint[];
  scan: RingScan;
}

/** What a disk image of the host holds, as `identifyDisk` sees it. */
export function identifyImage(file: string): DiskIdentity {
  const diskBytes = statSync(file).size;
  const head = readAt(file, 0, Math.min(IDENTIFY_HEAD_BYTES, diskBytes));
  const tailBytes = Math.min(IDENTIFY_TAIL_BYTES, diskBytes);
  return identifyDisk({ head, tail: readAt(file, diskBytes - tailBytes, tailBytes), diskBytes });
}

/** Reads every complete record of an image, oldest first. @throws Error when it is no recorder, or a record is damaged */
export function readRecorder(file: string): RecorderContent {
  const identity = identifyImage(file);
  if (identity.kind !== 'recorder') throw new Error(`${file} is no recorder but ${identity.kind}`);
  const { superblock } = identity;
  const ring = readAt(file, ringOffsetBytes(superblock, 0), superblock.ringBlocks * BLOCK_BYTES);
  const blockAt = (index: number): Uint8Array =>
    ring.subarray(index * BLOCK_BYTES, (index + 1) * BLOCK_BYTES);
  const scanner = new RingScanner(superblock);
  for (let index = 0; index < superblock.ringBlocks; index += 1) scanner.add(index, blockAt(index));
  const scan = scanner.finish();
  const records = scan.records.map((ref) => {
    const assembled = assembleRecord(superblock, ref, blockAt);
    if (!assembled.ok) throw new Error(`record ${ref.sequence} is ${assembled.problem}`);
    const decoded = decodeMessage(cherub.Record, assembled.bytes);
    if (!decoded.ok) throw new Error(`record ${ref.sequence}: ${decoded.problem}`);
    return decoded.message;
  });
  return { superblock, records, sequences: scan.records.map(({ sequence }) => sequence), scan };
}

function readAt(file: string, offset: number, length: number): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(length);
    readSync(descriptor, bytes, 0, length, offset);
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}
