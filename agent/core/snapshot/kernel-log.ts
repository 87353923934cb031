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

const NOTHING: KernelLogPart = { messages: [], dropped: 0 };

/** Follows the kernel log from snapshot to snapshot, keeping the newest messages and counting the others. */
export class KernelLogTail {
  #lastSequence: number | undefined;
  /** What snapshots out of turn have shown and no regular one has yet. */
  #carried = NOTHING;
  #historyFromUs: number | undefined;
  #isCaughtUp = false;

  /**
   * @param nowUs CLOCK_BOOTTIME; the kernel log's clock stops in a suspend and may be behind it, which does not matter
   * @param isOutOfTurn the messages are shown now and come again in the next regular snapshot
   */
  collect(source: KernelLogSource, nowUs: number, isOutOfTurn = false): Part<KernelLogPart> {
    this.#historyFromUs ??= nowUs - HISTORY_US;
    const { texts, count, hasEnded, problem } = readNewest(source);
    if (problem !== undefined && count === 0 && this.#carried.messages.length === 0) return failed(problem);
    const part = join(this.#carried, this.#parse(texts, count));
    this.#isCaughtUp ||= hasEnded;
    this.#carried = isOutOfTurn ? part : NOTHING;
    return present(part);
  }

  #parse(texts: readonly string[], count: number): KernelLogPart {
    const kept: cherub.KernelMessage.$Properties[] = [];
    const first = Math.max(0, count - MESSAGES_MAX);
    for (let index = first; index < count; index++) {
      const message = parseKernelMessage(texts[index % MESSAGES_MAX] ?? '');
      if (message !== undefined) kept.push(message);
    }
    const newest = kept.at(-1)?.sequence;
    if (newest === undefined || newest === null) return NOTHING;
    const before = this.#lastSequence;
    this.#lastSequence = newest;
    const messages = kept.filter((message) => !this.#inHistory(message));
    // Until the end was reached once, what is passed over is the boot's history and no loss.
    if (before === undefined || !this.#isCaughtUp) return { messages, dropped: 0 };
    // Sequence numbers have no holes: whatever is not kept was overwritten or pushed out by newer ones.
    return { messages, dropped: toUint32(newest - before - kept.length) };
  }

  #inHistory(message: cherub.KernelMessage.$Properties): boolean {
    return (message.monotonicUs ?? 0) < (this.#historyFromUs ?? 0);
  }
}

/** The newest records as a ring of `MESSAGES_MAX` texts, and how many there were in all. */
function readNewest(source: KernelLogSource): {
  readonly texts: readonly string[];
  readonly count: number;
  readonly hasEnded: boolean;
  readonly problem: string | undefined;
} {
  const texts: string[] = [];
  let count = 0;
  for (let reads = 0; reads < READS_MAX; reads++) {
    const read = source.next();
    if (read.kind === 'end') return { texts, count, hasEnded: true, problem: undefined };
    if (read.kind === 'failed') return { texts, count, hasEnded: false, problem: read.reason };
    if (read.kind === 'record') texts[count++ % MESSAGES_MAX] = read.text;
  }
  return { texts, count, hasEnded: false, problem: undefined };
}

function join(before: KernelLogPart, after: KernelLogPart): KernelLogPart {
  const all = [...before.messages, ...after.messages];
  const messages = all.slice(-MESSAGES_MAX);
  return { messages, dropped: toUint32(before.dropped + after.dropped + all.length - messages.length) };
}
