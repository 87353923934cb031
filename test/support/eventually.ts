import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Tries until `look` gives something that is not undefined, and gives that.
 * @param what is said when the deadline passes
 */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  deadlineMs = 20_000,
): Promise<T> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`not within ${deadlineMs} ms: ${what}`);
    await sleep(20);
  }
}
