const COUNT_MAX = 60;
/** In characters of JSON; bounds what one VM costs whatever its guest sends. */
const CHARACTERS_MAX = 256 * 1024;

/** The last snapshots of a VM as JSON texts, for who asks through the control socket. */
export class RecentSnapshots {
  readonly #texts: string[] = [];
  #characters = 0;

  add(text: string): void {
    this.#texts.push(text);
    this.#characters += text.length;
    while (this.#texts.length > 1 && (this.#texts.length > COUNT_MAX || this.#characters > CHARACTERS_MAX)) {
      this.#characters -= this.#texts.shift()?.length ?? 0;
    }
  }

  /** The last `count`, oldest first. */
  last(count: number): readonly string[] {
    return count <= 0 ? [] : this.#texts.slice(-count);
  }
}
