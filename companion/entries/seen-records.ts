/** How many records are remembered for each VM: hours of snapshots, and far more than two channels lie apart. */
const SEEN_MAX = 2048;

/**
 * Which records of a VM were forwarded lately, so that one that comes by the recorder and by the link goes on once.
 * Forgets the oldest; a record that is forwarded a second time then has the same id, and receivers drop it.
 */
export class SeenRecords {
  readonly #keys = new Set<string>();

  /** @returns false when it was there already */
  add(key: string): boolean {
    if (this.#keys.has(key)) return false;
    this.#keys.add(key);
    if (this.#keys.size > SEEN_MAX) {
      const [oldest] = this.#keys;
      if (oldest !== undefined) this.#keys.delete(oldest);
    }
    return true;
  }
}
