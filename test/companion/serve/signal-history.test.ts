import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Signal } from '#companion/ladder/signal.ts';
import { SignalHistory } from '#companion/serve/verdict/signal-history.ts';

function signal(state: Signal['state'], id = 'link.ping'): Signal {
  return { id, source: 'link', rung: 'agent', state, ageMs: 0, reason: state };
}

test('a signal that stays is one stretch, one that turns is two, and one that was away begins anew', () => {
  const history = new SignalHistory();
  for (const atMs of [0, 1000, 2000]) history.add([signal('alive')], atMs);
  history.add([signal('dead')], 3000);
  history.add([], 4000);
  history.add([signal('dead')], 5000);
  const [track] = history.tracks(5000);
  assert.deepEqual(
    track?.stretches.map(({ fromMs, toMs, state }) => [fromMs, toMs, state]),
    [
      [0, 2000, 'alive'],
      [3000, 3000, 'dead'],
      [5000, 5000, 'dead'],
    ],
  );
});

test('a guest that invents names and flaps gets no more than its bounds', () => {
  const history = new SignalHistory();
  for (let step = 0; step < 400; step += 1) {
    const state = step % 2 === 0 ? 'alive' : 'dead';
    history.add([signal(state), signal('alive', `recorder.check:${step}`)], step * 1000);
  }
  const tracks = history.tracks(400_000);
  assert.ok(tracks.length <= 128);
  assert.ok(tracks.every(({ stretches }) => stretches.length <= 64));
});

test('what is older than an hour is forgotten', () => {
  const history = new SignalHistory();
  history.add([signal('alive')], 0);
  history.add([signal('alive', 'console.label')], 3_700_000);
  assert.deepEqual(
    history.tracks(3_700_000).map(({ id }) => id),
    ['console.label'],
  );
});
