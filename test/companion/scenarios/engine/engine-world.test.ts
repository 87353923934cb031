import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ScenarioEngine } from '#companion/scenarios/engine/engine.ts';
import type { EngineScenario } from '#companion/scenarios/engine/scenario.ts';
import { JITTER } from '#companion/scenarios/engine/track.ts';

const APPS = 200;
const PERIOD_MS = 10_000;
const TIMEOUT_MS = 3000;
const STEP_MS = 100;
const END_MS = 65_000;

const SCENARIO: EngineScenario = {
  name: 'uptime',
  timing: {
    initialDelayMs: 0,
    periodMs: PERIOD_MS,
    timeoutMs: TIMEOUT_MS,
    successThreshold: 1,
    failureThreshold: 3,
  },
  transports: ['console'],
};

interface Run {
  readonly app: string;
  /** undefined: never answers. */
  readonly endMs: number | undefined;
}

/** 200 applications of which some never answer; gives when each app's probes started. */
function simulate(chance: () => number, isStuck: (app: number) => boolean): Map<string, number[]> {
  const engine = new ScenarioEngine({ chance, availability: () => ({ ok: true }) });
  const starts = new Map<string, number[]>();
  const runs = new Map<number, Run>();
  for (let app = 0; app < APPS; app += 1) {
    engine.bind(SCENARIO, `${app}`, 0);
  }
  for (let nowMs = 0; nowMs <= END_MS; nowMs += STEP_MS) {
    for (const output of engine.tick(nowMs)) {
      if (output.kind === 'abandon') assert.ok(runs.delete(output.runId));
      if (output.kind !== 'startProbe') continue;
      const { app, runId } = output;
      assert.ok(![...runs.values()].some((run) => run.app === app), 'two probes at once');
      starts.set(app, [...(starts.get(app) ?? []), nowMs]);
      runs.set(runId, { app, endMs: isStuck(Number(app)) ? undefined : nowMs + chance() * 2500 });
    }
    for (const [runId, { endMs }] of runs) {
      if (endMs === undefined || endMs > nowMs) continue;
      runs.delete(runId);
      engine.result(runId, { outcome: 'ok', detail: 'up' }, nowMs);
    }
  }
  const states = engine.views(END_MS).map((view) => [isStuck(Number(view.app)), view.standing.state]);
  for (const [stuck, state] of states) assert.equal(state, stuck ? 'failed' : 'ok');
  return starts;
}

describe('a world of 200 applications', () => {
  it('has no overlap, keeps every period within the jitter, and lets no stuck probe delay another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.integer({ min: 2, max: 9 }), (seed, every) => {
        let state = seed;
        const chance = (): number => {
          state = (state * 48_271) % 2_147_483_647;
          return state / 2_147_483_647;
        };
        const starts = simulate(chance, (app) => app % every === 0);
        assert.equal(starts.size, APPS);
        for (const times of starts.values()) {
          assert.ok((times[0] ?? END_MS) <= PERIOD_MS);
          for (const [i, at] of times.slice(1).entries()) {
            const gapMs = at - (times[i] ?? 0);
            assert.ok(Math.abs(gapMs - PERIOD_MS) <= JITTER * PERIOD_MS + STEP_MS, `${gapMs}`);
          }
        }
      }),
      { numRuns: 10 },
    );
  });
});
