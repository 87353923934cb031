/** What a process takes from its machine, read from its files under /proc. */
export interface ProcessUsage {
  /** Resident set, bytes. */
  readonly residentBytes: number;
  /** Resident set with each shared page divided by its sharers, bytes. */
  readonly proportionalBytes: number;
  /** Pages that only this process has and that cannot be dropped, bytes. */
  readonly privateDirtyBytes: number;
  readonly threads: number;
  /** User and system time since its start, in clock ticks of 10 ms. */
  readonly cpuTicks: number;
  /** When it started, in clock ticks since boot. */
  readonly startTicks: number;
}

/** USER_HZ, fixed at 100 on every Linux that Cherub runs on. */
export const TICKS_PER_SECOND = 100;

/** A shell command that prints what `parseUsage` reads. */
export function usageCommand(pid: number): string {
  return `cat /proc/${pid}/stat /proc/${pid}/smaps_rollup`;
}

/**
 * Reads `/proc/PID/stat` followed by `/proc/PID/smaps_rollup` (proc(5)).
 * @throws Error when a figure is missing: the process is gone
 */
export function parseUsage(text: string): ProcessUsage {
  const [stat = '', ...rollup] = text.trim().split('\n');
  // The name may hold spaces and brackets; fields count from behind its last bracket, where field 3 stands first.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const field = (number: number): number => figure(fields[number - 3], `field ${number} of stat`);
  const kilobytes = (name: string): number => {
    const line = rollup.find((each) => each.startsWith(`${name}:`));
    return figure(/(\d+) kB/.exec(line ?? '')?.[1], `${name} in smaps_rollup`) * 1024;
  };
  return {
    residentBytes: kilobytes('Rss'),
    proportionalBytes: kilobytes('Pss'),
    privateDirtyBytes: kilobytes('Private_Dirty'),
    threads: field(20),
    cpuTicks: field(14) + field(15),
    startTicks: field(22),
  };
}

function figure(text: string | undefined, what: string): number {
  const value = Number(text);
  if (text === undefined || !Number.isFinite(value)) throw new Error(`cannot read ${what}`);
  return value;
}
