import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Entry } from '#companion/entries/entry.ts';
import { LANE_SHARES, LANES } from '#companion/spool/lane.ts';
import { LaneSpool } from '#companion/spool/lane-spool.ts';
import type { DroppedApp } from '#companion/spool/spool.ts';
import { makeEntry, TEST_APP } from '#test/support/make-entry.ts';

const ALL = { entriesMax: 10_000, bytesMax: 1 << 30 };
const DAY_MS = 24 * 3600 * 1000;

function directoryOf(t: TestContext): string {
  const directory = mkdtempSync(join(tmpdir(), 'cherub-lanes-'));
  t.after(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

function open(
  directory: string,
  o: {
    bytesMax?: number;
    ageMsMax?: number;
    now?: () => number;
    dropped?: (n: ReadonlyMap<string, DroppedApp>) => void;
  } = {},
): LaneSpool {
  return LaneSpool.open({
    directory,
    bytesMax: o.bytesMax ?? 1 << 20,
    ageMsMax: o.ageMsMax ?? 30 * DAY_MS,
    now: o.now ?? Date.now,
    readers: ['a', 'b'],
    ...(o.dropped && { onDropped: o.dropped }),
  });
}

function of(kind: string, id: string, content = ''): Entry {
  return makeEntry({ id, content, tags: { 'cherub.kind': kind } });
}

/** Takes everything, batch by batch. */
function drain(spool: LaneSpool, reader: string): string[] {
  const ids: string[] = [];
  for (;;) {
    const batch = spool.read(reader, ALL);
    if (batch.entries.length === 0) return ids;
    ids.push(...batch.entries.map(({ entry }) => entry.id));
    spool.commit(reader, batch);
  }
}

test('what is small and important goes first, bundles go last, each reader has cursors of its own', (t) => {
  const spool = open(directoryOf(t));
  spool.append([
    of('bundle', 'b1'),
    of('snapshot', 's1'),
    of('console', 'c1'),
    of('verdict', 'v1'),
    of('incident', 'i1'),
    of('made-up', 'm1'),
  ]);
  spool.append([of('loss', 'l1'), of('snapshot', 's2')]);
  const order = ['v1', 'i1', 'l1', 's1', 'c1', 'm1', 's2', 'b1'];
  assert.deepEqual(drain(spool, 'a'), order);
  assert.equal(spool.pending('a'), 0);
  assert.equal(spool.pending('b'), 8);
  assert.deepEqual(drain(spool, 'b'), order);
});

test('what was appended outlives a process that ends without a word, in every lane', (t) => {
  const directory = directoryOf(t);
  const spool = open(directory);
  spool.append([of('bundle', 'b1'), of('snapshot', 's1'), of('verdict', 'v1')]);
  spool.commit('a', spool.read('a', ALL));
  const next = open(directory);
  assert.deepEqual(drain(next, 'a'), ['s1', 'b1']);
  assert.deepEqual(drain(next, 'b'), ['v1', 's1', 'b1']);
});

test('a flood of snapshots takes nothing from verdicts, and what is dropped is counted by app', (t) => {
  let dropped = 0;
  const spool = open(directoryOf(t), {
    dropped: (apps) => {
      dropped += apps.get(TEST_APP)?.count ?? 0;
    },
  });
  spool.append([of('verdict', 'v1'), of('bundle', 'b1')]);
  for (let i = 0; i < 1000; i += 1) spool.append([of('snapshot', `s${i}`, 'x'.repeat(4000))]);
  const { bytes, bytesMax, readers } = spool.statistics();
  assert.ok(bytes <= bytesMax);
  const got = drain(spool, 'a');
  assert.equal(got[0], 'v1');
  assert.equal(got.at(-1), 'b1');
  assert.equal(got.at(-2), 's999', 'the newest are kept');
  assert.ok(dropped > 100);
  assert.equal(got.length + dropped, 1002);
  assert.equal(readers['a']?.dropped, dropped);
});

test('the lanes share the bytes that the config gives', () => {
  assert.equal(
    LANES.reduce((sum, lane) => sum + LANE_SHARES[lane], 0),
    1,
  );
});

/** Entries in several segments, whose files were last written so many days ago, oldest first. */
function age(directory: string, nowMs: number, daysAgo: (i: number, of: number) => number): void {
  const files = readdirSync(directory)
    .filter((name) => name.endsWith('.seg'))
    .sort();
  for (const [i, name] of files.entries()) {
    const at = (nowMs - daysAgo(i, files.length) * DAY_MS) / 1000;
    utimesSync(join(directory, name), at, at);
  }
}

test('entries that have waited for longer than the age bound are dropped and counted', async (t) => {
  const directory = directoryOf(t);
  const nowMs = Date.now();
  let dropped = 0;
  const spool = open(directory, {
    now: () => nowMs,
    ageMsMax: 3 * DAY_MS,
    dropped: (apps) => {
      dropped += apps.get(TEST_APP)?.count ?? 0;
    },
  });
  for (let i = 0; i < 100; i += 1) spool.append([of('snapshot', `s${i}`, 'x'.repeat(5000))]);
  const before = spool.statistics().segments;
  age(directory, nowMs, (i, count) => count - 1 - i);
  await spool.sync();
  const lanesEmpty = 2;
  assert.equal(spool.statistics().segments, 4 + lanesEmpty, 'of today and of the last three days');
  assert.ok(before > 6 && dropped > 0);
  assert.equal(drain(spool, 'a').length + dropped, 100);
  await spool.close();
});

test('a clock that steps by a year drops nothing', async (t) => {
  const directory = directoryOf(t);
  let nowMs = Date.now();
  const spool = open(directory, { bytesMax: 1 << 20, now: () => nowMs });
  // Small segments: an eighth of the lane's room each.
  for (let i = 0; i < 100; i += 1) spool.append([of('snapshot', `s${i}`, 'x'.repeat(5000))]);
  const before = spool.statistics().pending;
  nowMs += 365 * DAY_MS;
  await spool.sync();
  assert.equal(spool.statistics().pending, before);
  await spool.close();
});
