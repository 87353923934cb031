import { ApiError, api } from './api.ts';
import { channelCell } from './channel-cell.ts';
import { fill, h } from './dom.ts';
import { agentState, heard } from './fleet-view.ts';
import { guestText } from './guest-text.ts';
import { LogView } from './log-view.ts';
import { PlotView } from './plot-view.ts';
import { RangePicker } from './range-picker.ts';
import { Refresher } from './refresher.ts';
import { safeText } from './safe-text.ts';
import { SnapshotView } from './snapshot-view.ts';
import { TimelineView } from './timeline-view.ts';
import type { UiApp, UiChange } from './ui-types.ts';
import type { View, ViewContext } from './view.ts';

/** Gaps grow although nothing comes. */
const IDLE_REFRESH_MS = 5000;

/** A day changes more slowly than a quarter of an hour, and costs the controller more. */
function pauseMs(windowMs: number): number {
  return Math.min(30_000, Math.max(1000, windowMs / 10_000));
}

/** Everything about one app. */
export class AppView implements View {
  readonly element = h('main', { class: 'app', tabindex: -1 });
  readonly #id: number;
  readonly #context: ViewContext;
  readonly #head = h('header', { class: 'app-head' });
  readonly #range: RangePicker;
  readonly #timeline = new TimelineView();
  readonly #plots: readonly PlotView[];
  readonly #snapshot = new SnapshotView();
  readonly #log: LogView;
  readonly #refresher = new Refresher(
    (signal) => this.#refresh(signal),
    () => pauseMs(this.#range.lengthMs),
  );
  #idleMs = 0;

  constructor(id: number, context: ViewContext) {
    this.#id = id;
    this.#context = context;
    this.#range = new RangePicker({
      onChange: () => this.#refresher.requestNow(),
      now: () => context.now(),
    });
    this.#plots = makePlots((fromMs, toMs) => this.#range.hold(fromMs, toMs));
    this.#log = new LogView({ app: id, onProblem: (error) => this.#fail(error) });
    fill(
      this.element,
      this.#head,
      this.#range.element,
      this.#timeline.element,
      h('div', { class: 'plots' }, ...this.#plots.map((plot) => plot.element)),
      this.#snapshot.element,
      this.#log.element,
    );
    this.#refresher.request();
  }

  changed(changes: readonly UiChange[] | undefined): void {
    const mine = changes?.find((change) => change.app === this.#id);
    if (changes !== undefined && mine === undefined) return;
    this.#refresher.request();
    this.#log.changed();
  }

  tick(): void {
    this.#snapshot.tick(this.#context.now());
    this.#idleMs += 1000;
    if (this.#idleMs >= IDLE_REFRESH_MS) this.#refresher.request();
  }

  close(): void {
    this.#refresher.close();
    this.#log.close();
    this.#timeline.close();
    for (const plot of this.#plots) plot.close();
  }

  async #refresh(signal: AbortSignal): Promise<void> {
    this.#idleMs = 0;
    try {
      const app = await api.app(this.#id, signal);
      const { fromMs, toMs } = this.#range.window(this.#context.now());
      const points = Math.max(100, Math.min(2000, Math.round(this.element.clientWidth / 2)));
      const [timeline, series, snapshot] = await Promise.all([
        api.timeline(this.#id, fromMs, toMs, signal),
        api.series(this.#id, fromMs, toMs, points, signal),
        api.snapshot(this.#id, undefined, signal).catch(noneIfGone),
      ]);
      this.#context.learnNow(timeline.nowMs);
      this.#context.showProblem('');
      this.#showHead(app);
      this.#timeline.show(timeline);
      for (const plot of this.#plots) plot.show(series);
      this.#snapshot.show(snapshot, this.#context.now());
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  #showHead(app: UiApp): void {
    this.#context.setTitle(safeText(app.name));
    const nowMs = this.#context.now();
    fill(
      this.#head,
      h('h1', {}, guestText(app.name)),
      h(
        'p',
        { class: 'sub' },
        h('span', { class: 'mono' }, app.uuid),
        ` on ${app.device}, ${heard(app.deviceSeenMs, nowMs)}`,
      ),
      h(
        'ul',
        { class: 'channels' },
        ...app.channels.map((channel) =>
          h(
            'li',
            {},
            h('span', { class: `channel-name ${channel.channel}` }, channel.channel),
            channelCell(channel, nowMs),
          ),
        ),
        h('li', {}, h('span', { class: 'channel-name' }, 'agent'), agentState(app.state)),
      ),
      h('p', { class: 'sub' }, counters(app)),
    );
  }

  #fail(error: unknown): void {
    if (error instanceof ApiError && error.gone) {
      this.#context.showProblem('This app is not here (any more). Its device may have been removed.');
      return;
    }
    this.#context.showProblem(
      error instanceof ApiError ? error.message : 'The page has a defect; reload it.',
    );
  }
}

function noneIfGone(error: unknown): undefined {
  if (error instanceof ApiError && error.gone) return undefined;
  throw error;
}

function counters(app: UiApp): string {
  const parts = [`${app.entries} entries kept`];
  if (app.duplicates > 0) parts.push(`${app.duplicates} came twice`);
  if (app.invalid > 0) parts.push(`${app.invalid} not understood`);
  if (app.pruned > 0) parts.push(`${app.pruned} dropped by age`);
  return parts.join(', ');
}

function makePlots(onSelect: (fromMs: number, toMs: number) => void): PlotView[] {
  return [
    new PlotView({
      title: 'Load',
      unit: 'tasks, 1 min',
      lines: [{ name: 'Load', column: 'load1', color: '--line-1' }],
      topMin: 1,
      digits: 2,
      onSelect,
    }),
    new PlotView({
      title: 'Memory',
      unit: '% used',
      lines: [
        { name: 'Memory', column: 'memoryUsedPercent', color: '--line-2' },
        { name: 'Swap', column: 'swapUsedPercent', color: '--line-3' },
      ],
      topMin: 100,
      topMax: 100,
      digits: 1,
      onSelect,
    }),
    new PlotView({
      title: 'Pressure',
      unit: '% of time stalled, 10 s',
      lines: [
        { name: 'CPU', column: 'pressureCpu', color: '--line-1' },
        { name: 'Memory', column: 'pressureMemory', color: '--line-2' },
        { name: 'I/O', column: 'pressureIo', color: '--line-3' },
      ],
      topMin: 5,
      topMax: 100,
      digits: 1,
      onSelect,
    }),
  ];
}
