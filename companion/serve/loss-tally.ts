import type { ChannelName } from '../channels/channel.ts';

/** Losses of one kind are told together, at most so often. */
const TELL_EVERY_MS = 10_000;

/** Losses of one kind since they were last told. */
export interface Loss {
  readonly channel: ChannelName;
  readonly what: string;
  readonly count: number;
}

/** Adds up losses, so that a guest that causes many causes few entries. Pure; time comes in. */
export class LossTally {
  readonly #losses = new Map<string, Loss>();
  #toldMs = Number.NEGATIVE_INFINITY;

  add(channel: ChannelName, what: string, count: number): void {
    const key = `${channel} ${what}`;
    this.#losses.set(key, { channel, what, count: (this.#losses.get(key)?.count ?? 0) + count });
  }

  /** What is to be told now. */
  take(monotonicMs: number): Loss[] {
    if (this.#losses.size === 0 || monotonicMs - this.#toldMs < TELL_EVERY_MS) return [];
    return this.takeAll(monotonicMs);
  }

  takeAll(monotonicMs: number): Loss[] {
    const losses = [...this.#losses.values()];
    this.#losses.clear();
    this.#toldMs = monotonicMs;
    return losses;
  }
}
