import type { UiChannel, UiChannelName } from '../page/ui-types.ts';

/** What is known of one channel of one app. */
export interface ChannelEvidence {
  readonly channel: UiChannelName;
  /** Last sign of life that came this way; undefined when there was never one. */
  readonly lastMs: number | undefined;
  /** Promised distance of two signs of life. */
  readonly promisedMs: number;
  /** What the companion last said, and when. */
  readonly reported: { readonly state: string; readonly atMs: number } | undefined;
  /** Last request of the device, by the controller's clock. */
  readonly deviceSeenMs: number | undefined;
  readonly nowMs: number;
}

/** A companion that sends nothing at all for this long is not believed any more. */
export const DEVICE_SILENT_MS = 60_000;

/** Longest silence that is still ordinary: three promised distances, and 5 s for the way through spool and net. */
export function freshMaxMs(promisedMs: number): number {
  return 3 * promisedMs + 5000;
}

/** From here on a stale channel is called silent. */
export function staleMaxMs(promisedMs: number): number {
  return 12 * promisedMs + 30_000;
}

/**
 * How a channel stands: its age, stated as such. This is no verdict about the guest.
 *
 * A companion forwards a record once, although it came by disk and by link, so that a channel may be in use
 * without signs of life here: what the companion says of it then counts, as long as the companion is heard.
 */
export function channelState(e: ChannelEvidence): UiChannel {
  const base = { channel: e.channel, lastMs: e.lastMs ?? null };
  const reported = reportedState(e.reported?.state);
  const isNewest = e.reported !== undefined && e.reported.atMs >= (e.lastMs ?? 0);
  const isHeard = e.deviceSeenMs !== undefined && e.nowMs - e.deviceSeenMs <= DEVICE_SILENT_MS;
  if (reported !== undefined && (isNewest || reported === 'fresh')) {
    if (isHeard) return { ...base, state: reported, reason: 'as the companion says' };
    if (e.lastMs === undefined) {
      return { ...base, state: 'unknown', reason: 'the companion has not been heard for over a minute' };
    }
  }
  if (e.lastMs === undefined) return { ...base, state: 'never', reason: 'nothing came this way yet' };
  const ageMs = e.nowMs - e.lastMs;
  if (ageMs <= freshMaxMs(e.promisedMs)) return { ...base, state: 'fresh', reason: 'by age' };
  const reason = isHeard
    ? `older than 3 × the promised ${e.promisedMs / 1000} s`
    : 'the companion has not been heard for over a minute';
  return { ...base, state: ageMs <= staleMaxMs(e.promisedMs) ? 'stale' : 'silent', reason };
}

function reportedState(state: string | undefined): UiChannel['state'] | undefined {
  switch (state) {
    case 'fresh':
    case 'stale':
    case 'silent':
    case 'missing':
    case 'unknown':
      return state;
    default:
      return undefined;
  }
}
