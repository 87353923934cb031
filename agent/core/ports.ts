/*
 * What the agent's engine needs from the machine it runs on. `platform/` implements these; tests put fakes in their
 * place. Nothing here may block: what can take long gives a promise, and the lanes of the engine see to it that one
 * such promise that never settles stops nothing but its own lane.
 */

/** All in whole microseconds. */
export interface Clock {
  /** Never goes back, never jumps; only differences mean anything. */
  monotonicUs(): number;
  /** Since boot, suspended time included (CLOCK_BOOTTIME). */
  bootUs(): number;
  /** Since 1970; may step in both directions. */
  wallUs(): number;
}

/** Yes, or no with a reason that a person can act on. */
export type Result<T = undefined> = { ok: true; value: T } | { ok: false; problem: string };

/** Runs the system's `logger` with its stderr on the console. */
export interface LoggerPort {
  /** Settles within the port's own time limit: a logger that is too slow is killed. Never rejects. */
  send(line: string): Promise<Result>;
}

/** The kernel console, opened so that it cannot block. */
export interface ConsolePort {
  /** Writes one line (no newline in it) at once or not at all. Never throws. */
  writeLine(line: string): Result;
}

/** Where the agent tells a person what it does: one line an event. */
export interface LogPort {
  info(line: string): void;
  warn(line: string): void;
}
