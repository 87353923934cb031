import { join } from 'node:path';
import type { Entry } from '../entries/entry.ts';
import { LANE_SHARES, LANES, type Lane, laneOf } from './lane.ts';
import { Spool, type SpoolBatch, type SpoolOptions, type SpoolStatistics } from './spool.ts';

export interface LaneSpoolOptions extends SpoolOptions {
  /** Entries that have waited longer are dropped, and counted. */
  readonly ageMsMax: number;
  /** Milliseconds since 1970; may step. */
  readonly now: () => number;
}

/** A batch of one lane. */
export interface LaneBatch extends SpoolBatch {
  readonly lane: Lane;
}

/** How often it is looked for what is too old. */
const EXPIRE_EVERY_MS = 60_000;

/**
 * What waits for the sinks, most important first: a {@link Spool} for each lane. The normal lane lies in the directory
 * itself, the others in folders of it.
 */
export class LaneSpool {
  readonly #options: LaneSpoolOptions;
  readonly #lanes: Readonly<Record<Lane, Spool>>;
  #expiredMs = 0;

  private constructor(o: LaneSpoolOptions, lanes: Readonly<Record<Lane, Spool>>) {
    this.#options = o;
    this.#lanes = lanes;
  }

  /** Opens all lanes and mends what a crash has left. Throws when the directory cannot be used. */
  static open(o: LaneSpoolOptions): LaneSpool {
    const open = (lane: Lane): Spool =>
      Spool.open({
        ...o,
        directory: lane === 'normal' ? o.directory : join(o.directory, lane),
        bytesMax: Math.floor(o.bytesMax * LANE_SHARES[lane]),
      });
    return new LaneSpool(o, { normal: open('normal'), urgent: open('urgent'), bulk: open('bulk') });
  }

  setReaders(names: readonly string[]): void {
    for (const spool of this.#all()) spool.setReaders(names);
  }

  /** The normal lane is more than half full: what can wait should wait. */
  get isCongested(): boolean {
    return this.#lanes.normal.isCongested;
  }

  /** Called after each append. Gives what ends it. */
  onAppend(listener: () => void): () => void {
    const ends = this.#all().map((spool) => spool.onAppend(listener));
    return () => {
      for (const end of ends) end();
    };
  }

  /** Adds entries, each to its lane. Never throws. */
  append(entries: readonly Entry[]): void {
    for (const lane of LANES) {
      this.#lanes[lane].append(entries.filter((entry) => laneOf(entry) === lane));
    }
  }

  /** The next entries for a reader from the most important lane that has some. */
  read(reader: string, o: { readonly entriesMax: number; readonly bytesMax: number }): LaneBatch {
    for (const lane of LANES) {
      const batch = this.#lanes[lane].read(reader, o);
      if (batch.entries.length > 0) return { ...batch, lane };
      // Damage may have been passed over.
      this.#lanes[lane].commit(reader, batch.next);
    }
    return { entries: [], next: 0, lane: 'bulk' };
  }

  /** The reader has taken the batch; throws when that cannot be kept. */
  commit(reader: string, batch: LaneBatch): void {
    this.#lanes[batch.lane].commit(reader, batch.next);
  }

  /** How many entries a reader has not taken. */
  pending(reader: string): number {
    return this.#all().reduce((sum, spool) => sum + spool.pending(reader), 0);
  }

  /** Brings what was appended to the disk itself; now and then drops what is too old. */
  async sync(): Promise<void> {
    const now = this.#options.now();
    if (Math.abs(now - this.#expiredMs) >= EXPIRE_EVERY_MS) {
      this.#expiredMs = now;
      for (const spool of this.#all()) spool.expire(now, this.#options.ageMsMax);
    }
    await Promise.all(this.#all().map((spool) => spool.sync()));
  }

  /** All lanes together. */
  statistics(): SpoolStatistics {
    const all = this.#all().map((spool) => spool.statistics());
    const sum = (pick: (one: SpoolStatistics) => number): number =>
      all.reduce((total, one) => total + pick(one), 0);
    const names = Object.keys(all[0]?.readers ?? {});
    const readers = names.map((name) => {
      const pending = sum(({ readers: of }) => of[name]?.pending ?? 0);
      return [name, { pending, dropped: sum(({ readers: of }) => of[name]?.dropped ?? 0) }] as const;
    });
    return {
      bytes: sum(({ bytes }) => bytes),
      bytesMax: this.#options.bytesMax,
      segments: sum(({ segments }) => segments),
      pending: Math.max(0, ...readers.map(([, { pending }]) => pending)),
      refused: sum(({ refused }) => refused),
      damaged: sum(({ damaged }) => damaged),
      lastError: all.find(({ lastError }) => lastError !== '')?.lastError ?? '',
      readers: Object.fromEntries(readers),
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.#all().map((spool) => spool.close()));
  }

  #all(): Spool[] {
    return LANES.map((lane) => this.#lanes[lane]);
  }
}
