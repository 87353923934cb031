import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitSnapshot, SNAPSHOT_BYTES_DEFAULT } from '#agent/core/snapshot/fit-snapshot.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';

type Snapshot = cherub.Snapshot.$Properties;

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const NUMBERS: Snapshot = {
  app: 'web',
  state: cherub.State.STATE_DEGRADED,
  periodMs: 10_000,
  load: { load1: 1.5, load5: 1.2, load15: 0.9, runnable: 3, tasks: 400 },
  cpu: { online: 2, userMs: 2 ** 40, systemMs: 2 ** 40, idleMs: 2 ** 42, contextSwitches: 2 ** 45 },
  memory: { totalBytes: 2 ** 34, freeBytes: 2 ** 32, availableBytes: 2 ** 33, cachedBytes: 2 ** 32 },
  vmstat: { pageFaults: 2 ** 40, majorFaults: 2 ** 30 },
};

const message = (sequence: number, priority: number) => ({
  sequence,
  monotonicUs: sequence * 1000,
  priority,
  text: `message ${sequence} ${'x'.repeat(80)}`,
});

/** Everything at its largest at the same time. */
const HUGE: Snapshot = {
  ...NUMBERS,
  disks: times(16, (n) => ({ name: `vd${n}`, reads: 2 ** 40, readBytes: 2 ** 50, busyMs: n })),
  filesystems: times(24, (n) => ({
    mount: n === 5 ? '/' : `/srv/volume-${n}`,
    type: 'ext4',
    totalBytes: 1000,
    availableBytes: 40 * n,
    staleMs: n === 20 ? 9000 : 0,
  })),
  interfaces: times(12, (n) => ({ name: `eth${n}`, rxBytes: 2 ** 40 + n, txBytes: 2 ** 40 })),
  top: times(10, (n) => ({ pid: n + 1, comm: `process-${n}`, cpuPermille: 900 - n, residentBytes: 2 ** 32 })),
  blocked: times(8, (n) => ({
    pid: 100 + n,
    comm: `blocked-${n}`,
    wchan: 'io_schedule',
    stack: times(10, (frame) => `some_kernel_function_${frame}+0x123`),
    seenMs: 80_000 - n * 1000,
  })),
  blockedTotal: 8,
  failedUnits: times(16, (n) => ({ name: `broken-${n}.service` })),
  kernelLog: times(32, (n) => message(n + 1, n === 3 ? 3 : 6)),
  kernelLogDropped: 5,
  checks: times(20, (n) => ({
    name: `check-${n}`,
    outcome: n === 7 ? cherub.Outcome.OUTCOME_FAILED : cherub.Outcome.OUTCOME_OK,
    message: 'some words about it',
  })),
};

test('a snapshot that fits stays the same object', () => {
  assert.equal(fitSnapshot(NUMBERS).snapshot, NUMBERS);
});

test('a snapshot that is slightly too large loses only kernel messages, the oldest harmless ones first', () => {
  const kernelLog = times(32, (n) => message(n + 1, n === 0 ? 3 : 6));
  const snapshot = { ...NUMBERS, kernelLog, kernelLogDropped: 5 };
  const { bytes } = fitSnapshot(snapshot, 100_000);
  const fitted = fitSnapshot(snapshot, bytes - 300).snapshot;
  const kept = fitted.kernelLog?.map((item) => item.sequence) ?? [];
  assert.equal(kept.at(0), 1);
  assert.equal(kept.at(-1), 32);
  const cut = 32 - kept.length;
  assert.ok(cut >= 3 && cut <= 5, `${cut}`);
  assert.equal(fitted.kernelLogDropped, 5 + cut);
  assert.deepEqual(fitted.missing, [{ part: 'kernel_log', reason: `${kept.length} of 32 kept` }]);
});

test('the largest snapshot keeps its numbers and what explains a hang', () => {
  const before = structuredClone(HUGE);
  const { snapshot, bytes } = fitSnapshot(HUGE);
  assert.deepEqual(HUGE, before);
  assert.ok(bytes <= SNAPSHOT_BYTES_DEFAULT);
  for (const part of ['load', 'cpu', 'memory', 'vmstat'] as const)
    assert.deepEqual(snapshot[part], HUGE[part]);
  assert.equal(snapshot.blocked?.length, 8);
  assert.ok((snapshot.kernelLog?.length ?? 0) >= 6);
  assert.equal(snapshot.kernelLog?.at(-1)?.sequence, 32);
  assert.ok((snapshot.failedUnits?.length ?? 0) >= 8);
  assert.ok(snapshot.checks?.some((item) => item.name === 'check-7'));
  const mounts = snapshot.filesystems?.map((item) => item.mount);
  assert.ok(mounts?.includes('/') && mounts.includes('/srv/volume-20'));
});

test('of the filesystems the full ones stay', () => {
  const filesystems = times(24, (n) => ({
    mount: `/srv/${n}`,
    type: 'x'.repeat(30),
    totalBytes: 100,
    availableBytes: n,
  }));
  const { snapshot } = fitSnapshot({ ...NUMBERS, filesystems }, 700);
  const kept = snapshot.filesystems?.map((item) => item.availableBytes ?? 0) ?? [];
  assert.ok(kept.length >= 3);
  assert.deepEqual(kept, [...kept.keys()]);
});

test('the reason that a collector gave for a part stays in front of the cut', () => {
  const missing = [{ part: 'kernel_log', reason: 'odd' }];
  const { snapshot } = fitSnapshot({ ...HUGE, missing });
  const [first] = snapshot.missing ?? [];
  assert.match(first?.reason ?? '', /^odd; \d+ of 32 kept$/);
});

test('for every budget the result fits, encodes to the length that is told, and keeps state and period', () => {
  const whole = cherub.Snapshot.encode(HUGE).finish().length;
  let last = 0;
  for (let budget = 10; budget <= whole; budget += 31) {
    const { snapshot, bytes } = fitSnapshot(HUGE, budget);
    assert.ok(bytes <= budget, `${bytes} > ${budget}`);
    const decoded = cherub.Snapshot.decode(cherub.Snapshot.encode(snapshot).finish());
    assert.equal(decoded.state, HUGE.state);
    assert.equal(decoded.periodMs, HUGE.periodMs);
    last = bytes;
  }
  assert.ok(last > whole * 0.9);
});

test('most of the budget is used: no part is thrown away for nothing', () => {
  for (let budget = 1500; budget <= 8000; budget += 250) {
    const { bytes } = fitSnapshot(HUGE, budget);
    assert.ok(bytes > budget * 0.75, `${bytes} of ${budget}`);
  }
});
