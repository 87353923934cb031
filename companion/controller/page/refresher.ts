/**
 * Runs one job again and again, never twice at once, never more often than allowed: a request that comes while
 * the job runs makes it run once more.
 */
export class Refresher {
  readonly #job: (signal: AbortSignal) => Promise<void>;
  readonly #everyMs: () => number;
  readonly #abort = new AbortController();
  #timer: number | undefined;
  #isRunning = false;
  #isWanted = false;
  /** The next run needs no pause. */
  #isUrgent = false;

  /**
   * @param job handles its own errors
   * @param everyMs pause after a run, asked for after each
   */
  constructor(job: (signal: AbortSignal) => Promise<void>, everyMs: () => number) {
    this.#job = job;
    this.#everyMs = everyMs;
  }

  /** Asks for a run: now if none was lately, else when the time is up. */
  request(): void {
    this.#isWanted = true;
    if (this.#isRunning || this.#timer !== undefined || this.#abort.signal.aborted) return;
    void this.#run();
  }

  /** Asks for a run without a pause, because the reader wants something else. */
  requestNow(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isUrgent = this.#isRunning;
    this.request();
  }

  close(): void {
    this.#abort.abort();
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    this.#isWanted = false;
    this.#isRunning = true;
    try {
      await this.#job(this.#abort.signal);
    } finally {
      this.#isRunning = false;
      if (!this.#abort.signal.aborted) this.#pause();
    }
  }

  #pause(): void {
    const pauseMs = this.#isUrgent ? 0 : this.#everyMs();
    this.#isUrgent = false;
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      if (this.#isWanted) void this.#run();
    }, pauseMs);
  }
}
