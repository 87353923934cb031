import type { Entry } from '../entries/entry.ts';

/**
 * What goes out first when a controller comes back, and what is dropped last: each lane has room of its own, so that a
 * flood in one takes nothing from another.
 */
export const LANES = ['urgent', 'normal', 'bulk'] as const;
export type Lane = (typeof LANES)[number];

/** Share of the spool's bytes; together 1. */
export const LANE_SHARES: Readonly<Record<Lane, number>> = { urgent: 1 / 8, normal: 5 / 8, bulk: 1 / 4 };

/** Small, rare, and what a person looks for: what died, what was done about it, what was lost. */
const URGENT: ReadonlySet<string> = new Set(['verdict', 'incident', 'channel', 'loss', 'start', 'stop']);

/** Everything that is not known is normal. */
export function laneOf(entry: Entry): Lane {
  const kind = entry.tags['cherub.kind'] ?? '';
  if (URGENT.has(kind)) return 'urgent';
  return kind === 'bundle' ? 'bulk' : 'normal';
}
