import { type Child, fill, h } from './dom.ts';
import { agentState } from './fleet-view.ts';
import { formatAge, formatBytes, formatDuration, formatMoment, formatPercent } from './format.ts';
import { cpuShares, ratesOf } from './snapshot-rates.ts';
import {
  blockedBlock,
  checkBlock,
  diskBlock,
  filesystemBlock,
  interfaceBlock,
  kernelLogBlock,
  memoryBlock,
  meter,
  missingBlock,
  pressureBlock,
  processBlock,
  unitBlock,
} from './snapshot-tables.ts';
import type { UiSnapshotAnswer } from './ui-types.ts';

/** The newest snapshot as tables. */
export class SnapshotView {
  readonly element = h('section', { class: 'panel snapshot', 'aria-label': 'Latest snapshot' });
  readonly #age = h('span', { class: 'muted' });
  readonly #body = h('div', { class: 'snapshot-body' });
  #answer: UiSnapshotAnswer | undefined;

  constructor() {
    this.element.append(h('h2', {}, 'Latest snapshot ', this.#age), this.#body);
  }

  /** @param answer undefined: there is none */
  show(answer: UiSnapshotAnswer | undefined, nowMs: number): void {
    const isSame = answer !== undefined && answer.timeMs === this.#answer?.timeMs;
    this.#answer = answer;
    this.tick(nowMs);
    if (isSame) return;
    const open = this.#openStacks();
    if (answer === undefined) {
      fill(
        this.#body,
        h('p', { class: 'empty' }, 'No snapshot has come yet. It comes by the recorder disk or the link.'),
      );
    } else {
      fill(this.#body, ...content(answer));
    }
    for (const [index, details] of [...this.#body.querySelectorAll('details')].entries()) {
      details.open = open.has(index);
    }
  }

  tick(nowMs: number): void {
    const answer = this.#answer;
    this.#age.textContent =
      answer === undefined
        ? ''
        : `${formatAge(nowMs - answer.timeMs)} ago, ${formatMoment(answer.timeMs)}, by ${answer.channel || 'log'}`;
  }

  #openStacks(): Set<number> {
    const all = [...this.#body.querySelectorAll('details')];
    return new Set(all.flatMap((details, index) => (details.open ? [index] : [])));
  }
}

function content(answer: UiSnapshotAnswer): Child[] {
  const { snapshot } = answer.record;
  const rates = ratesOf(answer);
  return [
    figures(answer),
    h(
      'div',
      { class: 'blocks' },
      blockedBlock(snapshot),
      unitBlock(snapshot),
      checkBlock(snapshot),
      pressureBlock(snapshot),
      memoryBlock(snapshot),
      filesystemBlock(snapshot),
      processBlock(snapshot),
      diskBlock(snapshot, rates),
      interfaceBlock(snapshot, rates),
      missingBlock(snapshot),
      kernelLogBlock(snapshot),
    ),
  ];
}

function figures(answer: UiSnapshotAnswer): HTMLElement {
  const { snapshot, stamp } = answer.record;
  const { load, memory } = snapshot;
  const cpu = cpuShares(snapshot, ratesOf(answer));
  const figure = (name: string, value: Child, detail: Child = ''): HTMLElement =>
    h('div', { class: 'figure' }, h('dt', {}, name), h('dd', {}, value), h('dd', { class: 'sub' }, detail));
  return h(
    'dl',
    { class: 'figures' },
    figure('Agent', agentState(snapshot.state), `every ${formatDuration(snapshot.periodMs)}`),
    figure('Up', formatDuration(stamp.monotonicUs / 1000), `boot ${stamp.bootId.slice(0, 8)}`),
    load && figure('Load', load.load1.toFixed(2), `${load.load5.toFixed(2)}  ${load.load15.toFixed(2)}`),
    load &&
      figure('Tasks', String(load.tasks), `${load.runnable} runnable, ${snapshot.blockedTotal} blocked`),
    cpu &&
      figure(
        'CPU busy',
        meter(100 - cpu.idle - cpu.iowait),
        `user ${formatPercent(cpu.user)}, system ${formatPercent(cpu.system)}, wait ${formatPercent(cpu.iowait)}` +
          (cpu.steal >= 0.5 ? `, stolen ${formatPercent(cpu.steal)}` : ''),
      ),
    memory &&
      memory.totalBytes > 0 &&
      figure(
        'Memory used',
        meter((100 * (memory.totalBytes - memory.availableBytes)) / memory.totalBytes),
        `${formatBytes(memory.totalBytes - memory.availableBytes)} of ${formatBytes(memory.totalBytes)}`,
      ),
    memory &&
      memory.swapTotalBytes > 0 &&
      figure(
        'Swap used',
        meter((100 * (memory.swapTotalBytes - memory.swapFreeBytes)) / memory.swapTotalBytes),
        formatBytes(memory.swapTotalBytes),
      ),
    snapshot.vmstat &&
      figure(
        'OOM kills',
        String(snapshot.vmstat.oomKills),
        `${snapshot.vmstat.allocationStalls} stalls since boot`,
      ),
  );
}
