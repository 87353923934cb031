/** The ways from a guest to the companion. */
export const CHANNELS = ['console', 'recorder', 'link'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/**
 * How a channel stands. This is the age of one channel and nothing more: no state says that anything is dead, which
 * takes two independent signals and is for the liveness ladder to say.
 *
 * - `fresh`: a sign of life came within the promised time
 * - `stale`: it is overdue
 * - `silent`: it is so long overdue that waiting for it makes no sense
 * - `missing`: the channel itself is not there (no socket, no disk), so that nothing can be seen
 * - `unknown`: it is there, and no sign of life ever came
 */
export type ChannelState = 'fresh' | 'stale' | 'silent' | 'missing' | 'unknown';

/** How a channel stands at one moment. */
export interface ChannelView {
  readonly channel: ChannelName;
  readonly state: ChannelState;
  /** One line for people: why it is in this state. */
  readonly reason: string;
  /** Since the last sign of life, by the host's monotonic clock; absent when there was none. */
  readonly ageMs?: number;
  /** When that was, milliseconds since 1970 by the host's clock. */
  readonly lastSeenMs?: number;
  /** The distance between signs of life that the guest promised, or that is assumed. */
  readonly promisedMs: number;
}

/** What counts as a sign of life, as a person calls it. */
export const SIGN_OF_LIFE: Readonly<Record<ChannelName, string>> = {
  console: 'label',
  recorder: 'record',
  link: 'frame',
};
