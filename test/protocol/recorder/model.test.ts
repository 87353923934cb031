import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RingWriter } from '#protocol/recorder/append.ts';
import { BLOCK_BYTES } from '#protocol/recorder/layout.ts';
import { FakeDisk } from '#test/support/fake-disk.ts';
import { BOOT_ID, readRecord, readRing, recordOf, scanDisk, smallRing, startWriter } from './ring-kit.ts';

/*
 * The recorder against a model of it: any run of appends, crashes, failed writes, restarts and restored snapshots.
 * The model knows which records were completed and which sequences were ever written to; from that alone follows
 * what a reader must find.
 */

const g = smallRing(20);

interface Completed {
  sequence: bigint;
  blocks: number;
  text: string;
}

interface Saved {
  image: Uint8Array;
  completed: Completed[];
  touched: bigint;
}

class Model {
  readonly disk = new FakeDisk(g.totalBlocks * BLOCK_BYTES);
  #writer = startWriter(g, this.disk);
  #completed: Completed[] = [];
  /** Highest sequence that a write was ever sent for, on this line of the disk's history. */
  #touched = 0n;
  readonly #attempted = new Set<string>();
  #number = 0;
  #savedDisk: Saved | undefined;
  #savedNext: bigint | undefined;

  append(lengthBytes: number): void {
    this.#attempt(lengthBytes, (writes) => {
      for (const write of writes) this.disk.write(write.offsetBytes, write.bytes);
      this.disk.flush();
      return true;
    });
  }

  /** Power goes while `sent` of the blocks have been sent; of their sectors those with a bit set arrive. */
  crash(lengthBytes: number, sent: number, arrived: readonly boolean[]): void {
    this.#attempt(lengthBytes, (writes) => {
      for (const write of writes.slice(0, sent)) this.disk.write(write.offsetBytes, write.bytes);
      this.disk.crash((nth) => arrived[nth % arrived.length] ?? false);
      return false;
    });
    this.restart();
  }

  /** A write fails after some sectors arrived, and the writer lives on. */
  failWrite(lengthBytes: number, sent: number, arrived: readonly boolean[]): void {
    this.#attempt(lengthBytes, (writes) => {
      for (const write of writes.slice(0, sent)) this.disk.write(write.offsetBytes, write.bytes);
      this.disk.crash((nth) => arrived[nth % arrived.length] ?? false);
      return false;
    });
  }

  restart(): void {
    this.#writer = startWriter(g, this.disk);
  }

  save(): void {
    this.#savedNext = this.#writer.nextSequence;
    this.#savedDisk = { image: this.disk.image(), completed: [...this.#completed], touched: this.#touched };
  }

  restoreMemory(): void {
    if (this.#savedNext === undefined) return;
    this.#writer = RingWriter.recover(g, { highestSequence: this.#savedNext - 1n });
  }

  restoreDisk(): void {
    if (this.#savedDisk === undefined) return;
    this.disk.restore(this.#savedDisk.image);
    this.#completed = [...this.#savedDisk.completed];
    this.#touched = this.#savedDisk.touched;
  }

  check(): void {
    const scan = scanDisk(g, this.disk);
    const found = scan.records.map((ref) => ({ ref, text: textOf(readRecord(g, this.disk, ref)) }));
    for (const { ref, text } of found) {
      assert.ok(this.#attempted.has(text), `record ${ref.sequence} was never written`);
    }
    for (let i = 1; i < found.length; i += 1) {
      assert.ok(
        (found[i - 1]?.ref.sequence ?? 0n) < (found[i]?.ref.sequence ?? 0n),
        'records are out of order',
      );
    }
    const oldest = this.#touched - BigInt(g.ringBlocks);
    const due = this.#completed.filter((record) => record.sequence > oldest);
    for (const record of due) {
      const hit = found.find(({ ref }) => ref.sequence === record.sequence);
      assert.ok(
        hit !== undefined && hit.text === record.text,
        `record ${record.sequence} was complete and is gone`,
      );
    }
  }

  #attempt(
    lengthBytes: number,
    write: (writes: { offsetBytes: number; bytes: Uint8Array }[]) => boolean,
  ): void {
    this.#number += 1;
    const record = recordOf(this.#number, lengthBytes);
    for (let scans = 0; scans < 3; scans += 1) {
      const plan = this.#writer.plan({ record, bootId: BOOT_ID, runId: this.#number });
      assert.ok(plan.ok);
      if (this.#writer.check(plan.targets.map((i) => readRing(g, this.disk, i))) === 'rescan') {
        this.#writer.abandon();
        this.restart();
        continue;
      }
      this.#attempted.add(textOf(record));
      const end = plan.sequence + BigInt(plan.writes.length);
      if (end - 1n > this.#touched) this.#touched = end - 1n;
      if (write(plan.writes)) {
        this.#writer.commit();
        this.#completed.push({ sequence: plan.sequence, blocks: plan.writes.length, text: textOf(record) });
      } else this.#writer.abandon();
      return;
    }
    assert.fail('a scan did not help');
  }
}

function textOf(record: Uint8Array): string {
  return Buffer.from(record).toString('latin1');
}

const length = fc.oneof(fc.integer({ min: 1, max: 4028 }), fc.integer({ min: 4029, max: 30_000 }));
const sent = fc.nat(8);
const arrived = fc.array(fc.boolean(), { minLength: 1, maxLength: 64 });
const step = fc.oneof(
  { weight: 6, arbitrary: length.map((l) => (m: Model) => m.append(l)) },
  { weight: 3, arbitrary: fc.tuple(length, sent, arrived).map((a) => (m: Model) => m.crash(...a)) },
  { weight: 2, arbitrary: fc.tuple(length, sent, arrived).map((a) => (m: Model) => m.failWrite(...a)) },
  { weight: 1, arbitrary: fc.constant((m: Model) => m.restart()) },
  { weight: 1, arbitrary: fc.constant((m: Model) => m.save()) },
  { weight: 1, arbitrary: fc.constant((m: Model) => m.restoreMemory()) },
  { weight: 1, arbitrary: fc.constant((m: Model) => m.restoreDisk()) },
);

test('whatever happens to writer and disk, a reader gets every complete record and no other', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
      const model = new Model();
      for (const each of steps) {
        each(model);
        model.check();
      }
    }),
    { numRuns: Number(process.env['CHERUB_RUNS'] ?? 200) },
  );
});
