/** When to try again what failed: after `firstUs`, then each time twice as long, at most `longestUs`. */
export class Backoff {
  readonly #firstUs: number;
  readonly #longestUs: number;
  #delayUs: number;
  #nextUs = 0;

  constructor(firstUs: number, longestUs: number) {
    this.#firstUs = firstUs;
    this.#longestUs = longestUs;
    this.#delayUs = firstUs;
  }

  /** Whether it is time for a try. The first one is always due. */
  isDue(nowUs: number): boolean {
    return nowUs >= this.#nextUs;
  }

  failed(nowUs: number): void {
    this.#nextUs = nowUs + this.#delayUs;
    this.#delayUs = Math.min(this.#delayUs * 2, this.#longestUs);
  }

  succeeded(): void {
    this.#delayUs = this.#firstUs;
    this.#nextUs = 0;
  }
}
