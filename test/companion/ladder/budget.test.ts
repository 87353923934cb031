import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ALARM_BUDGET, Budget, RESTART_BUDGET } from '#companion/ladder/budget.ts';
import { FlapDamper } from '#companion/ladder/flap-damper.ts';

describe('a budget', () => {
  it('gives a burst, then one at a time', () => {
    const budget = new Budget(RESTART_BUDGET, 0);
    assert.deepEqual(
      [0, 0, 0, 0].map((at) => budget.take(at)),
      [true, true, true, false],
    );
    assert.equal(budget.waitMs(0), 3_600_000);
    assert.equal(budget.take(3_599_999), false);
    assert.equal(budget.take(3_600_000), true);
    assert.equal(budget.refused, 2);
  });

  it('never gives more than its capacity and its refill, whatever the clock does', () => {
    const times = fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(times, (steps) => {
        const budget = new Budget(ALARM_BUDGET, 0);
        let nowMs = 0;
        let forwardMs = 0;
        let taken = 0;
        for (const step of steps) {
          nowMs += step;
          forwardMs += Math.max(0, step);
          if (budget.take(nowMs)) taken += 1;
        }
        assert.ok(taken <= ALARM_BUDGET.capacity + forwardMs / ALARM_BUDGET.refillMs + 1e-6);
      }),
    );
  });

  it('goes on after a restart, with what came back meanwhile, and does not trust the file', () => {
    const budget = new Budget(RESTART_BUDGET, 0);
    for (let i = 0; i < 3; i += 1) budget.take(0);
    const saved = budget.save(0, 5000);
    const next = new Budget(RESTART_BUDGET, 77);
    next.restore(saved, 77, 5000 + 3_600_000);
    assert.equal(next.left(77), 1);
    next.restore({ tokens: 1e9, atMs: 0 }, 77, 0);
    assert.equal(next.left(77), 3);
    next.restore({ tokens: Number.NaN, atMs: 0 }, 77, 0);
    assert.equal(next.left(77), 0);
  });
});

describe('flapping', () => {
  it('begins with the third death within minutes, and ends by itself', () => {
    const damper = new FlapDamper();
    damper.died(0);
    damper.died(60_000);
    assert.equal(damper.isFlapping(60_000), false);
    damper.died(120_000);
    assert.equal(damper.isFlapping(120_000), true);
    assert.equal(damper.isFlapping(300_000), true);
    assert.equal(damper.isFlapping(1_200_000), false);
  });

  it('deaths far from each other are none', () => {
    const damper = new FlapDamper();
    for (let hour = 0; hour < 10; hour += 1) damper.died(hour * 3_600_000);
    assert.equal(damper.isFlapping(9 * 3_600_000), false);
  });
});
