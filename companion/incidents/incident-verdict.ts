import type { Verdict } from '../ladder/verdict.ts';
import type { IncidentVerdict } from './incident.ts';

/**
 * The verdict as a bundle keeps it.
 * @param now the same moment by the ladder's clock and by the host's wall clock, milliseconds
 */
export function toIncidentVerdict(
  verdict: Verdict,
  now: { readonly ladderMs: number; readonly wallMs: number },
): IncidentVerdict {
  const toWall = (ladderMs: number): number => Math.round(now.wallMs - (now.ladderMs - ladderMs));
  return {
    state: verdict.state,
    ...(verdict.rung && { rung: verdict.rung }),
    sinceMs: toWall(verdict.sinceMs),
    ...(verdict.lastAliveMs !== undefined && { lastAliveMs: toWall(verdict.lastAliveMs) }),
    reason: verdict.reason,
    votes: verdict.votes.map(({ signal, counts, why }) => ({
      id: signal.id,
      source: signal.source,
      rung: signal.rung,
      state: signal.state,
      atMs: Math.round(now.wallMs - signal.ageMs),
      reason: signal.reason,
      ...(signal.proof && { proof: signal.proof }),
      ...(signal.part !== undefined && { part: signal.part }),
      counts,
      why,
    })),
  };
}
