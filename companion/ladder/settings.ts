/** What the ladder waits for, in milliseconds. Sums of the defaults keep a hang below 30 s (docs/specs/ladder.md). */
export interface LadderSettings {
  /** A sign may come this much late: a busy guest, a polled disk. */
  readonly marginMs: number;
  /** After so many promised periods (and the margin) without a sign, a channel votes dead. */
  readonly silentPromises: number;
  /**
   * Life must be seen this much after an event to outlive it: what was under way when the guest died is read later
   * than its last words.
   */
  readonly slackMs: number;
  /** How long a statement about a part of a rung holds; kernels repeat theirs every 20 s or so. */
  readonly partFreshMs: number;
  /** The longest start that counts as one. */
  readonly startupMaxMs: number;
  /** How long a dead verdict without proof must hold before it is given. */
  readonly confirmDeadMs: number;
  /** How long health must hold after death before it is believed. */
  readonly confirmAliveMs: number;
  /** How long evidence must be missing before health or death is taken back. */
  readonly confirmUnknownMs: number;
  /** The same two while the verdict flaps. */
  readonly confirmFlappingMs: number;
  /** Two steps further apart than this, or clocks that drift apart by it, mean that the host itself stood still. */
  readonly hostGapMs: number;
}

export const LADDER_DEFAULTS: LadderSettings = {
  marginMs: 4000,
  silentPromises: 2,
  slackMs: 3000,
  partFreshMs: 60_000,
  startupMaxMs: 300_000,
  confirmDeadMs: 2000,
  confirmAliveMs: 10_000,
  confirmUnknownMs: 10_000,
  confirmFlappingMs: 60_000,
  hostGapMs: 5000,
};
