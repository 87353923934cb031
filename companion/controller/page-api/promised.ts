import type { Channel } from '../ingest/ingested-entry.ts';

/** What a channel promises when nobody said: one sign of life in 10 s, the agent's default. */
export const PROMISED_MS_DEFAULT = 10_000;

/** The promised distance of two signs of life on each channel, milliseconds. */
export function promisedOf(
  heartbeat: { readonly everySeconds: number } | undefined,
  snapshot: { readonly periodMs: number } | undefined,
): (channel: Channel) => number {
  const heartbeatMs = (heartbeat?.everySeconds ?? 0) * 1000 || PROMISED_MS_DEFAULT;
  const snapshotMs = snapshot?.periodMs || PROMISED_MS_DEFAULT;
  return (channel) => (channel === 'console' ? heartbeatMs : snapshotMs);
}
