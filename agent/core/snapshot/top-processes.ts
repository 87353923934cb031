import type { cherub } from '#protocol/messages/generated/cherub.js';
import type { ProcessStat } from './process-stat.ts';
import { safeText } from './safe-text.ts';
import { toUint32, toUint53 } from './scan-text.ts';

const BY_CPU_MAX = 8;
/** The largest in memory follow, when they are not there already: a memory shortage is seldom the busiest one's. */
const BY_MEMORY_MAX = 2;
/** Kernel worker names may have 64 bytes, comm of programs 15. */
export const COMM_BYTES_MAX = 64;

/** A process that was read in this snapshot. */
export interface Candidate {
  readonly pid: number;
  readonly stat: ProcessStat;
  readonly permille: number;
}

/** Keeps the busiest and the largest of the processes that it is shown, without keeping the rest. */
export class TopProcesses {
  readonly #busy: Candidate[] = [];
  readonly #large: Candidate[] = [];

  add(candidate: Candidate): void {
    if (candidate.permille > 0) insert(this.#busy, candidate, BY_CPU_MAX, (c) => c.permille);
    if (candidate.stat.residentPages > 0) {
      insert(this.#large, candidate, BY_CPU_MAX + BY_MEMORY_MAX, (c) => c.stat.residentPages);
    }
  }

  /** The busiest first, then the largest of the others. */
  finish(): Candidate[] {
    const others = this.#large.filter((large) => !this.#busy.some((busy) => busy.pid === large.pid));
    const added = others.slice(0, BY_MEMORY_MAX).sort((a, b) => b.permille - a.permille);
    return [...this.#busy, ...added];
  }
}

/** The message for a candidate. */
export function toProcess(candidate: Candidate, pageBytes: number): cherub.Process.$Properties {
  const { pid, stat, permille } = candidate;
  return {
    pid,
    comm: safeText(stat.comm, COMM_BYTES_MAX),
    state: safeText(stat.state, 1),
    cpuPermille: toUint32(permille),
    residentBytes: toUint53(stat.residentPages * pageBytes),
    threads: toUint32(stat.threads),
  };
}

/** Insertion into a short list sorted downwards; most candidates stop at the first comparison. */
function insert(list: Candidate[], candidate: Candidate, max: number, rank: (c: Candidate) => number): void {
  const value = rank(candidate);
  const last = list.at(-1);
  if (list.length >= max && last !== undefined && rank(last) >= value) return;
  const at = list.findIndex((other) => rank(other) < value);
  list.splice(at < 0 ? list.length : at, 0, candidate);
  if (list.length > max) list.pop();
}
