import type { Sink } from '../sinks/sink.ts';
import type { LaneBatch, LaneSpool } from '../spool/lane-spool.ts';
import { Backoff } from './backoff.ts';
import { wait } from './wait.ts';

/** One batch. Small enough that a receiver that fails in the middle gets little twice. */
const BATCH_ENTRIES_MAX = 500;
const BATCH_BYTES_MAX = 512 * 1024;

/** For one batch, over whatever the sink has as timeouts of its own. */
const DELIVER_MS_MAX = 120_000;

/** How one sink is doing. */
export interface DeliveryStatistics {
  readonly sink: string;
  readonly delivered: number;
  /** Entries that the receiver will never take. */
  readonly rejected: number;
  readonly lastDeliveredMs: number | undefined;
  /** Why the last try failed; empty after a success. */
  readonly problem: string;
  readonly failures: number;
}

export interface DeliveryOptions {
  readonly sink: Sink;
  readonly spool: LaneSpool;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: () => number;
  /** Told once when a sink begins to fail and once when it works again, as a line for people. */
  readonly onChange: (line: string) => void;
}

/** Carries entries from the spool to one sink; every sink has its own, so that none waits for another. */
export class Delivery {
  readonly #o: DeliveryOptions;
  readonly #backoff: Backoff;
  #delivered = 0;
  #rejected = 0;
  #failures = 0;
  #problem = '';
  #lastDeliveredMs: number | undefined;

  constructor(o: DeliveryOptions) {
    this.#o = o;
    this.#backoff = new Backoff({ firstMs: 1000, maxMs: 60_000, random: o.random });
  }

  statistics(): DeliveryStatistics {
    return {
      sink: this.#o.sink.name,
      delivered: this.#delivered,
      rejected: this.#rejected,
      lastDeliveredMs: this.#lastDeliveredMs,
      problem: this.#problem,
      failures: this.#failures,
    };
  }

  /** Works until the signal is aborted. Never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const waitMs = await this.#step(signal);
      if (waitMs === 'appended') await this.#appended(signal);
      else if (waitMs > 0) await wait(waitMs, signal);
    }
  }

  /** Delivers what is there, once: until nothing is left, the first failure, or the signal. */
  async drain(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await this.#step(signal)) === 0);
  }

  async #step(signal: AbortSignal): Promise<number | 'appended'> {
    const { spool, sink } = this.#o;
    try {
      const batch = spool.read(sink.name, { entriesMax: BATCH_ENTRIES_MAX, bytesMax: BATCH_BYTES_MAX });
      if (batch.entries.length > 0) return await this.#deliver(batch, signal);
      return 'appended';
    } catch (error) {
      return this.#failed(error instanceof Error ? error.message : String(error));
    }
  }

  async #deliver(batch: LaneBatch, signal: AbortSignal): Promise<number> {
    const { spool, sink } = this.#o;
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(DELIVER_MS_MAX)]);
    const result = await sink.deliver(
      batch.entries.map(({ entry }) => entry),
      deadline,
    );
    if (result.kind === 'retry') {
      if (signal.aborted) return 1;
      return Math.max(this.#failed(result.reason), result.retryAfterMs ?? 0);
    }
    spool.commit(sink.name, batch);
    const rejected = result.kind === 'rejected' ? result.ids.length : 0;
    this.#rejected += rejected;
    this.#delivered += batch.entries.length - rejected;
    this.#lastDeliveredMs = this.#o.now();
    this.#backoff.reset();
    if (this.#problem !== '') this.#o.onChange(`sink ${sink.name}: works again`);
    this.#problem = '';
    if (result.kind === 'rejected') {
      this.#o.onChange(`sink ${sink.name}: refused ${rejected} entries for good: ${result.reason}`);
    }
    return 0;
  }

  #failed(reason: string): number {
    this.#failures += 1;
    if (this.#problem === '') {
      this.#o.onChange(`sink ${this.#o.sink.name}: ${reason}; entries wait in the spool`);
    }
    this.#problem = reason;
    return this.#backoff.next();
  }

  #appended(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        stop();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const stop = this.#o.spool.onAppend(done);
      signal.addEventListener('abort', done);
      // Something may have been appended since the spool was found empty.
      if (signal.aborted || this.#o.spool.pending(this.#o.sink.name) > 0) done();
    });
  }
}
