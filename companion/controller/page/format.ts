const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** `1.4 GiB`; three digits at most. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${UNITS[unit] ?? ''}`;
}

/** `12.3 %`; whole numbers from 10 on. */
export function formatPercent(percent: number): string {
  return `${percent.toFixed(percent >= 10 || percent === 0 ? 0 : 1)} %`;
}

/** `4 s`, `3 min 20 s`, `2 h 5 min`, `3 d 4 h`. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return join(minutes, 'min', seconds % 60, 's');
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return join(hours, 'h', minutes % 60, 'min');
  return join(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

/** One unit only, for tight places: `4 s`, `3 min`, `2 h`, `3 d`. */
export function formatAge(ms: number): string {
  const text = formatDuration(ms).split(' ');
  return `${text[0] ?? '0'} ${text[1] ?? 's'}`;
}

function join(big: number, bigUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Local time, `14:03:07`. */
export function formatClock(ms: number): string {
  const date = new Date(ms);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** Local day, `24 Nov`. */
export function formatDay(ms: number): string {
  const date = new Date(ms);
  return `${date.getDate()} ${MONTHS[date.getMonth()] ?? ''}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Local day and time, `24 Nov 14:03:07`. */
export function formatMoment(ms: number): string {
  return `${formatDay(ms)} ${formatClock(ms)}`;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS_MS = [
  5000,
  10_000,
  15_000,
  30_000,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
];

/** A tick of a time axis. */
export interface Tick {
  readonly ms: number;
  readonly text: string;
}

/**
 * Round local times within a window, `countMax` at most.
 * @param offsetMs what local time is ahead of UTC; days and hours are round in local time
 */
export function timeTicks(fromMs: number, toMs: number, countMax: number, offsetMs: number): Tick[] {
  const step = STEPS_MS.find((ms) => (toMs - fromMs) / ms <= countMax) ?? 7 * DAY;
  const ticks: Tick[] = [];
  const first = Math.ceil((fromMs + offsetMs) / step) * step - offsetMs;
  for (let ms = first; ms <= toMs; ms += step) ticks.push({ ms, text: tickText(ms, step) });
  return ticks;
}

function tickText(ms: number, stepMs: number): string {
  if (stepMs >= DAY) return formatDay(ms);
  const clock = formatClock(ms);
  if (stepMs < MINUTE) return clock;
  return clock.startsWith('00:00:') ? formatDay(ms) : clock.slice(0, 5);
}

/** What local time is ahead of UTC at a moment, milliseconds. */
export function localOffsetMs(ms: number): number {
  return -new Date(ms).getTimezoneOffset() * MINUTE;
}
