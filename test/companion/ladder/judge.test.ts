import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Judgement, judge } from '#companion/ladder/judge.ts';
import { isBelow, provesLife } from '#companion/ladder/rungs.ts';
import { LADDER_DEFAULTS } from '#companion/ladder/settings.ts';
import { RUNGS, type Rung, type Signal } from '#companion/ladder/signal.ts';
import type { LifeSeen } from '#companion/ladder/weigh.ts';

const NOW_MS = 1_000_000;

function judgeAll(signals: readonly Signal[]): Judgement {
  const lifeSeen = new Map<Rung, LifeSeen>();
  for (const { id, state, rung, ageMs } of signals) {
    const atMs = NOW_MS - ageMs;
    if (state === 'alive' && atMs > (lifeSeen.get(rung)?.atMs ?? 0)) lifeSeen.set(rung, { id, atMs });
  }
  return judge({ nowMs: NOW_MS, signals, lifeSeen, explain: () => undefined, settings: LADDER_DEFAULTS });
}

function signal(text: string, more: Partial<Signal> = {}): Signal {
  const [source, rung, state] = text.split(' ') as [Signal['source'], Rung, Signal['state']];
  return { id: `${source}.${rung}`, source, rung, state, ageMs: 0, reason: `${source} says so`, ...more };
}

const SOURCES = ['console', 'recorder', 'link', 'qmp', 'host', 'network'] as const;

const anySignal: fc.Arbitrary<Signal> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    source: fc.constantFrom(...SOURCES),
    rung: fc.constantFrom(...RUNGS),
    state: fc.constantFrom('alive' as const, 'dead' as const, 'unknown' as const),
    ageMs: fc.integer({ min: 0, max: 90_000 }),
    reason: fc.constant('because'),
    kind: fc.constantFrom('event', 'event', 'silence', 'part', 'proof'),
  })
  .map(({ kind, ...each }) => ({
    ...each,
    ...(kind === 'silence' && { silence: true as const }),
    ...(kind === 'part' && { part: 'cpu1' }),
    ...(kind === 'proof' && each.state === 'dead' && { proof: true as const }),
  }));

describe('votes', () => {
  it('two sources that name a rung make it dead', () => {
    const judgement = judgeAll([signal('console agent dead'), signal('recorder agent dead')]);
    assert.deepEqual([judgement.state, judgement.rung], ['dead', 'agent']);
    assert.ok(judgement.votes.every(({ counts }) => counts));
  });

  it('two signals of one source are one vote', () => {
    const judgement = judgeAll([signal('link agent dead'), signal('link agent dead', { id: 'link.ping' })]);
    assert.deepEqual([judgement.state, judgement.rung, judgement.isSuspect], ['unknown', 'agent', true]);
    assert.match(judgement.reason, /^only link says that the agent is dead/u);
  });

  it('a proof needs no second vote', () => {
    const judgement = judgeAll([signal('host process dead', { proof: true })]);
    assert.deepEqual([judgement.state, judgement.rung, judgement.isCertain], ['dead', 'process', true]);
  });

  it('one vote for a rung is carried by the death of what stands on it', () => {
    const judgement = judgeAll([
      signal('console kernel dead'),
      signal('recorder agent dead', { silence: true }),
    ]);
    assert.deepEqual([judgement.state, judgement.rung], ['dead', 'kernel']);
  });

  it('what stands beside carries nothing: a dead application says nothing about the agent', () => {
    const judgement = judgeAll([
      signal('console agent dead'),
      signal('network application dead'),
      signal('host userspace alive'),
    ]);
    assert.deepEqual([judgement.state, judgement.rung], ['unknown', 'agent']);
  });

  it('no rung is dead only because those above are', () => {
    const judgement = judgeAll([
      signal('console agent dead'),
      signal('recorder agent dead'),
      signal('qmp kernel unknown'),
    ]);
    assert.equal(judgement.rung, 'agent');
  });

  it('newer life outlives an event, and older life does not', () => {
    const dead = [
      signal('console kernel dead', { ageMs: 10_000 }),
      signal('qmp kernel dead', { ageMs: 10_000 }),
    ];
    assert.equal(judgeAll([...dead, signal('link agent alive', { ageMs: 12_000 })]).state, 'dead');
    const outlived = judgeAll([...dead, signal('link agent alive', { ageMs: 1000 })]);
    assert.equal(outlived.state, 'healthy');
    assert.ok(outlived.votes.some(({ why }) => why === 'outlived: link.agent spoke for life 1.0 s ago'));
  });

  it('what was on its way when the guest died does not outlive it', () => {
    const dead = [signal('console kernel dead', { ageMs: 1000 }), signal('qmp kernel dead', { ageMs: 1000 })];
    assert.equal(judgeAll([...dead, signal('recorder agent alive', { ageMs: 200 })]).state, 'dead');
  });

  it('one CPU that is locked up is a dead kernel, though the agent lives on another', () => {
    const cpu = { part: 'cpu1' };
    const judgement = judgeAll([
      signal('console kernel dead', cpu),
      signal('qmp kernel dead', cpu),
      signal('link agent alive'),
    ]);
    assert.deepEqual([judgement.state, judgement.rung], ['dead', 'kernel']);
  });

  it('two sources that name two different CPUs do not agree', () => {
    const judgement = judgeAll([
      signal('console kernel dead', { part: 'cpu0' }),
      signal('qmp kernel dead', { part: 'cpu1' }),
    ]);
    assert.equal(judgement.state, 'unknown');
  });

  it('an old lockup that is not repeated does not count', () => {
    const cpu = { part: 'cpu1', ageMs: 61_000 };
    const judgement = judgeAll([signal('console kernel dead', cpu), signal('qmp kernel dead', cpu)]);
    assert.equal(judgement.state, 'unknown');
  });

  it('a failed login is a matter of the application when the agent lived after it', () => {
    const judgement = judgeAll([
      signal('console userspace dead', { ageMs: 9000 }),
      signal('network application dead', { ageMs: 9000 }),
      signal('link agent alive', { ageMs: 1000 }),
    ]);
    assert.deepEqual([judgement.state, judgement.rung], ['dead', 'application']);
  });
});

describe('health', () => {
  it('needs life of the guest itself, not only of QEMU', () => {
    assert.equal(judgeAll([signal('qmp process alive'), signal('host vcpu alive')]).state, 'unknown');
    assert.equal(judgeAll([]).state, 'unknown');
  });

  it('needs every upper rung that is watched', () => {
    const agent = signal('link agent alive');
    assert.equal(judgeAll([agent]).state, 'healthy');
    const judgement = judgeAll([agent, signal('network application unknown')]);
    assert.deepEqual([judgement.state, judgement.rung], ['unknown', 'application']);
    assert.equal(judgeAll([agent, signal('network application alive')]).state, 'healthy');
  });

  it('needs no agent where none is watched', () => {
    assert.equal(judgeAll([signal('network application alive')]).state, 'healthy');
  });
});

describe('properties of every judgement', () => {
  const signals = fc.array(anySignal, { maxLength: 10 });

  it('dead takes two sources or a proof among the votes that count', () => {
    fc.assert(
      fc.property(signals, (all) => {
        const { state, votes } = judgeAll(all);
        if (state !== 'dead') return;
        const counting = votes.filter(({ counts }) => counts).map((vote) => vote.signal);
        assert.ok(counting.every((each) => each.state === 'dead'));
        const sources = new Set(counting.map(({ source }) => source)).size;
        assert.ok(sources >= 2 || counting.some(({ proof }) => proof === true));
      }),
    );
  });

  it('every signal is explained once', () => {
    fc.assert(
      fc.property(signals, (all) => {
        const { votes } = judgeAll(all);
        assert.equal(votes.length, all.length);
        assert.ok(votes.every(({ why }) => why !== ''));
      }),
    );
  });

  it('more evidence of death never undoes it and never raises the rung', () => {
    fc.assert(
      fc.property(signals, anySignal, (all, more) => {
        fc.pre(more.state === 'dead');
        const before = judgeAll(all);
        fc.pre(before.state === 'dead' && before.rung !== undefined);
        const after = judgeAll([...all, more]);
        assert.equal(after.state, 'dead');
        assert.ok(after.rung !== undefined && before.rung !== undefined && !isBelow(before.rung, after.rung));
      }),
    );
  });

  it('life never makes dead what it proves to live', () => {
    fc.assert(
      fc.property(signals, anySignal, (all, more) => {
        fc.pre(more.state === 'alive');
        const after = judgeAll([...all, more]);
        if (after.state !== 'dead' || after.rung === undefined || !provesLife(more.rung, after.rung)) return;
        const before = judgeAll(all);
        assert.equal(before.state, 'dead');
      }),
    );
  });

  it('the order of the signals does not matter', () => {
    const shuffled = signals.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const [a, b] = [judgeAll(all), judgeAll(other)];
        assert.deepEqual([a.state, a.rung], [b.state, b.rung]);
      }),
    );
  });

  it('unknown signals change nothing but what is missing', () => {
    fc.assert(
      fc.property(signals, anySignal, (all, more) => {
        const { proof: _, ...unknown } = { ...more, state: 'unknown' as const };
        const [before, after] = [judgeAll(all), judgeAll([...all, unknown])];
        assert.equal(after.state === 'dead', before.state === 'dead');
        assert.ok(after.state !== 'healthy' || before.state === 'healthy');
      }),
    );
  });
});
