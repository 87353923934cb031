/** The last bytes of a stream, exactly as they came. Memory grows with what comes, up to the limit. */
export class CaptureRing {
  readonly #bytesMax: number;
  #bytes: Uint8Array;
  #total = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
    this.#bytes = new Uint8Array(Math.min(bytesMax, 4096));
  }

  /** How many bytes ever came. */
  get totalBytes(): number {
    return this.#total;
  }

  push(chunk: Uint8Array): void {
    this.#grow(this.#total + chunk.length);
    const size = this.#bytes.length;
    const kept = chunk.subarray(Math.max(0, chunk.length - size));
    const at = (this.#total + chunk.length - kept.length) % size;
    const first = Math.min(kept.length, size - at);
    this.#bytes.set(kept.subarray(0, first), at);
    this.#bytes.set(kept.subarray(first), 0);
    this.#total += chunk.length;
  }

  /** A copy of what is held, oldest first. */
  read(): Uint8Array {
    const size = this.#bytes.length;
    if (this.#total <= size) return this.#bytes.slice(0, this.#total);
    const at = this.#total % size;
    const copy = new Uint8Array(size);
    copy.set(this.#bytes.subarray(at), 0);
    copy.set(this.#bytes.subarray(0, at), size - at);
    return copy;
  }

  /** Doubles until `wanted` fits; as long as it grows it has never wrapped, so its bytes stand in order. */
  #grow(wanted: number): void {
    let size = this.#bytes.length;
    while (size < wanted && size < this.#bytesMax) size = Math.min(size * 2, this.#bytesMax);
    if (size === this.#bytes.length) return;
    const grown = new Uint8Array(size);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}
