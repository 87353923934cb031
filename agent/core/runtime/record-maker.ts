import { cherub } from '#protocol/messages/generated/cherub.js';
import type { Clock } from '../ports.ts';

/** What can stand in a record, by the names of cherub.Record. */
export type RecordBody =
  | { start: cherub.AgentStart.$Properties }
  | { snapshot: cherub.Snapshot.$Properties }
  | { inventory: cherub.Inventory.$Properties }
  | { answer: cherub.Answer.$Properties }
  | { stop: cherub.AgentStop.$Properties }
  | { beat: cherub.Beat.$Properties };

/** Stamps and encodes records; each kind has its own sequence, from 1. */
export class RecordMaker {
  readonly #clock: Clock;
  readonly #bootId: Uint8Array;
  readonly #runId: number;
  readonly #sequences = new Map<string, number>();

  /** @param bootId 16 bytes */
  constructor(o: { clock: Clock; bootId: Uint8Array; runId: number }) {
    this.#clock = o.clock;
    this.#bootId = o.bootId;
    this.#runId = o.runId;
  }

  /** One encoded cherub.Record. */
  make(body: RecordBody): Uint8Array {
    const [kind = ''] = Object.keys(body);
    const sequence = (this.#sequences.get(kind) ?? 0) + 1;
    this.#sequences.set(kind, sequence);
    const stamp: cherub.Stamp.$Properties = {
      bootId: this.#bootId,
      sequence,
      monotonicUs: this.#clock.bootUs(),
      wallUs: Math.max(0, this.#clock.wallUs()),
      runId: this.#runId,
    };
    return cherub.Record.encode({ stamp, ...body }).finish();
  }
}
