/** A new scan waits for at most this many polls. */
const PAUSE_POLLS_MAX = 64;

/**
 * How often a reader lets itself be made to read the whole ring. The first time at once; each further time after twice
 * as many polls, so that a guest that forces scans cannot make its host read all the time; after a calm stretch at
 * once again.
 */
export class ScanPace {
  #pausePolls = 0;
  #pollsLeft = 0;
  #calmPolls = 0;

  /** A poll begins. */
  poll(): void {
    if (this.#pollsLeft > 0) this.#pollsLeft -= 1;
    this.#calmPolls += 1;
    if (this.#calmPolls > PAUSE_POLLS_MAX) this.#pausePolls = 0;
  }

  /** Something calls for a scan. True when it may begin now; else the caller asks again at its next poll. */
  mayScan(): boolean {
    if (this.#pollsLeft > 0) return false;
    this.#pausePolls = Math.min(PAUSE_POLLS_MAX, Math.max(1, this.#pausePolls * 2));
    this.#pollsLeft = this.#pausePolls;
    this.#calmPolls = 0;
    return true;
  }
}
