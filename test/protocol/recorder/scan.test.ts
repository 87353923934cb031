import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BLOCK_BYTES, ringOffsetBytes, SECTOR_BYTES } from '#protocol/recorder/layout.ts';
import { assembleRecord, RingScanner } from '#protocol/recorder/scan.ts';
import { FakeDisk } from '#test/support/fake-disk.ts';
import { append, readRecords, readRing, recordOf, scanDisk, smallRing, startWriter } from './ring-kit.ts';

const g = smallRing(24);

function diskWith(lengths: readonly number[]): FakeDisk {
  const disk = new FakeDisk(g.totalBlocks * BLOCK_BYTES);
  let writer = startWriter(g, disk);
  lengths.forEach((length, n) => {
    writer = append(g, disk, writer, recordOf(n, length));
  });
  return disk;
}

test('an empty ring has no records and no sequence', () => {
  const scan = scanDisk(g, diskWith([]));
  assert.deepEqual(scan.records, []);
  assert.equal(scan.highestSequence, undefined);
  assert.equal(scan.pending, undefined);
  assert.equal(scan.empty, 24);
});

test('records of every length come back in order, also across the end of the ring', () => {
  const lengths = [1, 4027, 4028, 4029, 8056, 8057, 65_536, 30_000, 3, 3];
  const written = lengths.map((length, n) => recordOf(n, length));
  const found = readRecords(g, diskWith(lengths));
  assert.deepEqual(found, written.slice(-found.length));
  // 8 + 1 + 1 blocks at the end fit beside 14 of the 17 blocks before them, which are therefore gone.
  assert.equal(found.length, 3);
});

test('the order in which blocks are added does not matter', () => {
  const disk = diskWith([100, 9000, 200, 20_000, 65_536, 5, 6]);
  const expected = scanDisk(g, disk);
  const indexes = Array.from({ length: g.ringBlocks }, (_, i) => i);
  fc.assert(
    fc.property(fc.shuffledSubarray(indexes, { minLength: 24 }), (order) => {
      const scanner = new RingScanner(g);
      for (const i of order) scanner.add(i, readRing(g, disk, i));
      assert.deepEqual(scanner.finish(), expected);
    }),
  );
});

test('a block that is added twice counts once, with what was read last', () => {
  const disk = diskWith([10, 20]);
  const scanner = new RingScanner(g);
  for (let i = 0; i < g.ringBlocks; i += 1) scanner.add(i, new Uint8Array(BLOCK_BYTES).fill(9));
  for (let i = 0; i < g.ringBlocks; i += 1) scanner.add(i, readRing(g, disk, i));
  assert.deepEqual(scanner.finish(), scanDisk(g, disk));
});

test('what is wrong with a block is counted by kind, and costs no good record', () => {
  const disk = diskWith([10, 20, 30]);
  const first = readRing(g, disk, 1);
  const torn = readRing(g, disk, 2);
  torn.fill(1, 3000, 3100);
  disk.poke(ringOffsetBytes(g, 2), torn);
  disk.poke(ringOffsetBytes(g, 10), new Uint8Array(BLOCK_BYTES).fill(0xa5));
  disk.poke(ringOffsetBytes(g, 11), first);
  const stale = diskWith([10]);
  const other = { ...g, diskUuid: 'f'.repeat(32) };
  append(other, stale, startWriter(other, stale), recordOf(0, 1));
  disk.poke(ringOffsetBytes(g, 12), readRing(g, stale, 1));
  const scan = scanDisk(g, disk);
  assert.deepEqual([scan.torn, scan.invalid, scan.misplaced, scan.stale, scan.empty], [1, 1, 1, 1, 18]);
  assert.deepEqual(
    scan.records.map((ref) => ref.lengthBytes),
    [10, 30],
  );
  assert.equal(scan.incomplete, 1);
});

test('a record without one of its blocks is incomplete in the middle and pending at the end', () => {
  const disk = diskWith([10, 9000, 20, 9000]);
  disk.poke(ringOffsetBytes(g, 3), new Uint8Array(BLOCK_BYTES));
  disk.poke(ringOffsetBytes(g, 6), new Uint8Array(BLOCK_BYTES));
  const scan = scanDisk(g, disk);
  assert.equal(scan.incomplete, 1);
  assert.deepEqual(scan.pending, { sequence: 6n, blocks: 3 });
  assert.equal(scan.highestSequence, 8n);
});

test('the rest of a record that had to make room for newer ones is not called incomplete', () => {
  const scan = scanDisk(g, diskWith([65_536, 65_536]));
  assert.equal(scan.incomplete, 0);
  assert.equal(scan.records.length, 1);
});

test('fragments of two records with the same sequences never make one', () => {
  const one = diskWith([9000]);
  const two = new FakeDisk(g.totalBlocks * BLOCK_BYTES);
  append(g, two, startWriter(g, two), recordOf(5, 9000));
  one.poke(ringOffsetBytes(g, 2), readRing(g, two, 2));
  const scan = scanDisk(g, one);
  assert.deepEqual(scan.records, []);
});

test('a record that was overwritten or damaged after the scan is told as that', () => {
  const disk = diskWith([10, 9000]);
  const [, long] = scanDisk(g, disk).records;
  assert.ok(long);
  const read = (i: number) => readRing(g, disk, i);
  assert.ok(assembleRecord(g, long, read).ok);
  assert.deepEqual(
    assembleRecord(g, long, () => new Uint8Array(0)),
    { ok: false, problem: 'damaged' },
  );
  disk.poke(ringOffsetBytes(g, 3), new Uint8Array(SECTOR_BYTES).fill(7));
  assert.deepEqual(assembleRecord(g, long, read), { ok: false, problem: 'damaged' });
  let writer = startWriter(g, disk);
  for (let n = 0; n < 24; n += 1) writer = append(g, disk, writer, recordOf(n, 5));
  assert.deepEqual(assembleRecord(g, long, read), { ok: false, problem: 'overwritten' });
});

test('any bytes in every block are taken without an error', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(30), fc.uint8Array({ maxLength: 80 })), { maxLength: 10 }),
      (patches) => {
        const disk = diskWith([10, 9000, 20_000]);
        for (const [i, noise] of patches) if (i < 24) disk.poke(ringOffsetBytes(g, i), noise);
        const scan = scanDisk(g, disk);
        for (const ref of scan.records) assembleRecord(g, ref, (i) => readRing(g, disk, i));
      },
    ),
  );
  const scanner = new RingScanner(g);
  for (const i of [-1, 24, 1e9, Number.NaN]) scanner.add(i, new Uint8Array(BLOCK_BYTES));
  assert.equal(scanner.finish().empty, 0);
});
