/**
 * Waiting times that double from `firstMs` to `maxMs`, each between half of itself and itself by chance, so that many
 * who failed together do not come back together.
 */
export class Backoff {
  readonly #firstMs: number;
  readonly #maxMs: number;
  readonly #random: () => number;
  #nextMs: number;

  /** @param random from 0 to below 1 */
  constructor(o: { readonly firstMs: number; readonly maxMs: number; readonly random: () => number }) {
    this.#firstMs = o.firstMs;
    this.#maxMs = o.maxMs;
    this.#random = o.random;
    this.#nextMs = o.firstMs;
  }

  next(): number {
    const ms = this.#nextMs;
    this.#nextMs = Math.min(ms * 2, this.#maxMs);
    return ms / 2 + (this.#random() * ms) / 2;
  }

  reset(): void {
    this.#nextMs = this.#firstMs;
  }
}
