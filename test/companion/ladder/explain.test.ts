import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explainJson, explainVerdict } from '#companion/ladder/explain.ts';
import type { Verdict } from '#companion/ladder/verdict.ts';
import { createPaint } from '#companion/output/style.ts';

const DEAD: Verdict = {
  state: 'dead',
  rung: 'kernel',
  sinceMs: 70_000,
  lastAliveMs: 40_000,
  reason: "the guest's kernel is dead: Kernel panic - not syncing: \u001b[2Jforged",
  votes: [
    {
      signal: {
        id: 'console.panic',
        source: 'console',
        rung: 'kernel',
        state: 'dead',
        ageMs: 50_000,
        reason: 'Kernel panic \u202etxt',
      },
      counts: true,
      why: "names the guest's kernel",
    },
    {
      signal: {
        id: 'recorder.record',
        source: 'recorder',
        rung: 'agent',
        state: 'dead',
        ageMs: 20_000,
        reason: 'nothing for 30 s',
        silence: true,
      },
      counts: true,
      why: "the agent would be dead if the guest's kernel is",
    },
    {
      signal: { id: 'host.process', source: 'host', rung: 'process', state: 'alive', ageMs: 10, reason: '' },
      counts: false,
      why: 'speaks for the QEMU process',
    },
  ],
};

const O = { vm: 'web', nowMs: 100_000, paint: createPaint(false) };

describe('the explanation', () => {
  it('tells the verdict and every vote, those that count first, with a star', () => {
    assert.deepEqual(explainVerdict(DEAD, O), [
      'web: dead: kernel, for 30 s',
      "  the guest's kernel is dead: Kernel panic - not syncing: \\x1b[2Jforged",
      '  last seen alive 60 s ago',
      '',
      '   signal           says   rung     source      age  why',
      "*  console.panic    dead   kernel   console    50 s  Kernel panic \\u{202e}txt [names the guest's kernel]",
      "*  recorder.record  dead   agent    recorder   20 s  nothing for 30 s [the agent would be dead if the guest's kernel is]",
      '   host.process     alive  process  host      0.0 s  speaks for the QEMU process',
    ]);
  });

  it('fits the screen', () => {
    const lines = explainVerdict(DEAD, { ...O, columns: 60 });
    assert.ok(lines.every((line) => line.length <= 60));
  });

  it('tells what suppresses, until when, and what is coming', () => {
    const verdict: Verdict = {
      state: 'suppressed',
      sinceMs: 0,
      votes: [],
      reason: 'paused',
      suppression: { kind: 'paused', by: 'qmp', reason: 'the VM is paused', sinceMs: 0, untilMs: 160_000 },
      pending: { state: 'dead', rung: 'vcpu', reason: 'io-error', sinceMs: 99_000, waitMs: 2000 },
    };
    assert.deepEqual(explainVerdict(verdict, O), [
      'web: suppressed, for 100 s',
      '  paused',
      '  suppressed by qmp: the VM is paused; ends in 60 s',
      '  becomes "dead: vcpu" in 1.0 s if this holds: io-error',
      '  no signal at all',
    ]);
    const { suppression, pending } = explainJson(verdict, O);
    assert.deepEqual([suppression?.endsInMs, pending?.inMs], [60_000, 1000]);
  });

  it('gives programs ages and no times of a clock that they do not have', () => {
    const { votes, ...rest } = explainJson(DEAD, O);
    assert.deepEqual(rest, {
      vm: 'web',
      state: 'dead',
      rung: 'kernel',
      reason: DEAD.reason,
      forMs: 30_000,
      lastAliveAgoMs: 60_000,
    });
    assert.deepEqual(
      votes.map(({ id, counts }) => [id, counts]),
      [
        ['console.panic', true],
        ['recorder.record', true],
        ['host.process', false],
      ],
    );
  });
});
