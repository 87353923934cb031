import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Ladder } from '#companion/ladder/ladder.ts';
import { RUNGS } from '#companion/ladder/signal.ts';
import { LadderBench, name, type Seen } from '#test/support/ladder-bench.ts';

const BOTH = ['console', 'recorder'] as const;
const PANIC: Seen = {
  id: 'console.panic',
  source: 'console',
  rung: 'kernel',
  state: 'dead',
  reason: 'Kernel panic',
};

function healthy(): LadderBench {
  const bench = new LadderBench(BOTH);
  bench.run(30);
  assert.equal(bench.verdict.state, 'healthy');
  return bench;
}

describe('a start has its grace', () => {
  const reset = { kind: 'reset', source: 'qmp', isOrderly: true, reason: 'host-qmp-system-reset' } as const;

  it('until the agent reports', () => {
    const bench = healthy();
    bench.silence();
    bench.life(reset);
    bench.run(120);
    assert.equal(bench.verdict.state, 'starting');
    bench.beat('recorder');
    assert.ok((bench.secondsUntil('healthy', 15) ?? 99) <= 15);
  });

  it('and not longer than its maximum', () => {
    const bench = healthy();
    bench.silence();
    bench.life(reset);
    assert.equal(bench.secondsUntil('dead: agent', 400), 302);
  });

  it('a guest that is reset again and again before it reports gets no other one', () => {
    const bench = healthy();
    bench.silence();
    for (let i = 0; i < 6; i += 1) {
      bench.life(reset);
      bench.run(60);
    }
    assert.equal(name(bench.verdict), 'dead: agent');
  });

  it('a panic in it is not hidden', () => {
    const bench = healthy();
    bench.silence();
    bench.life(reset);
    bench.run(10);
    bench.event(PANIC);
    bench.event({ ...PANIC, id: 'qmp.panic', source: 'qmp' });
    bench.run(1);
    assert.equal(name(bench.verdict), 'dead: kernel');
  });

  it('one source alone makes it unknown, not starting', () => {
    const bench = healthy();
    bench.silence();
    bench.life(reset);
    bench.run(10);
    bench.event(PANIC);
    bench.run(1);
    assert.deepEqual([bench.verdict.state, bench.verdict.rung], ['unknown', 'kernel']);
  });

  it('boot messages that a guest prints for fun give a few and no more', () => {
    const bench = healthy();
    const told = {
      kind: 'boot',
      source: 'console',
      isOrderly: true,
      toldByGuest: true,
      reason: 'Linux',
    } as const;
    for (let i = 0; i < 60; i += 1) {
      bench.life(told);
      bench.run(20);
    }
    assert.ok(bench.history.filter((each) => each === 'starting').length <= 12);
  });
});

describe('a pause has its bound', () => {
  it('after which a VM that is still paused is dead at its vCPUs', () => {
    const bench = healthy();
    bench.silence();
    bench.pause({ kind: 'paused', by: 'qmp', reason: 'the VM is paused' });
    bench.run(3590);
    assert.equal(bench.verdict.state, 'suppressed');
    assert.equal(bench.secondsUntil('dead: vcpu', 60) !== undefined, true);
    assert.match(bench.verdict.reason, /the VM is paused for 60 min, longer than 60 min/u);
  });

  it('a person names the end, and gets no more than a week', () => {
    const bench = healthy();
    bench.silence();
    bench.pause({ kind: 'person', by: 'ada', reason: 'maintenance', untilMs: Number.MAX_SAFE_INTEGER });
    bench.run(1);
    const { suppression } = bench.verdict;
    assert.equal(suppression && suppression.untilMs - suppression.sinceMs, 7 * 24 * 3_600_000);
    bench.resume('person');
    bench.pause({ kind: 'person', by: 'ada', reason: 'maintenance', untilMs: bench.nowMs + 100_000 });
    bench.run(90);
    assert.equal(bench.verdict.state, 'suppressed');
    assert.ok((bench.secondsUntil('dead: agent', 60) ?? 99) <= 45);
  });

  it('the word of the guest that it reboots holds for five minutes and is not renewed', () => {
    const bench = healthy();
    bench.silence();
    for (let i = 0; i < 10; i += 1) {
      bench.pause({ kind: 'guest-reboot', by: 'console', reason: 'reboot', toldByGuest: true });
      bench.run(40);
    }
    assert.equal(name(bench.verdict), 'dead: agent');
  });

  it('the word of a guest that lives on is not believed', () => {
    const bench = healthy();
    bench.pause({ kind: 'guest-reboot', by: 'console', reason: 'reboot', toldByGuest: true });
    bench.run(110);
    assert.equal(bench.verdict.state, 'healthy');
  });
});

describe('the verdict does not flicker', () => {
  it('one lost label does not take health away', () => {
    const bench = new LadderBench(['console']);
    bench.run(30);
    bench.silence();
    bench.run(12);
    bench.beat();
    bench.run(60);
    assert.deepEqual(bench.history, ['unknown', 'healthy']);
  });

  it('a dead guest that beats again is believed after ten seconds', () => {
    const bench = healthy();
    bench.silence();
    bench.secondsUntil('dead: agent', 60);
    bench.beat();
    bench.run(11);
    assert.equal(name(bench.verdict), 'dead: agent');
    assert.equal(bench.verdict.pending?.state, 'healthy');
    bench.run(10);
    assert.equal(bench.verdict.state, 'healthy');
  });

  it('a guest that dies and comes back all the time must be well for a minute', () => {
    const bench = healthy();
    for (let i = 0; i < 3; i += 1) {
      bench.silence();
      bench.secondsUntil('dead: agent', 90);
      bench.beat();
      bench.secondsUntil('healthy', 90);
    }
    bench.silence();
    bench.secondsUntil('dead: agent', 90);
    bench.beat();
    assert.ok((bench.secondsUntil('healthy', 120) ?? 0) > 60);
  });

  it('the verdict tells since when, and when life was last seen', () => {
    const bench = healthy();
    const lastMs = bench.nowMs;
    bench.silence();
    bench.secondsUntil('dead: agent', 60);
    const { sinceMs, lastAliveMs } = bench.verdict;
    assert.ok(lastAliveMs !== undefined && lastMs - lastAliveMs <= 10_000);
    assert.ok(sinceMs > lastAliveMs && sinceMs <= bench.nowMs - 2000);
  });
});

describe('time that jumps', () => {
  const jump = fc.record({
    monotonicMs: fc.integer({ min: 0, max: 7200 }).map((seconds) => seconds * 1000),
    wallMs: fc.integer({ min: -3_600_000, max: 3_600_000 }),
    seconds: fc.integer({ min: 1, max: 60 }),
  });

  it('never makes a guest dead that beats', () => {
    fc.assert(
      fc.property(fc.array(jump, { maxLength: 8 }), (jumps) => {
        const bench = healthy();
        for (const { monotonicMs, wallMs, seconds } of jumps) {
          bench.jump({ monotonicMs, wallMs });
          bench.run(seconds);
        }
        assert.ok(bench.history.every((each) => !each.startsWith('dead')));
        bench.run(120);
        assert.equal(bench.verdict.state, 'healthy');
      }),
      { numRuns: 50 },
    );
  });

  it('never hides for long one that hangs', () => {
    fc.assert(
      fc.property(fc.array(jump, { minLength: 1, maxLength: 4 }), (jumps) => {
        const bench = healthy();
        bench.silence();
        for (const { monotonicMs, wallMs, seconds } of jumps) {
          bench.jump({ monotonicMs, wallMs });
          bench.run(seconds);
        }
        assert.ok(bench.secondsUntil('dead: agent', 120) !== undefined);
      }),
      { numRuns: 50 },
    );
  });

  it('a clock that goes back is survived', () => {
    const ladder = new Ladder({ monotonicMs: 1_000_000, wallMs: 0 });
    const dead = (
      id: string,
      source: 'console' | 'link',
    ): Parameters<Ladder['step']>[0]['signals'][number] => ({
      id,
      source,
      rung: 'agent',
      state: 'dead',
      ageMs: 0,
      reason: 'gone',
    });
    for (const monotonicMs of [1_001_000, 500_000, 501_000, 502_000, 503_000, 504_000]) {
      const signals = [dead('a', 'console'), dead('b', 'link')];
      ladder.step({ now: { monotonicMs, wallMs: monotonicMs }, signals, suppressions: [], lifeChanges: [] });
    }
    assert.equal(ladder.verdict.state, 'suppressed');
  });
});

describe('one source alone never gives a death', () => {
  it('whatever it says, in whatever order, with pauses and starts', () => {
    const seen = fc.record({
      id: fc.constantFrom('x', 'y', 'z', 'console.panic'),
      rung: fc.constantFrom(...RUNGS),
      state: fc.constantFrom('alive' as const, 'dead' as const, 'unknown' as const),
      isEvent: fc.boolean(),
      shape: fc.constantFrom({}, { silence: true as const }, { part: 'cpu0' }),
    });
    const action = fc.oneof(
      seen.map((each) => ({ kind: 'sees' as const, each })),
      fc.constantFrom({ kind: 'reset' as const }, { kind: 'reboot' as const }, { kind: 'done' as const }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(action, fc.integer({ min: 1, max: 40 })), { maxLength: 12 }),
        (script) => {
          const bench = new LadderBench(['console']);
          bench.silence();
          for (const [what, seconds] of script) {
            if (what.kind === 'sees') {
              const { isEvent, shape, ...rest } = what.each;
              const one = { ...rest, ...shape, source: 'console' as const, reason: 'it says so' };
              if (isEvent) bench.event(one);
              else bench.sees(one);
            }
            if (what.kind === 'reset') {
              bench.life({ kind: 'boot', source: 'console', isOrderly: false, reason: 'boot' });
            }
            if (what.kind === 'reboot') {
              bench.pause({ kind: 'guest-reboot', by: 'console', reason: 'reboot', toldByGuest: true });
            }
            if (what.kind === 'done') bench.resume('guest-reboot');
            bench.run(seconds);
          }
          assert.ok(bench.history.every((each) => !each.startsWith('dead')));
        },
      ),
    );
  });
});
