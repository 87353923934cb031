/** How much may be done in a burst, and how fast the right to do more comes back. */
export interface BudgetOptions {
  readonly capacity: number;
  /** One more after this many milliseconds. */
  readonly refillMs: number;
}

/** Restarts of one VM: three at once, then one in an hour, so that a guest that cannot start is not restarted for ever. */
export const RESTART_BUDGET: BudgetOptions = { capacity: 3, refillMs: 3_600_000 };

/** Alarms of one VM: ten at once, then one in six minutes. */
export const ALARM_BUDGET: BudgetOptions = { capacity: 10, refillMs: 360_000 };

/** What a budget is after a restart of the companion; plain JSON. */
export interface SavedBudget {
  readonly tokens: number;
  /** Wall clock, the only one that a restart outlives. */
  readonly atMs: number;
}

/**
 * A token bucket. Pure: every call carries the time, and time that goes back gives nothing and takes nothing.
 */
export class Budget {
  readonly #options: BudgetOptions;
  #tokens: number;
  #atMs: number;
  #refused = 0;

  constructor(options: BudgetOptions, nowMs: number) {
    this.#options = options;
    this.#tokens = options.capacity;
    this.#atMs = nowMs;
  }

  /** How often nothing was left. */
  get refused(): number {
    return this.#refused;
  }

  /** @returns false when nothing is left; it is counted */
  take(nowMs: number): boolean {
    this.#refill(nowMs);
    if (this.#tokens < 1) {
      this.#refused += 1;
      return false;
    }
    this.#tokens -= 1;
    return true;
  }

  /** Whole ones that are left. */
  left(nowMs: number): number {
    this.#refill(nowMs);
    return Math.floor(this.#tokens);
  }

  /** How long until there is one again; 0 when there is. */
  waitMs(nowMs: number): number {
    this.#refill(nowMs);
    return this.#tokens >= 1 ? 0 : Math.ceil((1 - this.#tokens) * this.#options.refillMs);
  }

  save(nowMs: number, wallMs: number): SavedBudget {
    this.#refill(nowMs);
    return { tokens: this.#tokens, atMs: wallMs };
  }

  /** Goes on with what an earlier run left; a value from a file is not trusted to be in range. */
  restore(saved: SavedBudget, nowMs: number, wallMs: number): void {
    const { capacity, refillMs } = this.#options;
    const gained = Math.max(0, wallMs - saved.atMs) / refillMs;
    const tokens = Number.isFinite(saved.tokens + gained) ? saved.tokens + gained : 0;
    this.#tokens = Math.min(capacity, Math.max(0, tokens));
    this.#atMs = nowMs;
  }

  #refill(nowMs: number): void {
    const { capacity, refillMs } = this.#options;
    const passedMs = Math.max(0, nowMs - this.#atMs);
    this.#tokens = Math.min(capacity, this.#tokens + passedMs / refillMs);
    this.#atMs = nowMs;
  }
}
