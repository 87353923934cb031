import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RingWriter } from '#protocol/recorder/append.ts';
import { type FollowEvent, RingFollower } from '#protocol/recorder/follow.ts';
import { BLOCK_BYTES, type BlockWrite, ringOffsetBytes } from '#protocol/recorder/layout.ts';
import { FakeDisk } from '#test/support/fake-disk.ts';
import { append, BOOT_ID, readRing, recordOf, smallRing, startWriter } from './ring-kit.ts';

const g = smallRing(24);

/** A disk, its writer, and a reader that follows it. */
class Bench {
  readonly disk = new FakeDisk(g.totalBlocks * BLOCK_BYTES);
  writer = startWriter(g, this.disk);
  reads = 0;

  write(...numbers: number[]): void {
    for (const n of numbers) this.writer = append(g, this.disk, this.writer, recordOf(n, 100));
  }

  writeLong(n: number, lengthBytes: number): void {
    this.writer = append(g, this.disk, this.writer, recordOf(n, lengthBytes));
  }

  /** The writes of the next record, not yet sent. */
  planned(n: number, lengthBytes: number): BlockWrite[] {
    const plan = this.writer.plan({ record: recordOf(n, lengthBytes), bootId: BOOT_ID, runId: 1 });
    assert.ok(plan.ok);
    return plan.writes;
  }

  send(...writes: (BlockWrite | undefined)[]): void {
    for (const write of writes) if (write !== undefined) this.disk.poke(write.offsetBytes, write.bytes);
  }

  poll(follower: RingFollower, polls = 1): FollowEvent[] {
    const events: FollowEvent[] = [];
    for (let n = 0; n < polls; n += 1) {
      follower.beginPoll();
      for (let i = follower.nextBlock(); i !== undefined; i = follower.nextBlock()) {
        this.reads += 1;
        events.push(...follower.take(readRing(g, this.disk, i)));
      }
    }
    return events;
  }
}

function records(events: readonly FollowEvent[]): Uint8Array[] {
  return events.flatMap((event) => (event.kind === 'record' ? [event.bytes] : []));
}

function kinds(events: readonly FollowEvent[]): string[] {
  return events.map((event) => event.kind);
}

function numbered(...numbers: number[]): Uint8Array[] {
  return numbers.map((n) => recordOf(n, 100));
}

test('what is there comes first, then each record once as it is written', () => {
  const bench = new Bench();
  bench.write(1, 2);
  const follower = new RingFollower(g);
  assert.deepEqual(records(bench.poll(follower)), numbered(1, 2));
  assert.deepEqual(bench.poll(follower), []);
  bench.write(3);
  assert.deepEqual(records(bench.poll(follower)), numbered(3));
  bench.write(4, 5, 6);
  assert.deepEqual(records(bench.poll(follower)), numbered(4, 5, 6));
  assert.deepEqual(bench.poll(follower, 100), []);
});

test('a poll without news reads four blocks', () => {
  const bench = new Bench();
  bench.write(1, 2, 3);
  const follower = new RingFollower(g);
  bench.poll(follower);
  bench.reads = 0;
  bench.poll(follower, 10);
  assert.equal(bench.reads, 40);
});

test('an empty disk is followed from its first record', () => {
  const bench = new Bench();
  const follower = new RingFollower(g);
  assert.deepEqual(kinds(bench.poll(follower)), ['scanned']);
  bench.poll(follower, 5);
  bench.writeLong(1, 10_000);
  assert.deepEqual(records(bench.poll(follower)), [recordOf(1, 10_000)]);
});

test('a reader can pass over what is there, or go on where it was before its own restart', () => {
  const bench = new Bench();
  bench.write(1, 2, 3);
  const newest = new RingFollower(g, 'newest');
  assert.deepEqual(kinds(bench.poll(newest)), ['scanned']);
  const cursor = newest.cursor;
  assert.ok(cursor);
  bench.write(4, 5);
  assert.deepEqual(records(bench.poll(newest)), numbered(4, 5));
  const resumed = new RingFollower(g, cursor);
  assert.deepEqual(records(bench.poll(resumed)), numbered(4, 5));
  assert.deepEqual(resumed.cursor, newest.cursor);
});

test('a cursor that was overwritten meanwhile gives what is left, and how many blocks are not', () => {
  const bench = new Bench();
  bench.write(1, 2);
  const first = new RingFollower(g);
  bench.poll(first);
  assert.ok(first.cursor);
  for (let n = 3; n <= 40; n += 1) bench.write(n);
  const events = bench.poll(new RingFollower(g, first.cursor));
  assert.deepEqual(kinds(events).slice(0, 2), ['scanned', 'overtaken']);
  assert.deepEqual(events[1], { kind: 'overtaken', blocks: 14n });
  assert.equal(records(events).length, 24);
});

test('a cursor of another history counts as a start at the oldest', () => {
  const bench = new Bench();
  bench.write(1, 2, 3);
  const follower = new RingFollower(g, { sequence: 2n, blocks: 1, checksum: 123 });
  assert.deepEqual(records(bench.poll(follower)), numbered(1, 2, 3));
  const ahead = bench.poll(new RingFollower(g, { sequence: 90n, blocks: 1, checksum: 5 }));
  assert.deepEqual(kinds(ahead), ['scanned', 'went-back', 'record', 'record', 'record']);
});

test('a reader that was lapped says how many blocks it lost and gets the rest', () => {
  const bench = new Bench();
  bench.write(1, 2);
  const follower = new RingFollower(g);
  bench.poll(follower);
  for (let n = 3; n <= 60; n += 1) bench.write(n);
  const events = bench.poll(follower);
  assert.deepEqual(kinds(events).slice(0, 2), ['scanned', 'overtaken']);
  assert.deepEqual(events[1], { kind: 'overtaken', blocks: 34n });
  assert.deepEqual(records(events).at(-1), recordOf(60, 100));
  assert.equal(records(events).length, 24);
});

test('a record under way is waited for, in whatever order its blocks arrive', () => {
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
  ]) {
    const bench = new Bench();
    bench.write(1);
    const follower = new RingFollower(g);
    bench.poll(follower);
    const writes = bench.planned(2, 10_000);
    for (const n of order.slice(0, 2)) {
      bench.send(writes[n]);
      // Not even a scan: parts of the awaited record are no news.
      assert.deepEqual(bench.poll(follower, 60), []);
    }
    bench.send(writes[order[2] ?? 0]);
    assert.deepEqual(records(bench.poll(follower)), [recordOf(2, 10_000)], `order ${order.join()}`);
  }
});

test('a reader that starts over a record under way waits for it as well', () => {
  const bench = new Bench();
  bench.write(1);
  const writes = bench.planned(2, 10_000);
  bench.send(writes[0], writes[2]);
  const follower = new RingFollower(g);
  assert.deepEqual(records(bench.poll(follower, 30)), numbered(1));
  bench.send(writes[1]);
  assert.deepEqual(records(bench.poll(follower)), [recordOf(2, 10_000)]);
});

test('a block read in the middle of its write is read again', () => {
  const bench = new Bench();
  bench.write(1);
  const follower = new RingFollower(g);
  bench.poll(follower);
  const [write] = bench.planned(2, 4028);
  assert.ok(write);
  bench.send({ offsetBytes: write.offsetBytes, bytes: write.bytes.subarray(0, 1024) });
  assert.deepEqual(records(bench.poll(follower, 3)), []);
  bench.send(write);
  assert.deepEqual(records(bench.poll(follower)), [recordOf(2, 4028)]);
});

test('a hole that a dead writer left is passed once newer records stand behind it', () => {
  const bench = new Bench();
  bench.write(1);
  const follower = new RingFollower(g);
  bench.poll(follower);
  const writes = bench.planned(2, 60_000);
  bench.send(writes.at(-1));
  bench.writer = startWriter(g, bench.disk);
  bench.write(3, 4);
  assert.deepEqual(records(bench.poll(follower, 40)), numbered(3, 4));
  bench.write(5);
  assert.deepEqual(records(bench.poll(follower)), numbered(5));
});

test('a disk that was set back is told, and its new records come even under old sequences', () => {
  const bench = new Bench();
  bench.write(1, 2, 3);
  const image = bench.disk.image();
  bench.write(4, 5, 6);
  const follower = new RingFollower(g);
  bench.poll(follower);
  bench.disk.restore(image);
  bench.writer = startWriter(g, bench.disk);
  bench.write(7);
  const events = bench.poll(follower);
  assert.deepEqual(kinds(events), ['scanned', 'went-back', 'record']);
  assert.deepEqual(events[1], { kind: 'went-back', from: 6n, to: 4n });
  assert.deepEqual(records(events), numbered(7));
});

test('a disk that was emptied is told', () => {
  const bench = new Bench();
  bench.write(1, 2, 3);
  const follower = new RingFollower(g);
  bench.poll(follower);
  bench.disk.restore(new Uint8Array(bench.disk.diskBytes));
  assert.deepEqual(bench.poll(follower)[1], { kind: 'went-back', from: 3n, to: 0n });
});

test('a block that cannot be read costs its record only as long as it cannot be read', () => {
  const bench = new Bench();
  bench.write(1, 2, 3);
  const follower = new RingFollower(g);
  follower.beginPoll();
  const events: FollowEvent[] = [];
  for (let i = follower.nextBlock(), reads = 0; i !== undefined; i = follower.nextBlock(), reads += 1) {
    events.push(...follower.take(reads === 25 ? new Uint8Array(0) : readRing(g, bench.disk, i)));
  }
  assert.deepEqual(kinds(events), ['scanned', 'record', 'lost', 'record']);
  bench.disk.poke(ringOffsetBytes(g, 3), new Uint8Array(BLOCK_BYTES));
  assert.deepEqual(records(bench.poll(follower)), numbered(2));
});

test('a guest that forces a scan with every poll gets them further and further apart', () => {
  const bench = new Bench();
  bench.write(1, 2, 3);
  const follower = new RingFollower(g);
  bench.poll(follower);
  const images = [bench.disk.image()];
  bench.write(4, 5);
  images.push(bench.disk.image());
  let scans = 0;
  for (let n = 0; n < 1000; n += 1) {
    bench.disk.restore(images[n % 2] ?? new Uint8Array(0));
    scans += bench.poll(follower).filter((event) => event.kind === 'scanned').length;
  }
  assert.ok(scans < 30, `${scans} scans`);
});

test('whatever the writer does, every record that stands on the disk is given, each once', () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 20_000 }).map((l) => ({ kind: 'write', l }) as const) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 40_000 }), fc.array(fc.boolean(), { minLength: 1, maxLength: 11 }))
        .map(([l, arrived]) => ({ kind: 'die', l, arrived }) as const),
    },
    { weight: 4, arbitrary: fc.constant({ kind: 'poll' } as const) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const bench = new Bench();
      const follower = new RingFollower(g);
      const given: Uint8Array[] = [];
      let written = 0;
      for (const each of steps) {
        written += 1;
        if (each.kind === 'poll') given.push(...records(bench.poll(follower)));
        else if (each.kind === 'write') bench.writeLong(written, each.l);
        else {
          const writes = bench.planned(written, each.l);
          bench.send(...writes.filter((_, n) => each.arrived[n % each.arrived.length]));
          bench.writer = startWriter(g, bench.disk);
        }
      }
      bench.write(written + 1);
      // As many polls as a paced scan may take to be allowed again.
      given.push(...records(bench.poll(follower, 200)));
      const texts = given.map((bytes) => Buffer.from(bytes).toString('latin1'));
      assert.equal(new Set(texts).size, texts.length, 'a record was given twice');
      const there = records(bench.poll(new RingFollower(g)));
      for (const record of there) assert.ok(texts.includes(Buffer.from(record).toString('latin1')));
    }),
    { numRuns: 200 },
  );
});

test('any bytes on the disk are taken without an error, and every poll ends', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(23), fc.nat(4000), fc.uint8Array({ maxLength: 64 })), { maxLength: 20 }),
      (noise) => {
        const bench = new Bench();
        for (let n = 0; n < 10; n += 1) bench.writeLong(n, 1 + n * 1000);
        const follower = new RingFollower(g);
        for (const [i, at, bytes] of noise) {
          bench.disk.poke(ringOffsetBytes(g, i) + at, bytes);
          bench.poll(follower);
        }
      },
    ),
  );
});

test('a recovered writer far ahead is found by the slow look at all blocks', () => {
  const bench = new Bench();
  bench.write(1);
  const follower = new RingFollower(g);
  bench.poll(follower);
  bench.writer = RingWriter.recover(g, { highestSequence: 21n });
  bench.write(2);
  assert.deepEqual(records(bench.poll(follower, 30)), numbered(2));
});
