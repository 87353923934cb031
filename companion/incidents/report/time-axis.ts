import { html, type Markup } from './markup.ts';

/** Where things stand on a plot, in the units of its viewBox. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];
const TICKS_MAX = 8;

export function timeToX({ left, right }: Frame, range: TimeRange): (ms: number) => number {
  const span = Math.max(1, range.toMs - range.fromMs);
  return (ms) => {
    const part = Math.min(1, Math.max(0, (ms - range.fromMs) / span));
    return round(left + part * (right - left));
  };
}

/** Grid lines with the time of day (UTC) below. */
export function timeAxis(frame: Frame, range: TimeRange): Markup {
  const toX = timeToX(frame, range);
  return html`${ticks(range).map(
    (ms) => html`<line class="grid" x1="${toX(ms)}" x2="${toX(ms)}" y1="${frame.top}" y2="${frame.bottom}"/>
<text class="tick" x="${toX(ms)}" y="${frame.bottom + 14}" text-anchor="middle">${timeOfDay(ms)}</text>`,
  )}`;
}

/** A line where the incident began. */
export function momentMark(frame: Frame, range: TimeRange, atMs: number): Markup {
  if (atMs < range.fromMs || atMs > range.toMs) return html``;
  const x = timeToX(frame, range)(atMs);
  return html`<line class="moment" x1="${x}" x2="${x}" y1="${frame.top}" y2="${frame.bottom}"/>`;
}

function ticks({ fromMs, toMs }: TimeRange): number[] {
  const spanS = (toMs - fromMs) / 1000;
  const stepS = STEPS_S.find((step) => spanS / step <= TICKS_MAX) ?? Math.ceil(spanS / TICKS_MAX);
  const stepMs = stepS * 1000;
  const first = Math.ceil(fromMs / stepMs) * stepMs;
  const found: number[] = [];
  for (let ms = first; ms <= toMs && found.length <= TICKS_MAX; ms += stepMs) found.push(ms);
  return found;
}

function timeOfDay(ms: number): string {
  const inCalendar = Math.abs(ms) < 8.64e15;
  return inCalendar ? new Date(ms).toISOString().slice(11, 19) : '-';
}

/** Two digits behind the point are finer than any screen. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
