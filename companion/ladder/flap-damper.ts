/** Each death costs this much. */
const PENALTY = 1000;
/** The cost halves in this time. */
const HALF_LIFE_MS = 5 * 60_000;
/** Flapping begins above the first and ends below the second, so that it does not flap itself. */
const BEGIN = 2500;
const END = 1000;

/**
 * Notices a VM that dies and comes back all the time, by a penalty that decays as in the damping of routes (RFC 2439).
 * Pure; time comes in and may go back.
 */
export class FlapDamper {
  #penalty = 0;
  #atMs = 0;
  #isFlapping = false;

  /** A verdict became dead. */
  died(nowMs: number): void {
    this.#decay(nowMs);
    this.#penalty += PENALTY;
    if (this.#penalty > BEGIN) this.#isFlapping = true;
  }

  isFlapping(nowMs: number): boolean {
    this.#decay(nowMs);
    if (this.#penalty < END) this.#isFlapping = false;
    return this.#isFlapping;
  }

  #decay(nowMs: number): void {
    this.#penalty *= 0.5 ** (Math.max(0, nowMs - this.#atMs) / HALF_LIFE_MS);
    this.#atMs = nowMs;
  }
}
