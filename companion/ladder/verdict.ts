import type { Rung, Signal } from './signal.ts';
import type { Suppression } from './suppression.ts';

/**
 * - `healthy`: every rung that is watched was seen working, the guest itself among them
 * - `dead`: `rung` is dead, by two independent sources or a proof
 * - `unknown`: cannot tell: evidence is missing, or only one source says dead (`rung` is then the one suspected)
 * - `suppressed`: a known pause explains whatever is silent
 * - `starting`: the guest began to start and has not reported yet
 */
export const VERDICT_STATES = ['healthy', 'dead', 'unknown', 'suppressed', 'starting'] as const;

export type VerdictState = (typeof VERDICT_STATES)[number];

/** One signal, and what the ladder made of it. */
export interface Vote {
  readonly signal: Signal;
  /** True when it carried the verdict. */
  readonly counts: boolean;
  /** One line for a person: why it counts or not. */
  readonly why: string;
}

export interface Verdict {
  readonly state: VerdictState;
  /** Dead: the lowest rung that is dead. Unknown: the one that is suspected, or that nothing is known of. */
  readonly rung?: Rung;
  /** When this verdict began, by the clock that the ladder is given (host's monotonic, milliseconds). */
  readonly sinceMs: number;
  /** Dead: when the rung, or one that stands on it, was last seen alive, by the same clock. */
  readonly lastAliveMs?: number;
  /** Every signal, those that count first. */
  readonly votes: readonly Vote[];
  /** One line for a person. */
  readonly reason: string;
  readonly suppression?: Suppression;
  /** What it will become if that holds for `waitMs`. */
  readonly pending?: PendingVerdict;
}

export interface PendingVerdict {
  readonly state: VerdictState;
  readonly rung?: Rung;
  readonly reason: string;
  readonly sinceMs: number;
  readonly waitMs: number;
}

export interface VerdictChange {
  readonly from: Verdict;
  readonly to: Verdict;
  /**
   * The death was over when it was understood: the guest had begun another life. It is worth an incident, and nothing
   * is to be restarted.
   */
  readonly isOver?: true;
}
