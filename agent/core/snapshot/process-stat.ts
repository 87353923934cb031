import { numberAt } from './scan-text.ts';

/** The file has 52 numbers and a name: it stays below this even with the largest ones. */
export const STAT_BYTES_MAX = 2048;

/** What the agent takes from `/proc/PID/stat` or `/proc/PID/task/TID/stat`. */
export interface ProcessStat {
  /** As the process chose it: not yet made safe. */
  readonly comm: string;
  /** One letter: R, S, D, Z, T, t, X, I. */
  readonly state: string;
  readonly cpuTicks: number;
  readonly threads: number;
  /** Ticks since boot; together with the pid it names a process for good. */
  readonly startTicks: number;
  readonly residentPages: number;
}

/**
 * `/proc/PID/stat` (fs/proc/array.c, do_task_stat): `pid (comm) state ppid …`. The comm may hold blanks and
 * parentheses, so fields are counted from the last `)`.
 * @returns undefined when the text is not of this shape
 */
export function parseProcessStat(text: string): ProcessStat | undefined {
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  if (open < 0 || close < open) return undefined;
  // Field 3 (state) stands two characters after the parenthesis; each blank that is skipped is one field on.
  const utimeAt = skipFields(text, close + 2, 11);
  const stimeAt = skipFields(text, utimeAt, 1);
  const threadsAt = skipFields(text, stimeAt, 5);
  const startAt = skipFields(text, threadsAt, 2);
  const residentAt = skipFields(text, startAt, 2);
  if (residentAt < 0) return undefined;
  const user = numberAt(text, utimeAt);
  const system = numberAt(text, stimeAt);
  const startTicks = numberAt(text, startAt);
  if (user === undefined || system === undefined || startTicks === undefined) return undefined;
  return {
    comm: text.slice(open + 1, close),
    state: text.charAt(close + 2),
    cpuTicks: user + system,
    threads: numberAt(text, threadsAt) ?? 0,
    startTicks,
    residentPages: numberAt(text, residentAt) ?? 0,
  };
}

/** Where the field `count` fields after the one at `at` starts; -1 when the text ends before, or `at` is -1. */
function skipFields(text: string, at: number, count: number): number {
  let position = at;
  for (let skipped = 0; skipped < count && position >= 0; skipped++) {
    const blank = text.indexOf(' ', position);
    position = blank < 0 ? -1 : blank + 1;
  }
  return position;
}
