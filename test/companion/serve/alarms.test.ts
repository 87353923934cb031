import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Rung } from '#companion/ladder/signal.ts';
import type { Verdict, VerdictChange, VerdictState } from '#companion/ladder/verdict.ts';
import { Alarms } from '#companion/serve/incidents/alarms.ts';

class KeptPosition {
  value: unknown;
  read(): unknown {
    return this.value;
  }
  write(value: unknown): void {
    this.value = JSON.parse(JSON.stringify(value));
  }
  save(): void {
    // Nothing stands behind it.
  }
}

const NOW = { monotonicMs: 1_000_000, wallMs: 1_700_000_000_000 };

function verdict(state: VerdictState, rung?: Rung): Verdict {
  return { state, ...(rung && { rung }), sinceMs: 0, votes: [], reason: 'test' };
}

function change(state: VerdictState, rung?: Rung, isOver?: true): VerdictChange {
  return { from: verdict('unknown'), to: verdict(state, rung), ...(isOver && { isOver }) };
}

test('a death is an alarm, the same again is none, and one that goes deeper is', () => {
  const alarms = new Alarms(new KeptPosition(), NOW);
  assert.equal(alarms.decide(change('dead', 'agent'), NOW).isAlarm, true);
  assert.equal(alarms.decide(change('unknown'), NOW).isAlarm, false);
  assert.deepEqual(alarms.decide(change('dead', 'application'), NOW), {
    isAlarm: false,
    why: 'it has its incident already',
  });
  assert.equal(alarms.decide(change('dead', 'kernel'), NOW).isAlarm, true);
  assert.equal(alarms.decide(change('healthy'), NOW).isAlarm, false);
  assert.equal(alarms.decide(change('dead', 'agent'), NOW).isAlarm, true);
});

test('a restart of the companion opens no second incident of the same death', () => {
  const kept = new KeptPosition();
  assert.equal(new Alarms(kept, NOW).decide(change('dead', 'kernel'), NOW).isAlarm, true);
  const again = new Alarms(kept, NOW);
  assert.equal(again.decide(change('dead', 'kernel'), NOW).isAlarm, false);
  assert.equal(again.decide(change('dead', 'vcpu'), NOW).isAlarm, true);
});

test('a death that is over is always told, and the next one is another', () => {
  const alarms = new Alarms(new KeptPosition(), NOW);
  assert.equal(alarms.decide(change('dead', 'kernel', true), NOW).isAlarm, true);
  assert.equal(alarms.decide(change('dead', 'kernel', true), NOW).isAlarm, true);
  assert.equal(alarms.decide(change('dead', 'kernel'), NOW).isAlarm, true);
});

test('a VM that dies all the time runs out of alarms, and gets more with time', () => {
  const alarms = new Alarms(new KeptPosition(), NOW);
  const once = (atMs: number): boolean => {
    const now = { monotonicMs: NOW.monotonicMs + atMs, wallMs: NOW.wallMs + atMs };
    alarms.decide(change('healthy'), now);
    return alarms.decide(change('dead', 'kernel'), now).isAlarm;
  };
  const given = Array.from({ length: 20 }, () => once(0)).filter(Boolean).length;
  assert.equal(given, 10);
  assert.equal(once(360_000), true);
});

test('what a damaged file says is not believed', () => {
  const kept = new KeptPosition();
  kept.value = { tokens: 'many', atMs: null, dead: 'everything' };
  assert.equal(new Alarms(kept, NOW).decide(change('dead', 'kernel'), NOW).isAlarm, true);
});
