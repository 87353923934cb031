import { setTimeout as sleep } from 'node:timers/promises';

/** Ends after the time, or at once when the signal is aborted; never rejects. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
