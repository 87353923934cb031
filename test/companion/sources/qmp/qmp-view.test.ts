import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Signal } from '#companion/ladder/signal.ts';
import type { QmpObservation } from '#companion/sources/qmp/observation.ts';
import { QmpView } from '#companion/sources/qmp/qmp-view.ts';

const SECOND = 1_000_000;

function viewOf(...observations: [number, QmpObservation][]): QmpView {
  const view = new QmpView({ pollMs: 10_000, nowUs: 0 });
  for (const [seconds, observation] of observations) view.observe(observation, seconds * SECOND);
  return view;
}

const status = (state: string): QmpObservation => ({ kind: 'status', state });
const find = (signals: readonly Signal[], id: string): Signal | undefined =>
  signals.find((signal) => signal.id === id);

test('before the first answer nothing is known', () => {
  const signals = viewOf().signals(SECOND);
  assert.deepEqual(
    signals.map(({ id, state }) => `${id} ${state}`),
    ['qmp.answer unknown'],
  );
});

test('a running VM speaks alive for the process only', () => {
  const signals = viewOf([1, status('running')]).signals(3 * SECOND);
  assert.deepEqual(
    signals.map(({ id, state, rung, ageMs }) => `${id} ${state} ${rung} ${ageMs}`),
    ['qmp.answer alive process 2000', 'qmp.status alive process 2000'],
  );
});

test('an old answer says nothing any more', () => {
  const view = viewOf([1, status('paused')]);
  assert.deepEqual(
    view.signals(32 * SECOND).map(({ state }) => state),
    ['unknown'],
  );
  assert.equal(view.suppression(32 * SECOND), undefined);
});

for (const [state, by] of [
  ['paused', 'paused'],
  ['inmigrate', 'migration'],
  ['save-vm', 'saving'],
  ['shutdown', 'guest-shutdown'],
  ['suspended', 'guest-suspended'],
  ['prelaunch', 'not-started'],
] as const) {
  test(`run state ${state} explains silence and calls nothing dead`, () => {
    const view = viewOf([1, status('running')], [5, status(state)], [8, status(state)]);
    assert.equal(view.suppression(9 * SECOND)?.by, by);
    assert.equal(view.suppression(9 * SECOND)?.sinceUs, 5 * SECOND);
    assert.equal(
      view.signals(9 * SECOND).some((signal) => signal.state === 'dead'),
      false,
    );
  });
}

for (const [state, rung] of [
  ['guest-panicked', 'kernel'],
  ['internal-error', 'vcpu'],
  ['io-error', 'vcpu'],
  ['watchdog', 'kernel'],
] as const) {
  test(`run state ${state} suppresses nothing and is dead at ${rung}, with proof`, () => {
    const view = viewOf([5, status(state)]);
    assert.equal(view.suppression(6 * SECOND), undefined);
    const signal = find(view.signals(6 * SECOND), 'qmp.status');
    assert.deepEqual([signal?.state, signal?.rung, signal?.proof], ['dead', rung, true]);
  });
}

test('a run state that nobody knows, also one with the name of an object method, is unknown', () => {
  for (const state of ['napping', 'constructor', '__proto__', 'toString']) {
    const view = viewOf([5, status(state)]);
    assert.equal(find(view.signals(6 * SECOND), 'qmp.status')?.state, 'unknown');
    assert.equal(view.suppression(6 * SECOND), undefined);
  }
});

test('a panic event stands without proof until the guest was reset', () => {
  const panicked: QmpObservation = { kind: 'happening', what: 'panicked', text: 'panic' };
  const view = viewOf([1, status('running')], [5, panicked]);
  const signal = find(view.signals(6 * SECOND), 'qmp.panic');
  assert.deepEqual([signal?.state, signal?.rung, signal?.proof], ['dead', 'kernel', undefined]);
  view.observe({ kind: 'happening', what: 'reset', text: 'reset' }, 7 * SECOND);
  assert.equal(find(view.signals(8 * SECOND), 'qmp.panic'), undefined);
});

test('a socket that never answered is unknown, one that was closed later is dead', () => {
  const missing: QmpObservation = { kind: 'missing', reason: 'gone' };
  assert.equal(find(viewOf([1, missing]).signals(2 * SECOND), 'qmp.answer')?.state, 'unknown');
  const view = viewOf([1, status('running')], [2, missing], [4, missing]);
  const signal = find(view.signals(5 * SECOND), 'qmp.answer');
  assert.deepEqual([signal?.state, signal?.ageMs, signal?.proof], ['dead', 3000, undefined]);
});

test('no greeting may mean another client, until it failed three times in a row', () => {
  const ungreeted: QmpObservation = { kind: 'unanswered', reason: 'no greeting', isGreeted: false };
  const view = viewOf([1, status('running')], [2, ungreeted], [3, ungreeted]);
  assert.equal(find(view.signals(4 * SECOND), 'qmp.answer')?.state, 'unknown');
  view.observe(ungreeted, 5 * SECOND);
  assert.equal(find(view.signals(6 * SECOND), 'qmp.answer')?.state, 'dead');
});

test('a QEMU that greeted and does not answer is dead at the process', () => {
  const view = viewOf(
    [1, status('running')],
    [2, { kind: 'unanswered', reason: 'no answer', isGreeted: true }],
  );
  assert.equal(find(view.signals(4 * SECOND), 'qmp.answer')?.state, 'dead');
  view.observe(status('running'), 5 * SECOND);
  assert.equal(find(view.signals(6 * SECOND), 'qmp.answer')?.state, 'alive');
});
