import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ScenarioEngine } from '#companion/scenarios/engine/engine.ts';
import type { EngineOutput } from '#companion/scenarios/engine/output.ts';
import type { EngineScenario } from '#companion/scenarios/engine/scenario.ts';

const UPTIME: EngineScenario = {
  name: 'uptime',
  timing: { initialDelayMs: 0, periodMs: 10_000, timeoutMs: 1000, successThreshold: 1, failureThreshold: 3 },
  transports: ['console', 'disk', 'network'],
  diagnosis: 'default',
};

/** The VM can be looked at through its disk alone. */
function engineWith(scenario: EngineScenario = UPTIME): ScenarioEngine {
  const engine = new ScenarioEngine({
    chance: () => 0,
    availability: (_scenario, _app, transport) =>
      transport === 'disk' ? { ok: true } : { ok: false, reason: 'nobody listens' },
  });
  engine.bind(scenario, 'web', 0);
  return engine;
}

function startedRun(outputs: readonly EngineOutput[]): number {
  const start = outputs.find((output) => output.kind === 'startProbe');
  assert.ok(start);
  return start.runId;
}

const kinds = (outputs: readonly EngineOutput[]): string[] => outputs.map((output) => output.kind);

describe('the scenario engine', () => {
  it('uses the first transport that is available and says why it passed over the others', () => {
    const engine = engineWith();
    const [start] = engine.tick(0);
    assert.deepEqual(start, {
      kind: 'startProbe',
      runId: 1,
      scenario: 'uptime',
      app: 'web',
      transport: 'disk',
      passedOver: [{ transport: 'console', reason: 'nobody listens' }],
      timeoutMs: 1000,
    });
  });

  it('waits the initial delay, and then keeps the period', () => {
    const engine = engineWith({ ...UPTIME, timing: { ...UPTIME.timing, initialDelayMs: 5000 } });
    assert.deepEqual(engine.tick(4999), []);
    engine.result(startedRun(engine.tick(5000)), { outcome: 'ok', detail: 'up' }, 5100);
    assert.equal(engine.nextTickMs(), 15_000);
    assert.deepEqual(engine.tick(14_999), []);
    assert.deepEqual(kinds(engine.tick(15_000)), ['startProbe']);
  });

  it('fails after as many failures as the threshold, and then runs the diagnosis once', () => {
    const engine = engineWith();
    const outputs = [0, 1, 2, 3].map((turn) => {
      const run = startedRun(engine.tick(turn * 10_000));
      return kinds(engine.result(run, { outcome: 'failed', detail: 'no prompt' }, turn * 10_000 + 10));
    });
    assert.deepEqual(outputs, [[], [], ['change', 'runDiagnosis'], []]);
  });

  it('moves no threshold when a probe could not tell', () => {
    const engine = engineWith();
    for (const [turn, outcome] of (['failed', 'unknown', 'failed', 'unknown', 'failed'] as const).entries()) {
      assert.equal(engine.views(0)[0]?.standing.state, 'unknown');
      engine.result(startedRun(engine.tick(turn * 10_000)), { outcome, detail: '' }, turn * 10_000);
    }
    assert.equal(engine.views(0)[0]?.standing.state, 'failed');
  });

  it('abandons a stuck probe at its waiting time and does not listen to it any more', () => {
    const engine = engineWith();
    const run = startedRun(engine.tick(0));
    assert.deepEqual(engine.tick(999), []);
    const [abandoned] = engine.tick(1000);
    assert.deepEqual(abandoned, { kind: 'abandon', runId: run, reason: 'no answer within 1 s' });
    assert.deepEqual(engine.result(run, { outcome: 'ok', detail: 'late' }, 1500), []);
    assert.equal(engine.staleResults, 1);
    assert.equal(engine.views(1500)[0]?.last?.outcome, 'failed');
  });

  it('does not blame the guest when the host itself slept', () => {
    const engine = engineWith();
    engine.tick(0);
    engine.tick(3_600_000);
    assert.equal(engine.views(3_600_000)[0]?.standing.failures, 0);
  });

  it('could not tell when no transport is available', () => {
    const engine = engineWith({ ...UPTIME, transports: ['console', 'network'] });
    assert.deepEqual(engine.tick(0), []);
    const last = engine.views(0)[0]?.last;
    assert.equal(last?.outcome, 'unknown');
    assert.match(last.detail, /console: nobody listens; network: nobody listens/u);
  });

  it('stops its probe while a person pauses it, and goes on by itself at the end', () => {
    const engine = engineWith();
    engine.tick(0);
    const pause = { app: 'web', owner: 'ann', reason: 'upgrade', sinceMs: 100, untilMs: 25_000 };
    assert.deepEqual(kinds(engine.pause(pause)), ['abandon']);
    assert.deepEqual(
      [10_000, 20_000, 24_999].flatMap((at) => engine.tick(at)),
      [],
    );
    assert.equal(engine.views(20_000)[0]?.pause?.owner, 'ann');
    assert.deepEqual(kinds(engine.tick(30_000)), ['startProbe']);
    assert.deepEqual(engine.pauses(30_000), []);
  });

  it('bounds a pause to a week and takes it back', () => {
    const engine = engineWith();
    engine.pause({ app: 'web', scenario: 'uptime', owner: 'ann', reason: '', sinceMs: 0, untilMs: 1e15 });
    assert.equal(engine.pauses(0)[0]?.untilMs, 7 * 24 * 3_600_000);
    assert.equal(engine.resume('web'), false);
    assert.equal(engine.resume('web', 'uptime'), true);
    assert.deepEqual(kinds(engine.tick(0)), ['startProbe']);
  });

  it('goes on from a standing that was kept, and runs no second diagnosis', () => {
    const engine = engineWith();
    engine.bind(UPTIME, 'web', 0, { state: 'failed', successes: 0, failures: 3 });
    assert.deepEqual(
      engine.result(startedRun(engine.tick(0)), { outcome: 'failed', detail: 'still' }, 10),
      [],
    );
    const back = engine.result(startedRun(engine.tick(10_000)), { outcome: 'ok', detail: 'up' }, 10_010);
    assert.deepEqual(kinds(back), ['change']);
  });

  it('runs at once when asked, and forgets what is unbound', () => {
    const engine = engineWith();
    engine.result(startedRun(engine.tick(0)), { outcome: 'ok', detail: 'up' }, 1);
    assert.equal(engine.runNow('uptime', 'web', 2), true);
    assert.deepEqual(kinds(engine.tick(2)), ['startProbe']);
    assert.deepEqual(kinds(engine.unbind('uptime', 'web')), ['abandon']);
    assert.equal(engine.runNow('uptime', 'web', 3), false);
    assert.equal(engine.nextTickMs(), undefined);
  });
});
