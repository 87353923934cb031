import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSnapshotRecord } from '#companion/controller/ingest/snapshot-schema.ts';
import { busyPercent, cpuShares, ratesOf } from '#companion/controller/page/snapshot-rates.ts';
import type { UiRecord, UiSnapshotAnswer } from '#companion/controller/page/ui-types.ts';

function record(bootId: string, monotonicUs: number, cpu: object): UiRecord {
  const parsed = parseSnapshotRecord(JSON.stringify({ stamp: { bootId, monotonicUs }, snapshot: { cpu } }));
  assert.ok(parsed);
  return parsed;
}

function answer(now: UiRecord, before: UiRecord): UiSnapshotAnswer {
  return { timeMs: 0, channel: 'link', record: now, previous: { timeMs: 0, record: before } };
}

const before = record('aa', 10e6, { userMs: 1000, systemMs: 1000, idleMs: 8000 });

test('shares are those of the time between two snapshots of one boot', () => {
  const now = record('aa', 20e6, { userMs: 6000, systemMs: 2000, idleMs: 12_000 });
  const rates = ratesOf(answer(now, before));
  assert.equal(rates?.seconds, 10);
  assert.deepEqual(cpuShares(now.snapshot, rates), { user: 50, system: 10, iowait: 0, steal: 0, idle: 40 });
});

test('after a reboot or a restored snapshot nothing is compared', () => {
  const now = { userMs: 6000, systemMs: 2000, idleMs: 12_000 };
  assert.equal(ratesOf(answer(record('bb', 20e6, now), before)), undefined);
  assert.equal(ratesOf(answer(record('aa', 5e6, now), before)), undefined);
});

test('counters that went back give no shares', () => {
  const now = record('aa', 20e6, { userMs: 10, systemMs: 2000, idleMs: 12_000 });
  assert.equal(cpuShares(now.snapshot, ratesOf(answer(now, before))), undefined);
});

test('a disk is never busier than all the time', () => {
  assert.equal(busyPercent({ busyMs: 6000 }, { busyMs: 1000 }, 10), 50);
  assert.equal(busyPercent({ busyMs: 60_000 }, { busyMs: 0 }, 10), 100);
  assert.equal(busyPercent({ busyMs: 0 }, { busyMs: 50 }, 10), 0);
});
