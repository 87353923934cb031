import { Delivery, type DeliveryStatistics } from '../delivery/delivery.ts';
import type { Sink } from '../sinks/sink.ts';
import type { LaneSpool } from '../spool/lane-spool.ts';
import type { Host } from './host.ts';

/** All sinks at work, from start to stop. */
export class Deliveries {
  readonly #sinks: readonly Sink[];
  readonly #deliveries: readonly Delivery[];
  readonly #stop = new AbortController();
  readonly #running: Promise<unknown>;

  constructor(sinks: readonly Sink[], spool: LaneSpool, host: Host) {
    this.#sinks = sinks;
    this.#deliveries = sinks.map(
      (sink) => new Delivery({ sink, spool, now: host.wallMs, random: host.random, onChange: host.log }),
    );
    this.#running = Promise.all(this.#deliveries.map((delivery) => delivery.run(this.#stop.signal)));
  }

  statistics(): DeliveryStatistics[] {
    return this.#deliveries.map((delivery) => delivery.statistics());
  }

  /** Ends what is under way; what was not confirmed comes again. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** After `stop`: sends what is left, for so long at most. */
  async drain(limitMs: number): Promise<void> {
    const limit = AbortSignal.timeout(limitMs);
    await Promise.all(this.#deliveries.map((delivery) => delivery.drain(limit)));
  }

  async close(): Promise<void> {
    await Promise.all(this.#sinks.map(async (sink) => sink.close?.()));
  }
}
