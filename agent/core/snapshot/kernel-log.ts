import type { cherub } from '#protocol/messages/generated/cherub.js';
import { parseKernelMessage } from './kernel-message.ts';
import { failed, type Part, present } from './part.ts';
import { toUint32 } from './scan-text.ts';

/**
 * The next record of the kernel's log. `end`: nothing new (EAGAIN); `overwritten`: the kernel dropped records
 * that were not read yet, and the next call goes on behind them (EPIPE).
 */
export type KernelLogRead =
  | { readonly kind: 'record'; readonly text: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'overwritten' }
  | { readonly kind: 'failed'; readonly reason: string };

/** One open reader of `/dev/kmsg`; `next` never waits. */
export interface KernelLogSource {
  next(): KernelLogRead;
}

/** The kernel log since the last snapshot. */
export interface KernelLogPart {
  readonly messages: cherub.KernelMessage.$Properties[];
  readonly dropped: number;
}

/** Newest messages that are kept: a kernel's whole report of a hung task. */
export const MESSAGES_MAX = 32;

/** Records that one snapshot reads, at about 2 µs each; under a flood the rest waits or is overwritten. */
const READS_MAX = 1000;

/** How far back the first snapshot looks: what led to this start of the agent, not the whole boot. */
const HISTORY_US = 60_000_000;

/** Follows the kernel log from snapshot to snapshot, keeping the newest messages and counting the others. */
export class KernelLogTail {
  #lastSequence: number | undefined;
  #historyFromUs: number | undefined;

  /** @param nowUs the kernel log's clock runs a little behind CLOCK_BOOTTIME after a suspend; that does not matter */
  collect(source: KernelLogSource, nowUs: number): Part<KernelLogPart> {
    this.#historyFromUs ??= nowUs - HISTORY_US;
    const texts: string[] = [];
    let next = 0;
    let problem: string | undefined;
    for (let reads = 0; reads < READS_MAX; reads++) {
      const read = source.next();
      if (read.kind === 'end') break;
      if (read.kind === 'failed') {
        problem = read.reason;
        break;
      }
      if (read.kind === 'record') texts[next++ % MESSAGES_MAX] = read.text;
    }
    if (problem !== undefined && next === 0) return failed(problem);
    return present(this.#finish(texts, next));
  }

  #finish(texts: readonly string[], count: number): KernelLogPart {
    const kept: cherub.KernelMessage.$Properties[] = [];
    const first = Math.max(0, count - MESSAGES_MAX);
    for (let index = first; index < count; index++) {
      const message = parseKernelMessage(texts[index % MESSAGES_MAX] ?? '');
      if (message !== undefined) kept.push(message);
    }
    const newest = kept.at(-1)?.sequence;
    if (newest === undefined || newest === null) return { messages: [], dropped: 0 };
    const before = this.#lastSequence;
    this.#lastSequence = newest;
    if (before === undefined || this.#inHistory(kept.at(-1))) {
      return { messages: kept.filter((message) => !this.#inHistory(message)), dropped: 0 };
    }
    const messages = kept.filter((message) => !this.#inHistory(message));
    // Sequence numbers have no holes: what is neither kept nor history was overwritten or pushed out.
    const skipped = kept.length - messages.length;
    return { messages, dropped: toUint32(newest - before - messages.length - skipped) };
  }

  #inHistory(message: cherub.KernelMessage.$Properties | undefined): boolean {
    return (message?.monotonicUs ?? 0) < (this.#historyFromUs ?? 0);
  }
}
