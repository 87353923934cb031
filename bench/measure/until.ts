import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks again and again until the answer is not undefined.
 * @throws Error at the deadline, saying what was waited for
 */
export async function until<T>(
  what: string,
  o: { readonly everyMs: number; readonly deadlineMs: number },
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const end = performance.now() + o.deadlineMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`${what} did not come within ${o.deadlineMs / 1000} s`);
    await delay(o.everyMs);
  }
}
