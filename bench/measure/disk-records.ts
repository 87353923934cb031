import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { decodeMessage } from '#protocol/messages/decode-message.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { BLOCK_BYTES, type Geometry } from '#protocol/recorder/layout.ts';
import { assembleRecord, RingScanner } from '#protocol/recorder/scan.ts';
import { decodeSuperblock } from '#protocol/recorder/superblock.ts';

/**
 * Every complete record of a recorder disk, oldest first; none while the disk is not adopted yet.
 * @param file the raw image, also while a guest writes to it
 */
export function readDiskRecords(file: string): cherub.Record[] {
  const fd = openSync(file, 'r');
  try {
    if (fstatSync(fd).size < BLOCK_BYTES) return [];
    const head = decodeSuperblock(readBlock(fd, 0));
    return head.ok ? readRing(fd, head.superblock) : [];
  } finally {
    closeSync(fd);
  }
}

function readRing(fd: number, geometry: Geometry): cherub.Record[] {
  const readRingBlock = (index: number): Uint8Array => readBlock(fd, geometry.ringStart + index);
  const scanner = new RingScanner(geometry);
  for (let index = 0; index < geometry.ringBlocks; index += 1) scanner.add(index, readRingBlock(index));
  const records: cherub.Record[] = [];
  for (const ref of scanner.finish().records) {
    const assembled = assembleRecord(geometry, ref, readRingBlock);
    const decoded = assembled.ok ? decodeMessage(cherub.Record, assembled.bytes) : undefined;
    if (decoded?.ok) records.push(decoded.message);
  }
  return records;
}

function readBlock(fd: number, block: number): Uint8Array {
  const bytes = new Uint8Array(BLOCK_BYTES);
  readSync(fd, bytes, 0, BLOCK_BYTES, block * BLOCK_BYTES);
  return bytes;
}
