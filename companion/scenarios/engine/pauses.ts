/** A person cannot forget a pause for ever. */
export const PAUSE_MS_MAX = 7 * 24 * 3_600_000;

/** A pause of one application, or of one scenario on it. */
export interface Pause {
  readonly app: string;
  /** undefined: every scenario of the application. */
  readonly scenario?: string;
  readonly owner: string;
  readonly reason: string;
  readonly sinceMs: number;
  readonly untilMs: number;
}

/** The pauses that are in force. Times are on the clock of the caller. */
export class Pauses {
  readonly #pauses = new Map<string, Pause>();

  /** Puts a pause in force, in the place of an earlier one of the same scope; its end is cut to PAUSE_MS_MAX. */
  add(pause: Pause): Pause {
    const bounded = { ...pause, untilMs: Math.min(pause.untilMs, pause.sinceMs + PAUSE_MS_MAX) };
    this.#pauses.set(keyOf(pause.app, pause.scenario), bounded);
    return bounded;
  }

  /** Whether there was one of exactly this scope. */
  remove(app: string, scenario?: string): boolean {
    return this.#pauses.delete(keyOf(app, scenario));
  }

  /** What holds this scenario on this application; undefined: nothing. */
  find(app: string, scenario: string, nowMs: number): Pause | undefined {
    const found = [keyOf(app, undefined), keyOf(app, scenario)].flatMap((key) => {
      const pause = this.#pauses.get(key);
      return pause !== undefined && nowMs < pause.untilMs ? [pause] : [];
    });
    return found[0];
  }

  /** Forgets what is over; gives what is left. */
  inForce(nowMs: number): readonly Pause[] {
    for (const [key, pause] of this.#pauses) if (nowMs >= pause.untilMs) this.#pauses.delete(key);
    return [...this.#pauses.values()];
  }
}

function keyOf(app: string, scenario: string | undefined): string {
  return JSON.stringify([app, scenario ?? null]);
}
