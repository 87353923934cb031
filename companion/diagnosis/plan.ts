import { LEVELS, type Level } from '../incidents/incident.ts';

/** A step as the planner sees it: what the catalogue knows of it on this VM. */
export interface Candidate<O> {
  readonly name: string;
  readonly options: O;
  readonly level: Level;
  /** The part that is missing when it is left out. */
  readonly path: string;
  readonly timeoutMs: number;
  readonly bytesMax: number;
  /** Why this VM cannot do it. */
  readonly unavailable?: string | undefined;
}

export interface PlannedStep<O> extends Candidate<O> {
  /** 1, or how often the script had this step before, and one more. */
  readonly turn: number;
}

export interface LeftOut<O> extends PlannedStep<O> {
  readonly reason: string;
}

export interface Plan<O> {
  /** In the order in which they are to run: harmless to harmful, and as the script has them within a level. */
  readonly steps: readonly PlannedStep<O>[];
  readonly leftOut: readonly LeftOut<O>[];
}

/** Decides what of a script is done, and in which order. Pure. @param level the highest that is allowed */
export function planDiagnosis<O>(
  candidates: readonly Candidate<O>[],
  level: { readonly script: Level; readonly policy: Level },
): Plan<O> {
  const turns = new Map<string, number>();
  const numbered = candidates.map((each): PlannedStep<O> => {
    const turn = (turns.get(each.path) ?? 0) + 1;
    turns.set(each.path, turn);
    return { ...each, turn };
  });
  const steps: PlannedStep<O>[] = [];
  const leftOut: LeftOut<O>[] = [];
  for (const step of numbered.toSorted((a, b) => rank(a.level) - rank(b.level))) {
    const reason = refusal(step, level);
    if (reason === undefined) steps.push(step);
    else leftOut.push({ ...step, reason });
  }
  return { steps, leftOut };
}

function refusal(
  { level, unavailable }: Candidate<unknown>,
  allowed: { readonly script: Level; readonly policy: Level },
): string | undefined {
  // What this VM cannot do is the better reason: a higher level would not help.
  if (unavailable !== undefined) return unavailable;
  if (rank(level) > rank(allowed.policy))
    return `level ${level} is not allowed here (up to ${allowed.policy})`;
  if (rank(level) > rank(allowed.script)) return `the script stops at level ${allowed.script}`;
  return undefined;
}

function rank(level: Level): number {
  return LEVELS.indexOf(level);
}

/**
 * What the next step gets of what is left: all that it wants as long as there is enough for those after it. Where there is not, who
 * wants little gets it, and the large ones share the rest evenly: a memory dump takes nothing from a console. What a step
 * does not use is there for the next.
 * @param wanted by the next step and all after it
 */
export function shareOf(left: number, wanted: readonly number[]): number {
  const [own = 0] = wanted;
  let rest = Math.max(0, left);
  let sharers = wanted.length;
  for (const each of wanted.toSorted((a, b) => a - b)) {
    const even = Math.floor(rest / sharers);
    if (each > even) return Math.min(own, even);
    rest -= each;
    sharers -= 1;
  }
  return own;
}
