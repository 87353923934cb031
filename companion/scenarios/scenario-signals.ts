import { scenarioSignals } from '../ladder/from-observations.ts';
import type { Signal } from '../ladder/signal.ts';
import type { ScenarioView } from './engine/engine.ts';

/** What scenarios that are bound to one VM say to the ladder (docs/specs/ladder.md). */
export function signalsOf(views: readonly ScenarioView[], nowMs: number): Signal[] {
  return scenarioSignals(
    views.flatMap(({ scenario, standing, decided, last }) => {
      const probe = decided ?? last;
      if (probe === undefined) return [];
      const isDecided = decided !== undefined;
      const isFailed = isDecided && standing.state === 'failed';
      return [
        {
          name: scenario.name,
          transport: probe.transport ?? scenario.transports[0] ?? 'console',
          rung: probe.rung ?? 'userspace',
          state: isDecided ? standing.state : 'unknown',
          ageMs: Math.max(0, Math.round(nowMs - probe.atMs)),
          periodMs: scenario.timing.periodMs,
          detail: probe.detail,
          ...(isFailed && probe.reached && { reached: probe.reached }),
        },
      ];
    }),
  );
}
