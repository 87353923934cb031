import assert from 'node:assert/strict';
import { RingRecovery, RingWriter } from '#protocol/recorder/append.ts';
import { BLOCK_HEADER_BYTES } from '#protocol/recorder/block.ts';
import { BLOCK_BYTES, type Geometry, ringOffsetBytes } from '#protocol/recorder/layout.ts';
import { assembleRecord, type RecordRef, type RingScan, RingScanner } from '#protocol/recorder/scan.ts';
import type { FakeDisk } from '#test/support/fake-disk.ts';

export const BOOT_ID = '00112233445566778899aabbccddeeff';
export const RUN_ID = 7;

/** A ring that is far smaller than a real one may be, so that it is lapped within a few records. */
export function smallRing(ringBlocks: number): Geometry {
  return {
    diskUuid: '0123456789abcdef0123456789abcdef',
    totalBlocks: 32 + ringBlocks,
    ringStart: 32,
    ringBlocks,
    mailboxBlock: 24,
  };
}

/** A record whose content follows from a number. */
export function recordOf(number: number, lengthBytes: number): Uint8Array {
  return Uint8Array.from({ length: lengthBytes }, (_, i) => (number * 31 + i * 7 + (i >>> 8)) & 0xff);
}

export function readRing(g: Geometry, disk: FakeDisk, ringIndex: number): Uint8Array {
  return disk.read(ringOffsetBytes(g, ringIndex), BLOCK_BYTES);
}

export function scanDisk(g: Geometry, disk: FakeDisk): RingScan {
  const scanner = new RingScanner(g);
  for (let i = 0; i < g.ringBlocks; i += 1) scanner.add(i, readRing(g, disk, i));
  return scanner.finish();
}

/** The bytes of all records, oldest first; each must be readable. */
export function readRecords(g: Geometry, disk: FakeDisk): Uint8Array[] {
  return scanDisk(g, disk).records.map((ref) => readRecord(g, disk, ref));
}

export function readRecord(g: Geometry, disk: FakeDisk, ref: RecordRef): Uint8Array {
  const assembled = assembleRecord(g, ref, (i) => readRing(g, disk, i));
  assert.ok(assembled.ok, `record ${ref.sequence} is there and cannot be read`);
  return assembled.bytes;
}

/** A writer that starts on what the disk holds, as the agent does it: from the headers alone. */
export function startWriter(g: Geometry, disk: FakeDisk): RingWriter {
  const recovery = new RingRecovery(g);
  for (let i = 0; i < g.ringBlocks; i += 1)
    recovery.add(i, readRing(g, disk, i).subarray(0, BLOCK_HEADER_BYTES));
  return RingWriter.recover(g, recovery.finish());
}

/** Appends one record by the rules; gives the writer to go on with, another one when the ring had to be scanned. */
export function append(g: Geometry, disk: FakeDisk, writer: RingWriter, record: Uint8Array): RingWriter {
  const plan = writer.plan({ record, bootId: BOOT_ID, runId: RUN_ID });
  assert.ok(plan.ok);
  if (writer.check(plan.targets.map((i) => readRing(g, disk, i))) === 'rescan') {
    return append(g, disk, startWriter(g, disk), record);
  }
  for (const write of plan.writes) disk.write(write.offsetBytes, write.bytes);
  disk.flush();
  writer.commit();
  return writer;
}
