import type { TimedSnapshot } from '../incidents/snapshot-evidence.ts';

const COUNT_MAX = 60;
/** In characters of JSON; bounds what one VM costs whatever its guest sends. */
const CHARACTERS_MAX = 256 * 1024;

/** The last snapshots of a VM as JSON texts, for who asks through the control socket and for incidents. */
export class RecentSnapshots {
  readonly #snapshots: TimedSnapshot[] = [];
  #characters = 0;

  add(snapshot: TimedSnapshot): void {
    const kept = this.#snapshots;
    kept.push(snapshot);
    this.#characters += snapshot.text.length;
    while (kept.length > 1 && (kept.length > COUNT_MAX || this.#characters > CHARACTERS_MAX)) {
      this.#characters -= kept.shift()?.text.length ?? 0;
    }
  }

  /** The last `count`, oldest first. */
  last(count: number): readonly TimedSnapshot[] {
    return count <= 0 ? [] : this.#snapshots.slice(-count);
  }
}
