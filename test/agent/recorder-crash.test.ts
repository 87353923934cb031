import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Clock } from '#agent/core/ports.ts';
import type { DiskPort, OpenDisk } from '#agent/core/recorder/disk-port.ts';
import { RecorderLane } from '#agent/core/recorder/recorder-lane.ts';
import { newCounters } from '#agent/core/runtime/counters.ts';
import { RecordMaker } from '#agent/core/runtime/record-maker.ts';
import { IDENTIFY_HEAD_BYTES, identifyDisk } from '#protocol/recorder/identify.ts';
import { BLOCK_BYTES, type Geometry, ringOffsetBytes } from '#protocol/recorder/layout.ts';
import { assembleRecord, RingScanner } from '#protocol/recorder/scan.ts';
import { FakeDisk } from '#test/support/fake-disk.ts';
import { FakeOpenDisk } from '#test/support/fake-open-disk.ts';

const KILLS = 200;
const DISK_BYTES = 1024 * 1024;
/** Operations of one life until it is cut: from the first read after the start to a few dozen records later. */
const LIFE_OPERATIONS_MAX = 90;

/** mulberry32: small, seeded, good enough to choose moments. */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One life of the guest's disk: dies at the n-th operation, with whatever part of a write under way on the disk. */
class MortalDisk extends FakeOpenDisk {
  readonly #chance: () => number;
  readonly #onWrite: (offsetBytes: number, lengthBytes: number) => void;
  readonly died: Promise<void>;
  #operationsLeft: number;
  #die: () => void = () => {};

  constructor(
    disk: FakeDisk,
    operations: number,
    chance: () => number,
    onWrite: (offsetBytes: number, lengthBytes: number) => void,
  ) {
    super(disk);
    this.#operationsLeft = operations;
    this.#chance = chance;
    this.#onWrite = onWrite;
    this.died = new Promise((resolve) => {
      this.#die = resolve;
    });
  }

  override read(offsetBytes: number, lengthBytes: number): Promise<Uint8Array> {
    return this.#isCut() ? new Promise(() => {}) : super.read(offsetBytes, lengthBytes);
  }

  override write(offsetBytes: number, bytes: Uint8Array): Promise<void> {
    this.#onWrite(offsetBytes, bytes.length);
    if (!this.#isCut()) return super.write(offsetBytes, bytes);
    this.disk.write(offsetBytes, bytes);
    const share = this.#chance();
    this.disk.crash(() => this.#chance() < share);
    return new Promise(() => {});
  }

  #isCut(): boolean {
    this.#operationsLeft -= 1;
    if (this.#operationsLeft === 0) this.#die();
    return this.#operationsLeft <= 0;
  }
}

interface Written {
  bytes: Uint8Array;
  /** Blocks of the disk that it took. */
  blocks: Set<number>;
  committed: boolean;
}

function readAll(disk: FakeDisk): { geometry: Geometry; records: Uint8Array[] } {
  const head = disk.read(0, IDENTIFY_HEAD_BYTES);
  const tail = disk.read(disk.diskBytes - IDENTIFY_HEAD_BYTES, IDENTIFY_HEAD_BYTES);
  const identity = identifyDisk({ head, tail, diskBytes: disk.diskBytes });
  assert.ok(identity.kind === 'recorder', `the disk is ${identity.kind}`);
  const geometry = identity.superblock;
  const blockAt = (index: number) => disk.read(ringOffsetBytes(geometry, index), BLOCK_BYTES);
  const scanner = new RingScanner(geometry);
  for (let index = 0; index < geometry.ringBlocks; index += 1) scanner.add(index, blockAt(index));
  const records = scanner.finish().records.map((ref) => {
    const assembled = assembleRecord(geometry, ref, blockAt);
    assert.ok(assembled.ok);
    return assembled.bytes;
  });
  return { geometry, records };
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** Every record that was complete and whose place was not needed since must be there, in order; nothing else may. */
function judge(history: readonly Written[], found: readonly Uint8Array[]): { lostInFlight: number } {
  let next = 0;
  let lostInFlight = 0;
  const later = new Set<number>();
  const isReadable = history.map(() => false);
  for (let i = history.length - 1; i >= 0; i -= 1) {
    const record = history[i];
    assert.ok(record);
    isReadable[i] = record.committed && ![...record.blocks].some((block) => later.has(block));
    for (const block of record.blocks) later.add(block);
  }
  for (const [i, record] of history.entries()) {
    const present = found[next];
    const isHere = present !== undefined && sameBytes(present, record.bytes);
    if (isHere) next += 1;
    else if (isReadable[i]) assert.fail(`record ${i} of ${history.length} was complete and is not read`);
    else if (!record.committed) lostInFlight += 1;
  }
  assert.equal(next, found.length, 'a record is read that was never written, or not in its order');
  return { lostInFlight };
}

test(`through ${KILLS} kills with torn writes every complete record is read, at most the one in flight is lost`, async (t) => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  t.diagnostic(`seed ${seed}`);
  const chance = chanceFrom(seed);
  const disk = new FakeDisk(DISK_BYTES);
  const history: Written[] = [];
  let wraps = 0;

  for (let kill = 0; kill <= KILLS; kill += 1) {
    const isLast = kill === KILLS;
    // The first life adopts the disk and ends well.
    const operations =
      kill === 0 || isLast ? Number.POSITIVE_INFINITY : 1 + Math.floor(chance() * LIFE_OPERATIONS_MAX);
    const counters = newCounters();
    const before = history.length;
    const open = new MortalDisk(disk, operations, chance, (offsetBytes, lengthBytes) => {
      const record = history[before + counters.recordsWritten];
      for (let at = 0; at < lengthBytes; at += BLOCK_BYTES)
        record?.blocks.add((offsetBytes + at) / BLOCK_BYTES);
    });
    const port: DiskPort = { list: async () => [open.path], open: async (): Promise<OpenDisk> => open };
    let nowUs = 0;
    const clock: Clock = { monotonicUs: () => nowUs, bootUs: () => nowUs, wallUs: () => 1e15 + nowUs };
    const runId = kill + 1;
    const lane = new RecorderLane({
      port,
      clock,
      writer: { bootId: 'ab'.repeat(16), runId },
      wish: { disk: 'auto', adopt: true, app: 'web', newDiskUuid: () => '12'.repeat(16), wallUs: () => 0 },
      mailboxUs: 5_000_000,
      counters,
      after: undefined,
      onProblem: (problem) => assert.equal(problem, undefined),
      onNote: () => {},
      onRequest: () => assert.fail('nobody asked'),
    });
    const records = new RecordMaker({ clock, bootId: new Uint8Array(16).fill(0xab), runId });
    const count = kill === 0 ? 3 : 40;
    for (let i = 0; i < count; i += 1) {
      nowUs += 1_000_000;
      const padding = Math.floor(chance() < 0.1 ? chance() * 60_000 : chance() * 4_000);
      const bytes = records.make({
        beat: { line: 'x'.repeat(padding), delivered: true, problem: `${kill}.${i}` },
      });
      history.push({ bytes, blocks: new Set(), committed: false });
      lane.push(bytes);
      await Promise.race([lane.drained(), open.died]);
    }
    const written = counters.recordsWritten;
    for (const [i, record] of history.entries())
      if (i >= before && i < before + written) record.committed = true;
    // Of those that the dead program still had in memory nothing can be on the disk.
    history.length = Math.min(history.length, before + written + 1);
    if (history.at(-1)?.blocks.size === 0) history.pop();
    disk.crash(() => true);
    const { geometry, records: found } = readAll(disk);
    const { lostInFlight } = judge(history, found);
    assert.ok(lostInFlight <= kill, 'more than one record a kill is lost');
    wraps = history.reduce((sum, { blocks }) => sum + blocks.size, 0) / geometry.ringBlocks;
  }
  const lost = history.filter(({ committed }) => !committed).length;
  assert.ok(wraps > 5, `the ring was written only ${wraps} times over`);
  t.diagnostic(
    `${history.length} records, ${lost} in flight when killed, ring written ${wraps.toFixed(1)} times over`,
  );
});
