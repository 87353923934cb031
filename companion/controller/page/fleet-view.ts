import { ApiError, api } from './api.ts';
import { channelCell } from './channel-cell.ts';
import { fill, h } from './dom.ts';
import { formatAge, formatPercent } from './format.ts';
import { guestText } from './guest-text.ts';
import { Refresher } from './refresher.ts';
import type { UiApp, UiFleet } from './ui-types.ts';
import type { View, ViewContext } from './view.ts';

const REFRESH_MS = 1000;

/** All apps with the age of each channel. */
export class FleetView implements View {
  readonly element = h('main', { class: 'fleet', tabindex: -1 });
  readonly #context: ViewContext;
  readonly #refresher = new Refresher(
    (signal) => this.#refresh(signal),
    () => REFRESH_MS,
  );
  #fleet: UiFleet | undefined;

  constructor(context: ViewContext) {
    this.#context = context;
    context.setTitle('');
    fill(this.element, h('p', { class: 'empty' }, 'Loading …'));
    this.#refresher.request();
  }

  changed(): void {
    this.#refresher.request();
  }

  tick(): void {
    // States change by age alone, too; the controller knows the thresholds.
    this.#refresher.request();
  }

  close(): void {
    this.#refresher.close();
  }

  async #refresh(signal: AbortSignal): Promise<void> {
    try {
      const fleet = await api.fleet(signal);
      this.#context.learnNow(fleet.nowMs);
      this.#context.showProblem('');
      this.#fleet = fleet;
      this.#draw();
    } catch (error) {
      if (signal.aborted) return;
      this.#context.showProblem(
        error instanceof ApiError ? error.message : 'The page has a defect; reload it.',
      );
    }
  }

  #draw(): void {
    const fleet = this.#fleet;
    if (fleet === undefined) return;
    const focused = this.element.contains(document.activeElement)
      ? document.activeElement?.getAttribute('href')
      : undefined;
    fill(
      this.element,
      ...(fleet.apps.length === 0 ? emptyFleet(fleet) : [summary(fleet), this.#table(fleet)]),
    );
    // The table is made anew each time: the keyboard must stay where it was.
    if (focused) this.element.querySelector<HTMLElement>(`a[href="${focused}"]`)?.focus();
  }

  #table(fleet: UiFleet): HTMLElement {
    const head = ['App', 'Device', 'Console', 'Recorder', 'Link', 'Agent', 'Load', 'Memory'];
    return h(
      'div',
      { class: 'panel scroll' },
      h(
        'table',
        { class: 'apps' },
        h('thead', {}, h('tr', {}, ...head.map((text) => h('th', { scope: 'col' }, text)))),
        h('tbody', {}, ...fleet.apps.map((app) => row(app, this.#context.now()))),
      ),
    );
  }
}

function row(app: UiApp, nowMs: number): HTMLElement {
  return h(
    'tr',
    { 'data-app': app.uuid },
    h(
      'th',
      { scope: 'row' },
      h('a', { href: `#/app/${app.id}` }, guestText(app.name)),
      h('span', { class: 'sub mono' }, app.uuid),
    ),
    h(
      'td',
      { 'data-label': 'Device' },
      h('span', {}, app.device),
      h('span', { class: 'sub' }, heard(app.deviceSeenMs, nowMs)),
    ),
    ...app.channels.map((channel) => h('td', { 'data-label': channel.channel }, channelCell(channel, nowMs))),
    h('td', { 'data-label': 'Agent' }, agentState(app.state)),
    h('td', { class: 'number', 'data-label': 'Load' }, app.load1 === null ? '–' : app.load1.toFixed(2)),
    h(
      'td',
      { class: 'number', 'data-label': 'Memory' },
      app.memoryUsedPercent === null ? '–' : formatPercent(app.memoryUsedPercent),
    ),
  );
}

/** What the guest's agent said last of itself. */
export function agentState(state: string): HTMLElement {
  const known = ['starting', 'ok', 'degraded', 'stopping'].includes(state);
  return h('span', { class: `state ${known ? state : 'other'}` }, state === '' ? '–' : guestText(state));
}

/** When a device was last heard, for people. */
export function heard(seenMs: number | null, nowMs: number): string {
  return seenMs === null ? 'never heard' : `heard ${formatAge(nowMs - seenMs)} ago`;
}

function summary(fleet: UiFleet): HTMLElement {
  const silent = fleet.apps.filter(
    (app) => !app.channels.some((channel) => channel.state === 'fresh'),
  ).length;
  const count = (value: number, word: string): string => `${value} ${word}${value === 1 ? '' : 's'}`;
  return h(
    'p',
    { class: 'summary' },
    h('strong', {}, count(fleet.apps.length, 'app')),
    ` on ${count(fleet.devices.length, 'device')}. `,
    silent === 0
      ? 'Every app is heard on at least one channel.'
      : h('span', { class: 'warn' }, `${count(silent, 'app')} not heard on any channel.`),
  );
}

function emptyFleet(fleet: UiFleet): HTMLElement[] {
  const [title, next, command] =
    fleet.devices.length === 0
      ? [
          'No device yet',
          'A device is a companion that may send. Let one in on the controller’s machine:',
          'cherub controller device add edge-1 --dir DIR',
        ]
      : [
          'No app yet',
          'A device is let in, and nothing came from it so far. Its companion needs the sink eve-api in its config; then:',
          'cherub serve',
        ];
  return [
    h(
      'section',
      { class: 'panel empty-state' },
      h('h1', {}, title),
      h('p', {}, next),
      h('pre', {}, h('code', {}, command)),
      fleet.devices.length > 0 &&
        h('p', { class: 'muted' }, `Devices: ${fleet.devices.map((device) => device.name).join(', ')}`),
    ),
  ];
}
