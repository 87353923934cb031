import type { BlockedTask } from './blocked-tasks.ts';
import { type ProcessStat, parseProcessStat, STAT_BYTES_MAX } from './process-stat.ts';
import type { SystemFiles } from './system-files.ts';

/** Files of threads that one snapshot reads: under 1 ms. */
const READS_MAX = 64;

/** Threads of one process that are ever looked at. */
const THREADS_OF_ONE_MAX = 256;

/** Told of each thread in state D. */
export type BlockedThread = (pid: number, tid: number, stat: ProcessStat) => void;

/**
 * Looks for threads in state D behind a main thread that sleeps. First those that were blocked before, then
 * the others in turn, a bounded number each time.
 */
export class ThreadScan {
  /** The process and the thread in it where the next turn goes on. */
  #nextPid = 0;
  #nextThread = 0;

  /**
   * @param threaded pids with more than one thread, of the ones that were just read
   * @param known tasks that were blocked in the last snapshot
   */
  scan(
    files: SystemFiles,
    threaded: readonly number[],
    known: Iterable<BlockedTask>,
    visit: BlockedThread,
  ): void {
    let reads = 0;
    const seen = new Set<number>();
    for (const { pid, tid } of known) {
      if (pid === tid || reads >= READS_MAX / 2) continue;
      seen.add(tid);
      reads += this.#look(files, pid, tid, visit);
    }
    const start = Math.max(
      0,
      threaded.findIndex((pid) => pid >= this.#nextPid),
    );
    for (let count = 0; count < threaded.length; count++) {
      const pid = threaded[(start + count) % threaded.length] ?? 0;
      const from = pid === this.#nextPid ? this.#nextThread : 0;
      const tids = this.#threadsOf(files, pid);
      reads++;
      for (let index = from; index < tids.length; index++) {
        if (reads >= READS_MAX) {
          this.#nextPid = pid;
          this.#nextThread = index;
          return;
        }
        const tid = tids[index] ?? 0;
        if (tid !== pid && !seen.has(tid)) reads += this.#look(files, pid, tid, visit);
      }
    }
    this.#nextPid = 0;
    this.#nextThread = 0;
  }

  #threadsOf(files: SystemFiles, pid: number): number[] {
    const listed = files.list(`/proc/${pid}/task`);
    return listed.ok ? listed.names.slice(0, THREADS_OF_ONE_MAX).map(Number) : [];
  }

  #look(files: SystemFiles, pid: number, tid: number, visit: BlockedThread): number {
    const file = files.read(`/proc/${pid}/task/${tid}/stat`, STAT_BYTES_MAX);
    const stat = file.ok ? parseProcessStat(file.text) : undefined;
    if (stat?.state === 'D') visit(pid, tid, stat);
    return 1;
  }
}
