import uPlot from 'uplot';
import { h } from './dom.ts';
import { formatMoment, localOffsetMs, timeTicks } from './format.ts';
import type { UiSeries } from './ui-types.ts';

/** One line of a plot. */
export interface PlotLine {
  readonly name: string;
  readonly column: Exclude<keyof UiSeries, 'fromMs' | 'toMs' | 'timesMs'>;
  /** Custom property that holds its colour. */
  readonly color: string;
}

export interface PlotOptions {
  readonly title: string;
  readonly lines: readonly PlotLine[];
  /** The axis reaches at least this far. */
  readonly topMin: number;
  /** The axis never reaches farther. */
  readonly topMax?: number;
  readonly unit: string;
  readonly digits: number;
  /** The reader drew over a stretch of time. */
  readonly onSelect: (fromMs: number, toMs: number) => void;
}

const HEIGHT = 168;

/** One uPlot with the page's colours, as wide as its panel. */
export class PlotView {
  readonly element: HTMLElement;
  readonly #options: PlotOptions;
  readonly #holder = h('div', { class: 'plot-holder' });
  readonly #note = h('p', { class: 'plot-note muted' });
  readonly #observer = new ResizeObserver(() => this.#resize());
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #rebuild = () => this.#build();
  #plot: uPlot | undefined;
  #series: UiSeries | undefined;

  constructor(options: PlotOptions) {
    this.#options = options;
    this.element = h(
      'section',
      { class: 'panel plot', 'aria-label': options.title },
      h('h2', {}, options.title, h('span', { class: 'unit muted' }, options.unit)),
      this.#holder,
      this.#note,
    );
    this.#observer.observe(this.#holder);
    this.#dark.addEventListener('change', this.#rebuild);
  }

  show(series: UiSeries): void {
    this.#series = series;
    const isEmpty = this.#options.lines.every((line) => series[line.column].every((value) => value === null));
    this.#note.textContent = isEmpty ? 'No snapshot in this window.' : '';
    this.element.classList.toggle('is-empty', isEmpty);
    if (this.#plot === undefined) this.#build();
    else {
      this.#plot.setData(toData(series, this.#options.lines), false);
      this.#setScales();
    }
  }

  close(): void {
    this.#observer.disconnect();
    this.#dark.removeEventListener('change', this.#rebuild);
    this.#plot?.destroy();
  }

  #build(): void {
    const width = this.#holder.clientWidth;
    if (this.#series === undefined || width === 0) return;
    this.#plot?.destroy();
    this.#plot = new uPlot(
      this.#uplotOptions(width),
      toData(this.#series, this.#options.lines),
      this.#holder,
    );
    this.#setScales();
  }

  #resize(): void {
    const width = this.#holder.clientWidth;
    if (this.#plot === undefined) this.#build();
    else if (width > 0 && width !== this.#plot.width) this.#plot.setSize({ width, height: HEIGHT });
  }

  #setScales(): void {
    if (this.#series === undefined) return;
    // The legend tells the newest numbers until the reader points at older ones.
    const last = this.#series.timesMs.length - 1;
    if (this.#plot !== undefined && (this.#plot.cursor.left ?? -1) < 0)
      this.#plot.setLegend({ idx: last }, false);
    this.#plot?.setScale('x', { min: this.#series.fromMs / 1000, max: this.#series.toMs / 1000 });
  }

  #uplotOptions(width: number): uPlot.Options {
    const color = (name: string): string => getComputedStyle(this.element).getPropertyValue(name).trim();
    const { digits, topMin, topMax } = this.#options;
    const show = (value: number | null): string => (value === null ? '–' : value.toFixed(digits));
    const axis = {
      stroke: color('--muted'),
      grid: { stroke: color('--grid'), width: 1 },
      ticks: { stroke: color('--grid'), width: 1, size: 4 },
      font: '11px system-ui, sans-serif',
    };
    return {
      width,
      height: HEIGHT,
      padding: [8, 8, 0, 0],
      cursor: { sync: { key: 'app' }, drag: { x: true, y: false, setScale: false }, points: { size: 6 } },
      scales: {
        x: { time: true },
        y: { range: (_plot, _min, max) => [0, roundTop(Math.max(topMin, max ?? 0), topMax)] },
      },
      axes: [
        {
          ...axis,
          space: 64,
          size: 26,
          splits: (_plot, _index, min, max) => xTicks(min, max, width).map((tick) => tick.ms / 1000),
          values: (plot) =>
            xTicks(plot.scales['x']?.min ?? 0, plot.scales['x']?.max ?? 0, width).map((t) => t.text),
        },
        { ...axis, size: 40, space: 28 },
      ],
      series: [
        {
          label: 'Time',
          value: (_plot, seconds: number | null) => (seconds === null ? '–' : formatMoment(seconds * 1000)),
        },
        ...this.#options.lines.map((line) => ({
          label: line.name,
          stroke: color(line.color),
          width: 1.5,
          points: { size: 4 },
          value: (_plot: uPlot, value: number | null) => show(value),
        })),
      ],
      hooks: { setSelect: [(plot) => this.#selected(plot)] },
    };
  }

  #selected(plot: uPlot): void {
    const { left, width } = plot.select;
    if (width < 8) return;
    const fromMs = Math.round(plot.posToVal(left, 'x') * 1000);
    const toMs = Math.round(plot.posToVal(left + width, 'x') * 1000);
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    this.#options.onSelect(fromMs, toMs);
  }
}

function xTicks(minSeconds: number, maxSeconds: number, width: number) {
  const count = Math.max(2, Math.floor(width / 76));
  return timeTicks(minSeconds * 1000, maxSeconds * 1000, count, localOffsetMs(maxSeconds * 1000));
}

function roundTop(value: number, max: number | undefined): number {
  const step = 10 ** Math.floor(Math.log10(value)) / 2;
  const top = Math.ceil((value * 1.05) / step) * step;
  return max === undefined ? top : Math.min(max, top);
}

function toData(series: UiSeries, lines: readonly PlotLine[]): uPlot.AlignedData {
  return [series.timesMs.map((ms) => ms / 1000), ...lines.map((line) => [...series[line.column]])];
}
