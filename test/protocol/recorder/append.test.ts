import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RingRecovery, RingWriter } from '#protocol/recorder/append.ts';
import { BLOCK_BYTES, RECORD_BYTES_MAX, ringOffsetBytes, SEQUENCE_END } from '#protocol/recorder/layout.ts';
import { FakeDisk } from '#test/support/fake-disk.ts';
import {
  append,
  BOOT_ID,
  RUN_ID,
  readRecords,
  readRing,
  recordOf,
  scanDisk,
  smallRing,
  startWriter,
} from './ring-kit.ts';

const g = smallRing(24);
const ids = { bootId: BOOT_ID, runId: RUN_ID };

function emptyDisk(): FakeDisk {
  return new FakeDisk(g.totalBlocks * BLOCK_BYTES);
}

test('a plan names the blocks to look at in the order of its writes', () => {
  const writer = RingWriter.recover(g, { highestSequence: 22n });
  const plan = writer.plan({ record: recordOf(0, 10_000), ...ids });
  assert.ok(plan.ok);
  assert.deepEqual(plan.targets, [23, 0, 1]);
  assert.equal(plan.sequence, 23n);
  assert.deepEqual(
    plan.writes.map((write) => write.offsetBytes),
    plan.targets.map((i) => ringOffsetBytes(g, i)),
  );
});

test('an empty record, one that is too long, and one beyond the last sequence are refused in words', () => {
  const writer = RingWriter.recover(g, { highestSequence: undefined });
  assert.match(JSON.stringify(writer.plan({ record: new Uint8Array(0), ...ids })), /empty/);
  const long = new Uint8Array(RECORD_BYTES_MAX + 1);
  assert.match(JSON.stringify(writer.plan({ record: long, ...ids })), /65537 bytes is longer than 65536/);
  assert.ok(writer.plan({ record: new Uint8Array(RECORD_BYTES_MAX), ...ids }).ok);
  const last = RingWriter.recover(g, { highestSequence: SEQUENCE_END - 2n });
  assert.match(JSON.stringify(last.plan({ record: new Uint8Array(1), ...ids })), /format it again/);
});

test('the writer goes on above a torn block, from headers alone', () => {
  const disk = emptyDisk();
  const writer = append(g, disk, startWriter(g, disk), recordOf(0, 10));
  const plan = writer.plan({ record: recordOf(1, 10), ...ids });
  assert.ok(plan.ok);
  for (const { offsetBytes, bytes } of plan.writes) disk.write(offsetBytes, bytes);
  disk.crash((nth) => nth === 0);
  assert.equal(scanDisk(g, disk).torn, 1);
  const next = recordOf(2, 4000);
  assert.equal(startWriter(g, disk).nextSequence, 3n);
  append(g, disk, startWriter(g, disk), next);
  assert.deepEqual(readRecords(g, disk).at(-1), next);
});

test('a writer whose memory was set back finds the newer blocks and goes on above them', () => {
  const disk = emptyDisk();
  let writer = startWriter(g, disk);
  for (let n = 0; n < 10; n += 1) writer = append(g, disk, writer, recordOf(n, 50));
  const old = RingWriter.recover(g, { highestSequence: 4n });
  const plan = old.plan({ record: recordOf(99, 50), ...ids });
  assert.ok(plan.ok);
  assert.equal(old.check(plan.targets.map((i) => readRing(g, disk, i))), 'rescan');
  append(g, disk, old, recordOf(99, 50));
  assert.equal(readRecords(g, disk).length, 11);
  assert.equal(scanDisk(g, disk).highestSequence, 11n);
});

test('two writers on one disk take turns and lose nothing', () => {
  const disk = emptyDisk();
  let one = startWriter(g, disk);
  let two = startWriter(g, disk);
  for (let n = 0; n < 10; n += 1) {
    one = append(g, disk, one, recordOf(2 * n, 50));
    two = append(g, disk, two, recordOf(2 * n + 1, 50));
  }
  assert.deepEqual(
    readRecords(g, disk),
    Array.from({ length: 20 }, (_, n) => recordOf(n, 50)),
  );
});

test('after an abandoned record the same sequences are used again, unless its blocks are there', () => {
  const disk = emptyDisk();
  const writer = startWriter(g, disk);
  assert.ok(writer.plan({ record: recordOf(0, 9000), ...ids }).ok);
  writer.abandon();
  assert.equal(writer.nextSequence, 1n);
  const plan = writer.plan({ record: recordOf(1, 9000), ...ids });
  assert.ok(plan.ok);
  const [, second] = plan.writes;
  assert.ok(second);
  disk.write(second.offsetBytes, second.bytes);
  writer.abandon();
  append(g, disk, writer, recordOf(2, 9000));
  assert.deepEqual(readRecords(g, disk), [recordOf(2, 9000)]);
  assert.equal(scanDisk(g, disk).highestSequence, 5n);
});

test('what stands at a target but not at its own place, or belongs to another life, does not stop the writer', () => {
  const disk = emptyDisk();
  append(g, disk, RingWriter.recover(g, { highestSequence: 100n }), recordOf(0, 5));
  const misplaced = readRing(g, disk, Number(101n % 24n));
  const stale = emptyDisk();
  append(
    { ...g, diskUuid: 'e'.repeat(32) },
    stale,
    RingWriter.recover(g, { highestSequence: 1n }),
    recordOf(0, 5),
  );
  const writer = RingWriter.recover(g, { highestSequence: undefined });
  for (const block of [
    misplaced,
    readRing(g, stale, 2),
    new Uint8Array(0),
    new Uint8Array(BLOCK_BYTES).fill(255),
  ]) {
    assert.ok(writer.plan({ record: recordOf(0, 5), ...ids }).ok);
    assert.equal(writer.check([block]), 'ok');
  }
});

test('commit and abandon without a plan change nothing', () => {
  const writer = RingWriter.recover(g, { highestSequence: 5n });
  writer.commit();
  writer.abandon();
  assert.equal(writer.check([]), 'ok');
  assert.equal(writer.nextSequence, 6n);
});

test('a recovery ignores blocks that do not stand at their own place', () => {
  const disk = emptyDisk();
  append(g, disk, RingWriter.recover(g, { highestSequence: 100n }), recordOf(0, 5));
  const block = readRing(g, disk, Number(101n % 24n));
  const recovery = new RingRecovery(g);
  recovery.add(0, block);
  assert.equal(recovery.finish().highestSequence, undefined);
  recovery.add(Number(101n % 24n), block);
  assert.equal(recovery.finish().highestSequence, 101n);
});
