import type { Outcome, Timing } from './scenario.ts';

/** Where a scenario stands between its thresholds; kept over a restart. */
export interface Standing {
  /** After the thresholds; `unknown` until one was reached. */
  readonly state: Outcome;
  /** Runs of the same outcome, each at most its threshold. */
  readonly successes: number;
  readonly failures: number;
}

export const NO_STANDING: Standing = { state: 'unknown', successes: 0, failures: 0 };

/** The standing after one more probe. A probe that could not tell moves neither threshold, and breaks no run. */
export function advance(
  standing: Standing,
  outcome: Outcome,
  limits: Pick<Timing, 'successThreshold' | 'failureThreshold'>,
): Standing {
  if (outcome === 'unknown') return standing;
  const isOk = outcome === 'ok';
  const successes = isOk ? Math.min(standing.successes + 1, limits.successThreshold) : 0;
  const failures = isOk ? 0 : Math.min(standing.failures + 1, limits.failureThreshold);
  const isReached = isOk ? successes >= limits.successThreshold : failures >= limits.failureThreshold;
  return { state: isReached ? outcome : standing.state, successes, failures };
}
