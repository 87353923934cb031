/** One line of /proc/PID/stat or /proc/PID/task/TID/stat (Linux fs/proc/array.c, do_task_stat). */
export interface ProcessStat {
  readonly pid: number;
  /** At most 15 characters; chosen by the process itself. */
  readonly name: string;
  /** R running, S sleeping, D uninterruptible, T stopped, t traced, Z zombie, X dead, I idle. */
  readonly state: string;
  /** User and system time, clock ticks. */
  readonly cpuTicks: number;
  /** Start after the host's boot, clock ticks: with the pid it names one process for good. */
  readonly startTicks: number;
  /** The CPU that it ran on last. */
  readonly cpu: number;
}

/** USER_HZ, which is 100 on every architecture that EVE runs on. */
export const TICKS_PER_SECOND = 100;

/** Undefined for what is no such line. The name stands in brackets and may hold brackets and blanks. */
export function parseProcessStat(text: string): ProcessStat | undefined {
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  if (open < 1 || close < open) return undefined;
  const fields = text
    .slice(close + 2)
    .trim()
    .split(' ');
  const state = fields[0] ?? '';
  // Numbered from 1 in proc(5), where the state is field 3.
  const field = (number: number): number => Number(fields[number - 3] ?? Number.NaN);
  const stat = {
    pid: Number(text.slice(0, open).trim()),
    name: text.slice(open + 1, close),
    state,
    cpuTicks: field(14) + field(15),
    startTicks: field(22),
    cpu: field(39),
  };
  const isWhole = [stat.pid, stat.cpuTicks, stat.startTicks, stat.cpu].every(Number.isSafeInteger);
  return isWhole && /^[A-Za-z]$/u.test(state) ? stat : undefined;
}

/** /proc/PID/schedstat: nanoseconds on a CPU and waiting for one. Undefined for what is no such line. */
export function parseSchedstat(
  text: string,
): { readonly runNs: number; readonly waitNs: number } | undefined {
  const match = /^(\d+) (\d+) \d+\s*$/u.exec(text);
  return match === null ? undefined : { runNs: Number(match[1]), waitNs: Number(match[2]) };
}
