/** When a schedule comes: on which seconds of a day, and on which days. */
export interface DailyPattern {
  /** Each ascending, within 0…59, 0…59, 0…23. */
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  /** Whether it comes at all on the n-th day from some fixed day on. */
  readonly onDay: (day: number) => boolean;
  /** True saves asking for each day. */
  readonly everyDay: boolean;
}

const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3600;
/** Covers the rarest sensible pattern, the 29th of February. */
const DAYS = 1500;

/**
 * The longest time between two matches, in seconds: what a label can promise as the distance to the next one. A pattern
 * that names hours gets one hour more, because a change from summer time delays it that much.
 * @returns `undefined` when it does not come twice within 1,500 days
 */
export function longestGapSeconds(pattern: DailyPattern): number | undefined {
  const day = gapsWithinDay(pattern);
  if (day === undefined) return undefined;
  const days = pattern.everyDay ? 1 : longestDistanceDays(pattern.onDay);
  if (days === undefined) return undefined;
  const overnight = days * DAY_SECONDS - (day.last - day.first);
  const longest = Math.max(day.longest, overnight);
  return longest > HOUR_SECONDS ? longest + HOUR_SECONDS : longest;
}

function gapsWithinDay(pattern: DailyPattern): { first: number; last: number; longest: number } | undefined {
  let first: number | undefined;
  let last = 0;
  let longest = 0;
  for (const hour of pattern.hours) {
    for (const minute of pattern.minutes) {
      for (const second of pattern.seconds) {
        const at = hour * HOUR_SECONDS + minute * 60 + second;
        if (first === undefined) first = at;
        else longest = Math.max(longest, at - last);
        last = at;
      }
    }
  }
  return first === undefined ? undefined : { first, last, longest };
}

function longestDistanceDays(onDay: (day: number) => boolean): number | undefined {
  let previous: number | undefined;
  let longest: number | undefined;
  for (let day = 0; day < DAYS; day += 1) {
    if (!onDay(day)) continue;
    if (previous !== undefined) longest = Math.max(longest ?? 0, day - previous);
    previous = day;
  }
  return longest;
}
