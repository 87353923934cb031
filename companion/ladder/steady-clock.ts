import type { Now } from '../channels/channel-age.ts';

export interface Tick {
  /** Never goes back, whatever the caller's clock does. */
  readonly nowMs: number;
  /** The host, or the companion, stood still, or its wall clock stepped. */
  readonly gap?: 'host-suspend' | 'clock-jump';
}

/** Time as the ladder sees it: a monotonic clock that is held to its promise, and what a jump means. */
export class SteadyClock {
  readonly #gapMs: number;
  #last: Now;
  #nowMs: number;

  constructor(start: Now, gapMs: number) {
    this.#gapMs = gapMs;
    this.#last = start;
    this.#nowMs = start.monotonicMs;
  }

  tick(now: Now): Tick {
    const passedMs = now.monotonicMs - this.#last.monotonicMs;
    const wallMs = now.wallMs - this.#last.wallMs;
    this.#last = now;
    this.#nowMs += Math.max(0, passedMs);
    if (passedMs > this.#gapMs || passedMs < 0) return { nowMs: this.#nowMs, gap: 'host-suspend' };
    // A suspended host: the monotonic clock stood still and the wall clock did not.
    if (Math.abs(wallMs - passedMs) > this.#gapMs) return { nowMs: this.#nowMs, gap: 'clock-jump' };
    return { nowMs: this.#nowMs };
  }
}
