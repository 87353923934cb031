import type { cherub } from '#protocol/messages/generated/cherub.js';
import type { Part } from './part.ts';
import { safeText } from './safe-text.ts';

const REASON_BYTES_MAX = 120;

/** What a snapshot does not hold, and why: one line for each part, the first reason that was given. */
export class MissingParts {
  readonly #reasons = new Map<string, string>();

  add(part: string, reason: string): void {
    if (!this.#reasons.has(part)) this.#reasons.set(part, safeText(reason, REASON_BYTES_MAX));
  }

  /**
   * The value that `collect` gives; what is absent, failed or thrown is noted and gives undefined. A thrown
   * error is a mistake of ours, and still must not cost the guest its other parts.
   */
  take<T>(part: string, collect: () => Part<T>): T | undefined {
    try {
      const result = collect();
      if (result.kind === 'ok') return result.value;
      this.add(part, result.reason);
    } catch (error) {
      this.add(part, `internal error: ${error instanceof Error ? error.message : String(error)}`);
    }
    return undefined;
  }

  list(): cherub.Missing.$Properties[] {
    return [...this.#reasons].map(([part, reason]) => ({ part, reason }));
  }
}
