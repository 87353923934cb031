import { type Finding, failed, ok, unknown } from './finding.ts';
import { formatAge } from './format-age.ts';

/** Clocks of a guest and of a file server may differ a little; more than that says nothing of any age. */
const FUTURE_SECONDS_MAX = 60;

/**
 * Whether something is young enough by the wall clock.
 * @param what as a sentence goes on with it: `last run`
 * @param o.maxAgeSeconds `undefined`: any age will do
 */
export function judgeAge(
  what: string,
  o: { readonly atUs: number; readonly nowUs: number; readonly maxAgeSeconds: number | undefined },
): Finding {
  const seconds = (o.nowUs - o.atUs) / 1e6;
  if (seconds < -FUTURE_SECONDS_MAX) return unknown(`${what} lies ${formatAge(-seconds)} in the future`);
  const said = `${what} ${formatAge(Math.max(0, seconds))} ago`;
  if (o.maxAgeSeconds === undefined || seconds <= o.maxAgeSeconds) return ok(said);
  return failed(`${said}; at most ${formatAge(o.maxAgeSeconds)} is wanted`);
}
