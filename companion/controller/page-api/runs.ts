import type { UiGap, UiRun } from '../page/ui-types.ts';

/** A lane's signs of life, cut into stretches. */
export interface RunsAndGaps {
  readonly runs: readonly UiRun[];
  readonly gaps: readonly UiGap[];
}

/**
 * Joins signs of life that follow each other within `gapMs` into runs, and names what lies between as gaps.
 * @param beatsMs ascending; all within the window
 * @param o.previousMs last sign of life before the window, when there is one
 * @param o.untilMs end of what can be known: the window's end, or now
 */
export function toRuns(
  beatsMs: readonly number[],
  o: {
    readonly fromMs: number;
    readonly untilMs: number;
    readonly gapMs: number;
    readonly previousMs: number | undefined;
  },
): RunsAndGaps {
  const runs: { fromMs: number; toMs: number; beats: number }[] = [];
  const gaps: UiGap[] = [];
  let lastMs = o.previousMs;
  for (const beatMs of beatsMs) {
    const run = runs.at(-1);
    if (lastMs !== undefined && beatMs - lastMs > o.gapMs) {
      gaps.push({ fromMs: Math.max(o.fromMs, lastMs), toMs: beatMs });
      runs.push({ fromMs: beatMs, toMs: beatMs, beats: 1 });
    } else if (run === undefined) {
      runs.push({ fromMs: Math.max(o.fromMs, lastMs ?? beatMs), toMs: beatMs, beats: 1 });
    } else {
      run.toMs = beatMs;
      run.beats += 1;
    }
    lastMs = beatMs;
  }
  if (lastMs !== undefined && o.untilMs - lastMs > o.gapMs) {
    gaps.push({ fromMs: Math.max(o.fromMs, lastMs), toMs: o.untilMs });
  }
  return { runs, gaps };
}
