import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { SavedAge } from '../channels/channel-age.ts';
import type { Position } from '../sources/observation.ts';
import { writeAtomic } from '../spool/write-atomic.ts';

const ageShape = z.object({ lastSeenMs: z.number(), promisedMs: z.number() });
const fileShape = z.object({
  /** By `<app uuid>/<channel>`. */
  positions: z.record(z.string(), z.unknown()),
  ages: z.record(z.string(), ageShape),
});

/**
 * What the companion keeps over its own restart besides the spool: how far each source has come, and when each channel
 * was last seen. Written within a second of a change; after a crash a source goes on from an older place, and what it
 * finds again has the same ids.
 */
export class StateFile {
  readonly #path: string;
  readonly #positions: Map<string, unknown>;
  readonly #ages: Map<string, SavedAge>;
  #isDirty = false;

  constructor(path: string) {
    this.#path = path;
    const kept = readState(path);
    this.#positions = new Map(Object.entries(kept.positions));
    this.#ages = new Map(Object.entries(kept.ages));
  }

  position(key: string): Position {
    return {
      read: () => this.#positions.get(key),
      write: (value) => {
        this.#positions.set(key, value);
        this.#isDirty = true;
      },
      save: () => {
        try {
          this.save();
        } catch {
          // The owner saves every second, and it is the one that tells.
        }
      },
    };
  }

  age(key: string): SavedAge | undefined {
    return this.#ages.get(key);
  }

  setAge(key: string, age: SavedAge): void {
    const before = this.#ages.get(key);
    if (before?.lastSeenMs === age.lastSeenMs && before.promisedMs === age.promisedMs) return;
    this.#ages.set(key, age);
    this.#isDirty = true;
  }

  /** Forgets what belongs to VMs that are not in the config any more. */
  keepOnly(isWanted: (key: string) => boolean): void {
    for (const map of [this.#positions, this.#ages]) {
      for (const key of map.keys()) if (!isWanted(key)) map.delete(key);
    }
  }

  /** Throws what the file system says. */
  save(): void {
    if (!this.#isDirty) return;
    const state = {
      positions: Object.fromEntries(this.#positions),
      ages: Object.fromEntries(this.#ages),
    };
    writeAtomic(this.#path, `${JSON.stringify(state)}\n`);
    this.#isDirty = false;
  }
}

function readState(path: string): z.infer<typeof fileShape> {
  try {
    const parsed = z.safeParse(fileShape, JSON.parse(readFileSync(path, 'utf8')));
    if (parsed.success) return parsed.data;
  } catch {
    // None yet, or damaged: everything is found again.
  }
  return { positions: {}, ages: {} };
}
