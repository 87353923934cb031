import type { Report } from './report.ts';
import type { TimeRange } from './time-axis.ts';

/** A plot over less shows nothing. */
const SPAN_MS_MIN = 10_000;

/** From the first thing that is known to the sealing. The guest's clock plays no part in it. */
export function rangeOf(report: Report, what: 'tracks' | 'snapshots'): TimeRange {
  const { evidence, sealedAtMs } = report;
  const starts =
    what === 'tracks'
      ? evidence.tracks.flatMap((track) => track.stretches.map((stretch) => stretch.fromMs))
      : evidence.snapshots.map((point) => point.atMs);
  const first = starts.filter((ms) => ms > 0).reduce((least, ms) => Math.min(least, ms), sealedAtMs);
  return { fromMs: Math.min(first, sealedAtMs - SPAN_MS_MIN), toMs: sealedAtMs };
}
