/** What the companion has of the machine that it runs on: clocks, chance, and a place for a line to people. */
export interface Host {
  /** Milliseconds since 1970; may step. */
  readonly wallMs: () => number;
  /** Monotonic microseconds. */
  readonly monotonicUs: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** A short text that no one else has. */
  readonly uniqueId: () => string;
  /** One line for the companion's own log. */
  readonly log: (line: string) => void;
}
