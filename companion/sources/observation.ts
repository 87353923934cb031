import type { Label } from '#protocol/label/label.ts';
import type { cherub } from '#protocol/messages/generated/cherub.js';
import type { ChannelName } from '../channels/channel.ts';
import type { RecordIdentity } from '../entries/entry-factory.ts';

/** What a source saw. Everything in it but our own words may come from a hostile guest; sizes are bounded. */
export type Observation =
  /** The socket, file or disk is open. */
  | { readonly kind: 'attached' }
  /** It is not there, or not what it should be. */
  | { readonly kind: 'missing'; readonly reason: string }
  /** A line of the console, safe for screens; with the label that stands in it. */
  | {
      readonly kind: 'line';
      readonly id: string;
      readonly text: string;
      readonly history: boolean;
      readonly label?: Label;
    }
  | {
      readonly kind: 'record';
      readonly record: cherub.Record;
      readonly identity: RecordIdentity;
      /** It was written before anybody followed the disk: no sign of life. */
      readonly history: boolean;
    }
  /** A sign of life that is no record: any good frame. */
  | { readonly kind: 'alive'; readonly promisedMs?: number }
  /** Something was lost that a receiver should know of; `what` is one of a few texts of ours. */
  | { readonly kind: 'loss'; readonly what: string; readonly count: number }
  /** Worth a line in the companion's own log: a reboot, a rotation. */
  | { readonly kind: 'event'; readonly text: string };

export type Observe = (observation: Observation) => void;

/** A way by which the companion sees a VM. */
export interface Source {
  readonly channel: ChannelName;
  /** Works until the signal is aborted, comes back by itself from everything, and never rejects. */
  run(signal: AbortSignal): Promise<void>;
  /** What was seen and lost since the start, by stable names. */
  counters(): Readonly<Record<string, number>>;
  /** Anything that a person should know and no counter says, in a few words; empty: nothing. */
  remark(): string;
}

/** Where a source keeps how far it has come, over a restart of the companion. */
export interface Position {
  /** What was kept, to be checked by who reads it; undefined when there is nothing. */
  read(): unknown;
  /** Kept within about a second. `value` must be JSON. */
  write(value: unknown): void;
  /** Brings it to the file now. */
  save(): void;
}

/** What every source gets besides its own options. */
export interface SourceContext {
  readonly appId: string;
  readonly observe: Observe;
  readonly position: Position;
  /** Host's monotonic clock, microseconds. */
  readonly monotonicUs: () => number;
  /** The spool is so full that what can wait should wait. */
  readonly isCongested: () => boolean;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** A text that no one else has. */
  readonly uniqueId: () => string;
}
