import type { Entry } from '../entries/entry.ts';

/** What became of a batch. */
export type DeliverResult =
  | { readonly kind: 'delivered' }
  /** The receiver will never take these; all others of the batch were delivered. */
  | { readonly kind: 'rejected'; readonly ids: readonly string[]; readonly reason: string }
  /** Nothing is certain; send the whole batch again later (ids make that harmless). */
  | { readonly kind: 'retry'; readonly reason: string; readonly retryAfterMs?: number };

/** A place that entries are sent to. */
export interface Sink {
  /** For messages and counters, for example `eve-api https://127.0.0.1:8443`. */
  readonly name: string;
  /**
   * Delivers a batch, oldest first. Does not throw for anything that the outside world does; an aborted
   * signal gives `retry`.
   */
  deliver(batch: readonly Entry[], signal: AbortSignal): Promise<DeliverResult>;
  /** Gives back connections and files. */
  close?(): Promise<void>;
}
