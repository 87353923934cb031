import type { Entry } from '../entries/entry.ts';
import type { Verdict } from './judge-answer.ts';
import type { DeliverResult } from './sink.ts';

/**
 * Finding one bad entry among 1,000 takes ten refusals. A receiver that refuses more than three such
 * searches refuses everything (for example an app that it does not know), and is not asked entry by entry.
 */
const REFUSALS_MAX = 32;

/** Sends part after part; halves a part that is refused, until the entry that nobody wants stands alone. */
export async function deliverParts(
  parts: readonly (readonly Entry[])[],
  send: (part: readonly Entry[]) => Promise<Verdict>,
): Promise<DeliverResult> {
  const open = [...parts];
  const rejected: string[] = [];
  let reason = '';
  let refusals = 0;
  for (let part = open.shift(); part !== undefined; part = open.shift()) {
    const verdict = await send(part);
    if (verdict.kind === 'retry') return verdict;
    if (verdict.kind === 'delivered') continue;
    if (verdict.kind === 'partly') {
      rejected.push(...part.slice(0, verdict.rejected).map((entry) => entry.id));
      reason = verdict.reason;
      continue;
    }
    refusals += 1;
    if (part.length > 1 && refusals <= REFUSALS_MAX) {
      open.unshift(part.slice(0, part.length >> 1), part.slice(part.length >> 1));
    } else {
      rejected.push(...part.map((entry) => entry.id));
      reason = verdict.reason;
    }
  }
  return rejected.length === 0 ? { kind: 'delivered' } : { kind: 'rejected', ids: rejected, reason };
}
