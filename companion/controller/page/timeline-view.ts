import { fill, h, s } from './dom.ts';
import { formatClock, formatDuration, formatMoment, localOffsetMs, timeTicks } from './format.ts';
import { safeText } from './safe-text.ts';
import type { UiLane, UiMark, UiTimeline } from './ui-types.ts';

const LANE_HEIGHT = 34;
const MARKS_HEIGHT = 20;
const AXIS_HEIGHT = 20;
/** Below this a run cannot be seen. */
const RUN_WIDTH_MIN = 2;
/** More marks are drawn, but only so many can be reached by the keyboard. */
const FOCUSABLE_GAPS_MAX = 100;

/** Signs of life on the three channels over time: beats, gaps, and what the companion said. */
export class TimelineView {
  readonly element = h('section', { class: 'panel timeline', 'aria-label': 'Signs of life' });
  readonly #labels = h('div', { class: 'lane-labels' });
  readonly #canvas = h('div', { class: 'lanes' });
  readonly #observer = new ResizeObserver(() => this.#draw());
  #timeline: UiTimeline | undefined;

  constructor() {
    this.element.append(
      h('h2', {}, 'Signs of life'),
      h('div', { class: 'lane-grid' }, this.#labels, this.#canvas),
      legend(),
    );
    this.#observer.observe(this.#canvas);
  }

  show(timeline: UiTimeline): void {
    this.#timeline = timeline;
    this.#draw();
  }

  close(): void {
    this.#observer.disconnect();
  }

  #draw(): void {
    const timeline = this.#timeline;
    const width = this.#canvas.clientWidth;
    if (timeline === undefined || width === 0) return;
    const focused = this.element.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-key')
      : undefined;
    fill(this.#labels, ...timeline.lanes.map(laneLabel));
    fill(this.#canvas, drawing(timeline, width));
    if (focused) this.element.querySelector<SVGElement>(`[data-key="${focused}"]`)?.focus();
  }
}

function laneLabel(lane: UiLane): HTMLElement {
  const gaps = lane.gaps.length === 0 ? '' : `, ${lane.gaps.length} gap${lane.gaps.length === 1 ? '' : 's'}`;
  return h(
    'div',
    { class: `lane-label ${lane.channel}`, 'data-channel': lane.channel, 'data-beats': lane.beats },
    h('span', { class: 'lane-name' }, lane.channel),
    h('span', { class: 'sub' }, `${lane.beats} sign${lane.beats === 1 ? '' : 's'}${gaps}`),
  );
}

type Scale = (ms: number) => number;

function drawing(timeline: UiTimeline, width: number): SVGElement {
  const { fromMs, toMs } = timeline;
  const x: Scale = (ms) => ((Math.min(toMs, Math.max(fromMs, ms)) - fromMs) / (toMs - fromMs)) * width;
  const height = MARKS_HEIGHT + LANE_HEIGHT * timeline.lanes.length + AXIS_HEIGHT;
  const ticks = timeTicks(fromMs, toMs, Math.max(2, Math.floor(width / 80)), localOffsetMs(toMs));
  return s(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, role: 'group' },
    hatch(),
    ...ticks.map(({ ms }) =>
      s('line', { class: 'grid', x1: x(ms), x2: x(ms), y1: MARKS_HEIGHT, y2: height - AXIS_HEIGHT }),
    ),
    ...timeline.lanes.map((lane, index) => laneGroup(lane, MARKS_HEIGHT + index * LANE_HEIGHT, x, timeline)),
    ...timeline.marks.map((mark) => markGroup(mark, x, height - AXIS_HEIGHT)),
    ...ticks
      .filter(({ ms }) => x(ms) > 16 && x(ms) < width - 16)
      .map(({ ms, text }) => s('text', { class: 'tick', x: x(ms), y: height - 5 }, text)),
  );
}

function hatch(): SVGElement {
  return s(
    'defs',
    {},
    s(
      'pattern',
      { id: 'hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      s('rect', { class: 'hatch-ground', width: 6, height: 6 }),
      s('rect', { class: 'hatch-line', width: 1.5, height: 6 }),
    ),
  );
}

function laneGroup(lane: UiLane, top: number, x: Scale, timeline: UiTimeline): SVGElement {
  const middle = top + LANE_HEIGHT / 2 - 3;
  return s(
    'g',
    { class: `lane ${lane.channel}` },
    s('line', { class: 'base', x1: x(timeline.fromMs), x2: x(timeline.toMs), y1: middle, y2: middle }),
    ...lane.gaps.map((gap, index) => gapRect(lane, gap, middle, x, index < FOCUSABLE_GAPS_MAX)),
    ...lane.runs.map((run) =>
      s('rect', {
        class: 'run',
        x: x(run.fromMs),
        y: middle - 8,
        width: Math.max(RUN_WIDTH_MIN, x(run.toMs) - x(run.fromMs)),
        height: 16,
        rx: 2,
      }),
    ),
    beatsPath(lane, middle, x),
    ...stateBands(lane, top + LANE_HEIGHT - 9, x, timeline),
  );
}

function gapRect(
  lane: UiLane,
  gap: { fromMs: number; toMs: number },
  middle: number,
  x: Scale,
  focusable: boolean,
): SVGElement {
  const text = `${lane.channel}: no sign of life for ${formatDuration(gap.toMs - gap.fromMs)}, ${formatClock(gap.fromMs)} to ${formatClock(gap.toMs)}`;
  return s(
    'rect',
    {
      class: 'gap',
      x: x(gap.fromMs),
      y: middle - 8,
      width: Math.max(1, x(gap.toMs) - x(gap.fromMs)),
      height: 16,
      rx: 2,
      role: 'img',
      'aria-label': text,
      tabindex: focusable ? 0 : undefined,
      'data-key': `${lane.channel}-${gap.fromMs}`,
    },
    s('title', {}, text),
  );
}

/** One path for all beats: a thousand elements would make the page slow. */
function beatsPath(lane: UiLane, middle: number, x: Scale): SVGElement {
  const d = lane.beatsMs.map((ms) => `M${x(ms).toFixed(1)} ${middle - 8}v16`).join('');
  return s('path', { class: 'beats', d });
}

function stateBands(lane: UiLane, y: number, x: Scale, timeline: UiTimeline): SVGElement[] {
  return lane.states.map((state, index) => {
    const fromX = x(state.atMs);
    const toX = x(lane.states[index + 1]?.atMs ?? Math.min(timeline.toMs, timeline.nowMs));
    const text = `the companion says ${lane.channel} is ${state.state} since ${formatMoment(state.atMs)}`;
    return s(
      'rect',
      { class: `band ${state.state}`, x: fromX, y, width: Math.max(0, toX - fromX), height: 3 },
      s('title', {}, text),
    );
  });
}

/** Marks that say the same as a lane's band would only hide the others. */
function markGroup(mark: UiMark, x: Scale, bottom: number): SVGElement {
  const at = x(mark.atMs);
  const text = `${formatMoment(mark.atMs)}: ${safeText(mark.text)}`;
  const isLine = mark.kind === 'boot' || mark.kind === 'start' || mark.kind === 'stop';
  return s(
    'g',
    { class: `event ${mark.kind}`, role: 'img', 'aria-label': text },
    s('title', {}, text),
    isLine && s('line', { x1: at, x2: at, y1: MARKS_HEIGHT - 4, y2: bottom }),
    s('path', { d: shape(mark.kind, at) }),
  );
}

function shape(kind: UiMark['kind'], x: number): string {
  switch (kind) {
    case 'boot':
    case 'start':
      return `M${x - 4} 5l8 5l-8 5z`;
    case 'stop':
      return `M${x - 4} 6h8v8h-8z`;
    case 'loss':
      return `M${x} 4l5 11h-10z`;
    case 'channel':
      return `M${x} 7l3.5 3.5l-3.5 3.5l-3.5 -3.5z`;
  }
}

function legend(): HTMLElement {
  const item = (name: string, text: string): HTMLElement =>
    h('span', { class: 'legend-item' }, h('span', { class: `swatch ${name}`, 'aria-hidden': 'true' }), text);
  return h(
    'p',
    { class: 'legend muted' },
    item('run', 'sign of life'),
    item('gap', 'nothing for longer than promised'),
    item('band', 'what the companion says of the channel'),
  );
}
