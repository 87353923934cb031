import { parseKeyValues } from './key-values.ts';
import type { ProcFiles } from './proc-files.ts';
import { parseProcessStat, parseSchedstat, TICKS_PER_SECOND } from './process-stat.ts';

/** A QEMU with 512 vCPUs and its helpers has fewer. */
const THREADS_MAX = 2048;
const STACK_BYTES_MAX = 8192;
const TICK_US = 1_000_000 / TICKS_PER_SECOND;

export interface ThreadFacts {
  readonly tid: number;
  readonly name: string;
  /** As in /proc/PID/stat. */
  readonly state: string;
  /** User and system time, microseconds; steps of 10,000 where the kernel has no schedstat. */
  readonly cpuTimeUs: number;
  /** Time that it was ready to run and no CPU was free, microseconds. */
  readonly waitedUs?: number;
  /** The function in the kernel that it sleeps in; absent when it runs or the kernel does not tell. */
  readonly wchan?: string;
  /** Its kernel stack, a function a line; only root may read it. */
  readonly stack?: string;
}

export interface ProcessFacts {
  readonly pid: number;
  readonly startTicks: number;
  readonly name: string;
  readonly state: string;
  readonly cpuTimeUs: number;
  readonly residentBytes?: number;
  readonly swapBytes?: number;
  readonly threads: readonly ThreadFacts[];
  /** More threads than we read. */
  readonly threadsLeftOut: number;
}

/** What the host knows of a process and its threads; undefined when it is gone. @param o.stacks reads kernel stacks, too */
export function readProcess(
  files: ProcFiles,
  pid: number,
  o: { readonly stacks?: boolean } = {},
): ProcessFacts | undefined {
  const stat = parseProcessStat(files.text(`/proc/${pid}/stat`) ?? '');
  if (stat === undefined) return undefined;
  const status = parseKeyValues(files.text(`/proc/${pid}/status`) ?? '');
  const tids = files.list(`/proc/${pid}/task`).filter((name) => /^\d{1,9}$/u.test(name));
  const threads = tids
    .slice(0, THREADS_MAX)
    .map((tid) => readThread(files, `/proc/${pid}/task/${tid}`, o.stacks === true))
    .filter((thread) => thread !== undefined);
  const resident = status.get('VmRSS');
  const swap = status.get('VmSwap');
  return {
    pid,
    startTicks: stat.startTicks,
    name: stat.name,
    state: stat.state,
    cpuTimeUs: stat.cpuTicks * TICK_US,
    ...(resident !== undefined && { residentBytes: resident * 1024 }),
    ...(swap !== undefined && { swapBytes: swap * 1024 }),
    threads,
    threadsLeftOut: Math.max(0, tids.length - THREADS_MAX),
  };
}

/** One thread by itself, for sampling. */
export function readThread(files: ProcFiles, folder: string, withStack: boolean): ThreadFacts | undefined {
  const stat = parseProcessStat(files.text(`${folder}/stat`) ?? '');
  if (stat === undefined) return undefined;
  const sched = parseSchedstat(files.text(`${folder}/schedstat`) ?? '');
  const wchan = files.text(`${folder}/wchan`)?.trim();
  const stack = withStack ? files.text(`${folder}/stack`, STACK_BYTES_MAX)?.trimEnd() : undefined;
  return {
    tid: stat.pid,
    name: stat.name,
    state: stat.state,
    cpuTimeUs: sched === undefined ? stat.cpuTicks * TICK_US : Math.round(sched.runNs / 1000),
    ...(sched !== undefined && { waitedUs: Math.round(sched.waitNs / 1000) }),
    ...(wchan !== undefined && wchan !== '' && wchan !== '0' && { wchan }),
    ...(stack !== undefined && stack !== '' && { stack }),
  };
}
