import type { SnapshotPoint } from '../evidence.ts';
import { html, type Markup } from './markup.ts';
import { type Frame, momentMark, round, type TimeRange, timeAxis, timeToX } from './time-axis.ts';

const WIDTH = 470;
const HEIGHT = 150;
const FRAME: Frame = { left: 44, right: WIDTH - 12, top: 10, bottom: HEIGHT - 24 };
const POINTS_MAX = 2000;

export interface Line {
  readonly name: string;
  /** undefined: not known at that moment; the line has a gap there. */
  value(point: SnapshotPoint): number | undefined;
}

export interface Plot {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly Line[];
  /** The axis goes at least so far. */
  readonly most: number;
}

export const PLOTS: readonly Plot[] = [
  { title: 'Load', unit: '1 minute', most: 1, lines: [{ name: 'load', value: (point) => point.load1 }] },
  {
    title: 'Memory available',
    unit: 'percent',
    most: 100,
    lines: [{ name: 'available', value: (point) => point.memoryAvailable }],
  },
  {
    title: 'Pressure',
    unit: 'percent of 10 s in which some task waited',
    most: 10,
    lines: [
      { name: 'cpu', value: (point) => point.pressureCpu },
      { name: 'memory', value: (point) => point.pressureMemory },
      { name: 'io', value: (point) => point.pressureIo },
    ],
  },
];

/** One plot over the last snapshots; says so when none of its figures is known. */
export function plotFigure(
  plot: Plot,
  points: readonly SnapshotPoint[],
  range: TimeRange,
  sinceMs: number,
): Markup {
  const last = points.slice(-POINTS_MAX);
  const values = plot.lines.flatMap((line) => last.map((point) => line.value(point))).filter(isFigure);
  const caption = html`<figcaption><b>${plot.title}</b> <span>${plot.unit}</span>${
    plot.lines.length < 2
      ? undefined
      : plot.lines.map(
          ({ name }, i) => html` <span class="key"><i class="swatch line-${i + 1}"></i>${name}</span>`,
        )
  }</figcaption>`;
  if (values.length === 0) return html`<figure>${caption}<p class="none">not in any snapshot</p></figure>`;
  const most = values.reduce((max, value) => Math.max(max, value), plot.most);
  const toY = (value: number): number =>
    round(FRAME.bottom - (Math.max(0, value) / most) * (FRAME.bottom - FRAME.top));
  return html`<figure>${caption}
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${plot.title}">
${timeAxis(FRAME, range)}
${[0, most / 2, most].map(
  (
    value,
  ) => html`<line class="grid" x1="${FRAME.left}" x2="${FRAME.right}" y1="${toY(value)}" y2="${toY(value)}"/>
<text class="tick" x="${FRAME.left - 6}" y="${toY(value) + 4}" text-anchor="end">${label(value)}</text>`,
)}
${plot.lines.map((line, i) => polyline(line, last, i + 1, range, toY))}
${momentMark(FRAME, range, sinceMs)}
</svg></figure>`;
}

/** One path with a gap where a figure is missing; a lone point is a dot. */
function polyline(
  line: Line,
  points: readonly SnapshotPoint[],
  number: number,
  range: TimeRange,
  toY: (value: number) => number,
): Markup {
  const toX = timeToX(FRAME, range);
  let path = '';
  let isDown = false;
  for (const point of points) {
    const value = line.value(point);
    if (isFigure(value)) {
      const at = `${toX(point.atMs)} ${toY(value)}`;
      path += isDown ? `L${at}` : `M${at}l0 0`;
    }
    isDown = isFigure(value);
  }
  return html`<path class="line line-${number}" d="${path}"/>`;
}

function isFigure(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value);
}

function label(value: number): string {
  return value >= 1e6 ? value.toExponential(1) : String(Number(value.toPrecision(3)));
}
