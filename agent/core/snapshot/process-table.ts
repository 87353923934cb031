import type { cherub } from '#protocol/messages/generated/cherub.js';
import { BLOCKED_MAX, type BlockedTask, describeBlocked } from './blocked-tasks.ts';
import { type Part, present, unreadable } from './part.ts';
import { type ProcessStat, parseProcessStat, STAT_BYTES_MAX } from './process-stat.ts';
import type { SystemFiles } from './system-files.ts';
import { ThreadScan } from './thread-scan.ts';
import { TopProcesses, toProcess } from './top-processes.ts';

/**
 * Stat files of processes that one snapshot reads, at about 12 µs each: the whole table of a typical guest;
 * with more processes, the ones that matter (blocked or busy in the last snapshot) and a turn of the others.
 */
export const READS_MAX = 256;

/** Above this number of tasks /proc is not even listed (a fork bomb): the listing alone takes 1 µs for each. */
const LISTED_TASKS_MAX = 65_536;

/** Processes whose last CPU time is remembered, at about 100 bytes each. */
const REMEMBERED_MAX = 16_384;

/** Blocked tasks that are followed from snapshot to snapshot. */
const FOLLOWED_MAX = 64;

/**
 * In a calm guest, a kernel thread that did nothing when it was last read is read in every so-manieth snapshot:
 * they are two thirds of a small guest's processes.
 */
const RESTING_TURNS = 4;

const US_PER_SECOND = 1_000_000;

/** What a snapshot learns from the processes. */
export interface ProcessSample {
  readonly top: cherub.Process.$Properties[];
  readonly blocked: cherub.BlockedTask.$Properties[];
  readonly blockedTotal: number;
  /** Set when not every process was looked at. */
  readonly incomplete: string | undefined;
}

/** What other parts of the same snapshot say, to spend reads where they are worth it. */
export interface ProcessHints {
  /** All tasks of the guest, from /proc/loadavg. */
  readonly tasks: number;
  /** Something waits uninterruptibly, or may: threads are looked at, too, and every kernel thread. */
  readonly suspectBlocked: boolean;
}

interface Remembered {
  startTicks: number;
  cpuTicks: number;
  atUs: number;
  /** The listing in which the pid was last seen. */
  listing: number;
  isResting: boolean;
}

/**
 * Follows the processes from snapshot to snapshot: CPU time used in between, and tasks in state D.
 * Reads a bounded number of files each time, whatever the guest runs.
 */
export class ProcessTable {
  readonly #pageBytes: number;
  readonly #ticksPerSecond: number;
  readonly #threads = new ThreadScan();
  readonly #remembered = new Map<number, Remembered>();
  #pids: readonly number[] = [];
  #cursor = 0;
  #listing = 0;
  #favoured: readonly number[] = [];
  #blocked: ReadonlyMap<string, BlockedTask> = new Map();
  #lastUs: number | undefined;
  #turn = 0;

  constructor(options: { readonly pageBytes: number; readonly ticksPerSecond: number }) {
    this.#pageBytes = options.pageBytes;
    this.#ticksPerSecond = options.ticksPerSecond;
  }

  /** @param nowUs CLOCK_BOOTTIME, in which the kernel counts start times too */
  sample(files: SystemFiles, nowUs: number, hints: ProcessHints): Part<ProcessSample> {
    const listed = this.#relist(files, hints.tasks);
    if (listed.kind !== 'ok') return listed;
    const top = new TopProcesses();
    const blocked = new Map<string, BlockedTask>();
    const threaded: number[] = [];
    this.#turn++;
    for (const pid of this.#nextPids()) {
      if (!hints.suspectBlocked && this.#isResting(pid)) continue;
      const stat = this.#readStat(files, `/proc/${pid}/stat`);
      if (stat === undefined) {
        this.#remembered.delete(pid);
        continue;
      }
      top.add({ pid, stat, permille: this.#permille(pid, stat, nowUs) });
      if (stat.state === 'D') this.#note(blocked, pid, pid, stat, nowUs);
      if (stat.threads > 1) threaded.push(pid);
    }
    if (hints.suspectBlocked || this.#blocked.size > 0) {
      this.#threads.scan(files, threaded, this.#blocked.values(), (pid, tid, stat) =>
        this.#note(blocked, pid, tid, stat, nowUs),
      );
    }
    this.#lastUs = nowUs;
    return present(this.#finish(files, nowUs, top, blocked, listed.value));
  }

  #isResting(pid: number): boolean {
    const entry = this.#remembered.get(pid);
    if (entry?.isResting !== true || (pid + this.#turn) % RESTING_TURNS === 0) return false;
    entry.listing = this.#listing;
    return true;
  }

  #finish(
    files: SystemFiles,
    nowUs: number,
    top: TopProcesses,
    blocked: ReadonlyMap<string, BlockedTask>,
    incomplete: string | undefined,
  ): ProcessSample {
    const leaders = top.finish();
    const longest = [...blocked.values()].sort((a, b) => a.firstSeenUs - b.firstSeenUs);
    this.#blocked = new Map(longest.slice(0, FOLLOWED_MAX).map((task) => [keyOf(task), task]));
    this.#favoured = [
      ...new Set([
        ...longest.slice(0, FOLLOWED_MAX).map((task) => task.pid),
        ...leaders.map((leader) => leader.pid),
      ]),
    ];
    return {
      top: leaders.map((leader) => toProcess(leader, this.#pageBytes)),
      blocked: longest.slice(0, BLOCKED_MAX).map((task) => describeBlocked(files, task, nowUs)),
      blockedTotal: blocked.size,
      incomplete,
    };
  }

  /** Lists /proc anew when the last listing has been worked through; the value says what is left out. */
  #relist(files: SystemFiles, tasks: number): Part<string | undefined> {
    if (this.#cursor < this.#pids.length) return present(this.#turnReason());
    if (tasks > LISTED_TASKS_MAX) {
      this.#pids = [];
      return present(`${tasks} tasks: only ${this.#favoured.length} processes were read`);
    }
    const listed = files.list('/proc');
    if (!listed.ok) return unreadable('/proc', listed);
    const pids: number[] = [];
    for (const name of listed.names) {
      const pid = Number(name);
      if (Number.isInteger(pid) && pid > 0) pids.push(pid);
    }
    this.#forget();
    this.#pids = pids;
    this.#cursor = 0;
    this.#listing++;
    return present(this.#turnReason());
  }

  #turnReason(): string | undefined {
    const { length } = this.#pids;
    return length <= READS_MAX ? undefined : `${length} processes: ${READS_MAX} read each time, in turn`;
  }

  #nextPids(): readonly number[] {
    if (this.#pids.length <= READS_MAX && this.#cursor === 0 && this.#pids.length > 0) {
      this.#cursor = this.#pids.length;
      return this.#pids;
    }
    const favoured = this.#favoured.slice(0, READS_MAX / 2);
    const turn = this.#pids.slice(this.#cursor, this.#cursor + READS_MAX - favoured.length);
    this.#cursor += turn.length;
    return [...favoured, ...turn.filter((pid) => !favoured.includes(pid))];
  }

  /** Drops what was not met since the listing before the last one: those processes are gone. */
  #forget(): void {
    for (const [pid, entry] of this.#remembered) {
      if (entry.listing < this.#listing) this.#remembered.delete(pid);
    }
  }

  /**
   * CPU time in thousandths of one CPU since the process was last read; since its start when that is nearer.
   * 0 when neither is known. A pid with another start time is another process.
   */
  #permille(pid: number, stat: ProcessStat, nowUs: number): number {
    const before = this.#remembered.get(pid);
    const startUs = (stat.startTicks / this.#ticksPerSecond) * US_PER_SECOND;
    if (before !== undefined && before.startTicks === stat.startTicks) {
      const ticks = stat.cpuTicks - before.cpuTicks;
      const permille = this.#rate(ticks, nowUs - before.atUs);
      before.isResting = ticks === 0 && isQuietKernelThread(stat);
      before.cpuTicks = stat.cpuTicks;
      before.atUs = nowUs;
      before.listing = this.#listing;
      return permille;
    }
    if (before !== undefined || this.#remembered.size < REMEMBERED_MAX) {
      const { startTicks, cpuTicks } = stat;
      const listing = this.#listing;
      this.#remembered.set(pid, { startTicks, cpuTicks, atUs: nowUs, listing, isResting: false });
    }
    const isNew = this.#lastUs !== undefined && startUs >= this.#lastUs - this.#tickUs();
    return isNew ? this.#rate(stat.cpuTicks, nowUs - startUs) : 0;
  }

  #rate(ticks: number, elapsedUs: number): number {
    // Below a few ticks the quotient is noise, and a clock that stands still must not divide by zero.
    const measuredUs = Math.max(elapsedUs, this.#tickUs() * 2);
    return Math.max(0, Math.round((ticks * this.#tickUs() * 1000) / measuredUs));
  }

  #tickUs(): number {
    return US_PER_SECOND / this.#ticksPerSecond;
  }

  #readStat(files: SystemFiles, path: string): ProcessStat | undefined {
    const file = files.read(path, STAT_BYTES_MAX);
    return file.ok ? parseProcessStat(file.text) : undefined;
  }

  #note(blocked: Map<string, BlockedTask>, pid: number, tid: number, stat: ProcessStat, nowUs: number): void {
    const task = { pid, tid, comm: stat.comm, startTicks: stat.startTicks, firstSeenUs: nowUs };
    const key = keyOf(task);
    blocked.set(key, this.#blocked.get(key) ?? task);
  }
}

/** The same thread of the same process, whoever gets its number later. */
function keyOf(task: BlockedTask): string {
  return `${task.pid}/${task.tid}/${task.startTicks}`;
}

/** Kernel threads have no memory of their own; neither have zombies, which are in state Z. */
function isQuietKernelThread(stat: ProcessStat): boolean {
  return stat.residentPages === 0 && (stat.state === 'S' || stat.state === 'I');
}
