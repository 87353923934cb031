import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SuppressionFact } from '#companion/ladder/suppression.ts';
import { lapsedSignal, SuppressionLedger } from '#companion/ladder/suppression-ledger.ts';

const CALM = { lifeSeenMs: undefined, hasExited: false };
const PAUSED: SuppressionFact = { kind: 'paused', by: 'qmp', reason: 'the VM is paused', sinceMs: 0 };

describe('the ledger of pauses', () => {
  it('counts the bound from the first time, however often it is told', () => {
    const ledger = new SuppressionLedger();
    assert.equal(ledger.update([PAUSED], 0, CALM).active?.untilMs, 3_600_000);
    const again = ledger.update([{ ...PAUSED, sinceMs: 3_000_000 }], 3_000_000, CALM);
    assert.equal(again.active?.untilMs, 3_600_000);
    const late = ledger.update([PAUSED], 3_600_000, CALM);
    assert.equal(late.active, undefined);
    assert.deepEqual(
      late.lapsed.map(({ kind }) => kind),
      ['paused'],
    );
  });

  it('begins anew when the pause was over in between', () => {
    const ledger = new SuppressionLedger();
    ledger.update([PAUSED], 0, CALM);
    ledger.update([], 10, CALM);
    assert.equal(ledger.update([{ ...PAUSED, sinceMs: 20 }], 20, CALM).active?.untilMs, 3_600_020);
  });

  it('of several the one that lasts longest is in force', () => {
    const ledger = new SuppressionLedger();
    const saving: SuppressionFact = { kind: 'saving', by: 'qmp', reason: 'saved', sinceMs: 0 };
    assert.equal(ledger.update([saving, PAUSED], 1, CALM).active?.kind, 'paused');
  });

  it('what explained the end of QEMU goes on to hold after it', () => {
    const ledger = new SuppressionLedger();
    const down: SuppressionFact = { kind: 'guest-shutdown', by: 'qmp', reason: 'down', sinceMs: 0 };
    ledger.update([down], 0, CALM);
    const exited = { lifeSeenMs: undefined, hasExited: true };
    assert.equal(ledger.update([], 1000, exited).active?.kind, 'guest-shutdown');
    assert.equal(ledger.update([], 24 * 3_600_000, exited).active, undefined);
    ledger.update([PAUSED], 0, CALM);
    assert.equal(ledger.update([], 1000, exited).active, undefined);
  });

  it('a lapsed pause of QEMU is a dead vCPU, one of a person is not', () => {
    const lapsed = { ...PAUSED, untilMs: 3_600_000 };
    assert.deepEqual(
      [lapsedSignal(lapsed, 3_700_000), lapsedSignal({ ...lapsed, by: 'ada' }, 3_700_000)].map(
        ({ rung, state, ageMs }) => [rung, state, ageMs],
      ),
      [
        ['vcpu', 'dead', 100_000],
        ['vcpu', 'unknown', 100_000],
      ],
    );
  });
});
