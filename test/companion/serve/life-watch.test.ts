import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LifeWatch } from '#companion/serve/verdict/life-watch.ts';

const BOOT = '0123456789abcdef0123456789abcdef';
const identity = (runId: number) => ({
  kind: 'snapshot' as const,
  bootId: BOOT,
  runId,
  sequence: 1,
  monotonicUs: 1,
});
const happening = (what: 'reset' | 'shutdown', cause: string) =>
  ({ kind: 'happening', what, text: `it was (${cause})`, cause }) as const;

test('a reset that the host wished is orderly, one of the guest is not, and a burst of them is one', () => {
  const watch = new LifeWatch();
  watch.qmp(happening('reset', 'host-qmp-system-reset'), 0);
  watch.qmp(happening('reset', 'guest-reset'), 100);
  watch.qmp(happening('reset', 'guest-reset'), 10_000);
  assert.deepEqual(
    watch.take().map(({ kind, isOrderly }) => [kind, isOrderly]),
    [
      ['reset', true],
      ['reset', false],
    ],
  );
  assert.deepEqual(watch.take(), []);
});

test('an announced shutdown explains that QEMU ends, until it is started again', () => {
  const watch = new LifeWatch();
  watch.process({ pid: 7, startTicks: 1 }, 0);
  watch.qmp(happening('shutdown', 'guest-shutdown'), 1000);
  assert.equal(watch.suppressions()[0]?.kind, 'guest-shutdown');
  watch.process(undefined, 2000);
  assert.equal(watch.suppressions().length, 1);
  watch.process({ pid: 8, startTicks: 2 }, 3000);
  assert.equal(watch.suppressions().length, 0);
  assert.deepEqual(
    watch.take().map(({ kind, source }) => [kind, source]),
    [['started', 'host']],
  );
});

test('a shutdown by a panic explains nothing', () => {
  const watch = new LifeWatch();
  watch.qmp(happening('shutdown', 'guest-panic'), 0);
  assert.deepEqual(watch.suppressions(), []);
});

test('the goodbye of an agent holds until another run of it reports', () => {
  const watch = new LifeWatch();
  watch.record('link', identity(1), undefined, 0);
  watch.record('link', identity(1), 'SIGTERM', 1000);
  watch.record('recorder', identity(1), undefined, 2000);
  assert.equal(watch.goodbye, 'SIGTERM');
  watch.record('recorder', identity(2), undefined, 3000);
  assert.equal(watch.goodbye, undefined);
});
