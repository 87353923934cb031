/** Seconds of the allowed rate that may come at once: the boot of a guest prints much in a short time. */
const BURST_SECONDS = 20;

/** How many bytes may pass: a bucket that fills with time. Pure; time comes in. */
export class RateLimit {
  readonly #bytesPerSecond: number;
  #room: number;
  #lastUs: number | undefined;

  constructor(bytesPerSecond: number) {
    this.#bytesPerSecond = bytesPerSecond;
    this.#room = bytesPerSecond * BURST_SECONDS;
  }

  /** @returns whether so many bytes may pass now */
  take(bytes: number, nowUs: number): boolean {
    const gained = ((nowUs - (this.#lastUs ?? nowUs)) / 1_000_000) * this.#bytesPerSecond;
    this.#lastUs = nowUs;
    this.#room = Math.min(this.#room + Math.max(0, gained), this.#bytesPerSecond * BURST_SECONDS);
    if (bytes > this.#room) return false;
    this.#room -= bytes;
    return true;
  }
}
