/** Decides when a heartbeat label is due. Asked about once a second. */
export interface Schedule {
  /** The longest distance between two labels that it promises. */
  readonly everySeconds: number;
  /** Whether one is due now; says so once for each. */
  due(now: { wallUs: number; monotonicUs: number }): boolean;
}

/** A late tick may skip this many seconds of the wall clock and none of them is lost; more is a step of the clock. */
const CATCH_UP_SECONDS_MAX = 5;

/**
 * A cron pattern, asked second by second whether it matches. Steps of the wall clock can neither silence it nor make it
 * walk through what was jumped over: after a step it goes on from the new time.
 */
export class CronSchedule implements Schedule {
  readonly everySeconds: number;
  readonly #matches: (wallMs: number) => boolean;
  #lastSecond: number | undefined;

  /** @param matches whether the pattern matches at a wall time in milliseconds since 1970 */
  constructor(everySeconds: number, matches: (wallMs: number) => boolean) {
    this.everySeconds = everySeconds;
    this.#matches = matches;
  }

  due(now: { wallUs: number }): boolean {
    const second = Math.floor(now.wallUs / 1e6);
    const last = this.#lastSecond;
    if (second === last) return false;
    this.#lastSecond = second;
    const stepped = last === undefined || second < last || second - last > CATCH_UP_SECONDS_MAX;
    for (let each = stepped ? second : last + 1; each <= second; each += 1) {
      if (this.#matches(each * 1000)) return true;
    }
    return false;
  }
}

/** It is asked about once a second: an ask this much early is the nearest one, and a label is never a second late. */
const EARLY_US = 500_000;

/** Every so many seconds of a clock that never steps; what was missed is left out, and the rhythm is kept. */
export class PeriodSchedule implements Schedule {
  readonly everySeconds: number;
  readonly #periodUs: number;
  #nextUs: number | undefined;
  #missed = 0;

  constructor(periodSeconds: number) {
    this.everySeconds = periodSeconds;
    this.#periodUs = Math.round(periodSeconds * 1e6);
  }

  /** How many were left out because nobody asked in time. */
  get missed(): number {
    return this.#missed;
  }

  due(now: { monotonicUs: number }): boolean {
    const next = this.#nextUs;
    if (next !== undefined && now.monotonicUs < next - EARLY_US) return false;
    const from = next ?? now.monotonicUs;
    const passed = Math.max(0, Math.floor((now.monotonicUs - from) / this.#periodUs));
    this.#missed += passed;
    this.#nextUs = from + (passed + 1) * this.#periodUs;
    return true;
  }
}
