/**
 * Asks again until there is an answer.
 *
 * @param ask returns undefined while there is none; what it throws is told when time runs out
 * @throws Error when `deadlineMs` have passed
 */
export async function until<T>(
  what: string,
  deadlineMs: number,
  ask: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const end = performance.now() + deadlineMs;
  let last: unknown;
  while (performance.now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const cause = last instanceof Error ? `: ${last.message}` : '';
  throw new Error(`${what}: not seen in ${deadlineMs / 1000} s${cause}`, { cause: last });
}
