import { type Child, h } from './dom.ts';
import { formatBytes, formatDuration, formatPercent } from './format.ts';
import { guestText } from './guest-text.ts';
import { busyPercent, type Rates } from './snapshot-rates.ts';
import type { UiPressure, UiSnapshot } from './ui-types.ts';

type Cell = Child;

/** A small table with a heading; undefined when it would be empty. */
function block(
  title: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): HTMLElement | undefined {
  if (rows.length === 0) return undefined;
  return h(
    'section',
    { class: 'block' },
    h('h3', {}, title),
    h(
      'div',
      { class: 'scroll' },
      h(
        'table',
        { class: 'data' },
        h('thead', {}, h('tr', {}, ...head.map((text) => h('th', { scope: 'col' }, text)))),
        h(
          'tbody',
          {},
          ...rows.map(([first, ...rest]) =>
            h('tr', {}, h('th', { scope: 'row' }, first), ...rest.map((cell) => h('td', {}, cell))),
          ),
        ),
      ),
    ),
  );
}

/** A share as a bar with its number. */
export function meter(percent: number, warnFrom = 90): HTMLElement {
  const value = Math.min(100, Math.max(0, percent));
  const bar = h('span', { class: `meter${value >= warnFrom ? ' high' : ''}` });
  const part = h('span', { class: 'meter-part' });
  // Through the object model: a style attribute would break the page's security policy.
  part.style.width = `${value}%`;
  bar.append(part);
  return h('span', { class: 'metered' }, bar, h('span', { class: 'number' }, formatPercent(percent)));
}

export function pressureBlock(snapshot: UiSnapshot): HTMLElement | undefined {
  const rows: [string, UiPressure | undefined][] = [
    ['CPU, some', snapshot.cpuSome],
    ['Memory, some', snapshot.memorySome],
    ['Memory, full', snapshot.memoryFull],
    ['I/O, some', snapshot.ioSome],
    ['I/O, full', snapshot.ioFull],
  ];
  const known = rows.flatMap(([name, p]) =>
    p === undefined ? [] : [[name, ...[p.avg10, p.avg60, p.avg300].map((value) => value.toFixed(2))]],
  );
  return block('Pressure, % of time stalled', ['', '10 s', '60 s', '5 min'], known);
}

export function memoryBlock(snapshot: UiSnapshot): HTMLElement | undefined {
  const m = snapshot.memory;
  if (m === undefined) return undefined;
  const rows: [string, number][] = [
    ['Available', m.availableBytes],
    ['Free', m.freeBytes],
    ['Anonymous', m.anonymousBytes],
    ['Cached and buffers', m.cachedBytes + m.buffersBytes],
    ['Slab, reclaimable', m.slabReclaimableBytes],
    ['Slab, other', m.slabUnreclaimableBytes],
    ['Dirty and under write-back', m.dirtyBytes + m.writebackBytes],
    ['Committed', m.committedBytes],
  ];
  return block(
    'Memory',
    ['', 'Bytes', 'Of total'],
    rows.map(([name, bytes]) => [name, formatBytes(bytes), share(bytes, m.totalBytes)]),
  );
}

function share(part: number, total: number): string {
  return total > 0 ? formatPercent((100 * part) / total) : '–';
}

export function filesystemBlock(snapshot: UiSnapshot): HTMLElement | undefined {
  return block(
    'Filesystems',
    ['Mount', 'Type', 'Used', 'Free', 'Size', 'Inodes'],
    snapshot.filesystems.map((f) => [
      guestText(f.mount),
      h(
        'span',
        {},
        guestText(f.type),
        f.readOnly && h('span', { class: 'tag' }, 'read-only'),
        f.staleMs > 0 && h('span', { class: 'tag bad' }, `no answer for ${formatDuration(f.staleMs)}`),
      ),
      f.totalBytes > 0 ? meter((100 * (f.totalBytes - f.freeBytes)) / f.totalBytes) : '–',
      formatBytes(f.availableBytes),
      formatBytes(f.totalBytes),
      f.inodes > 0 ? formatPercent((100 * (f.inodes - f.inodesFree)) / f.inodes) : '–',
    ]),
  );
}

export function diskBlock(snapshot: UiSnapshot, rates: Rates | undefined): HTMLElement | undefined {
  return block(
    rates === undefined ? 'Disks, since boot' : 'Disks',
    rates === undefined
      ? ['Disk', 'Read', 'Written', 'In flight', 'Busy']
      : ['Disk', 'Read/s', 'Written/s', 'In flight', 'Busy'],
    snapshot.disks.map((d) => {
      const before = rates?.previous.disks.find((other) => other.name === d.name);
      const perSecond = (now: number, then: number | undefined): string =>
        rates === undefined || then === undefined || now < then
          ? formatBytes(now)
          : formatBytes((now - then) / rates.seconds);
      return [
        guestText(d.name),
        perSecond(d.readBytes, before?.readBytes),
        perSecond(d.writtenBytes, before?.writtenBytes),
        String(d.inFlight),
        rates !== undefined && before !== undefined
          ? formatPercent(busyPercent(d, before, rates.seconds))
          : '–',
      ];
    }),
  );
}

export function interfaceBlock(snapshot: UiSnapshot, rates: Rates | undefined): HTMLElement | undefined {
  return block(
    rates === undefined ? 'Network, since boot' : 'Network',
    [
      'Interface',
      rates === undefined ? 'Received' : 'Received/s',
      rates === undefined ? 'Sent' : 'Sent/s',
      'Errors',
      'Dropped',
    ],
    snapshot.interfaces.map((i) => {
      const before = rates?.previous.interfaces.find((other) => other.name === i.name);
      const perSecond = (now: number, then: number | undefined): string =>
        rates === undefined || then === undefined || now < then
          ? formatBytes(now)
          : formatBytes((now - then) / rates.seconds);
      return [
        h('span', {}, guestText(i.name), !i.up && h('span', { class: 'tag' }, 'down')),
        perSecond(i.rxBytes, before?.rxBytes),
        perSecond(i.txBytes, before?.txBytes),
        String(i.rxErrors + i.txErrors),
        String(i.rxDropped + i.txDropped),
      ];
    }),
  );
}

export function processBlock(snapshot: UiSnapshot): HTMLElement | undefined {
  return block(
    'Top processes by CPU',
    ['Command', 'PID', 'State', 'CPU', 'Resident', 'Threads'],
    snapshot.top.map((p) => [
      guestText(p.comm, 'mono'),
      String(p.pid),
      guestText(p.state),
      formatPercent(p.cpuPermille / 10),
      formatBytes(p.residentBytes),
      String(p.threads),
    ]),
  );
}

export function blockedBlock(snapshot: UiSnapshot): HTMLElement | undefined {
  const more = snapshot.blockedTotal - snapshot.blocked.length;
  const made = block(
    `Blocked tasks (${Math.max(snapshot.blockedTotal, snapshot.blocked.length)})`,
    ['Command', 'PID', 'Waits in', 'For', 'Kernel stack'],
    snapshot.blocked.map((task) => [
      guestText(task.comm, 'mono'),
      String(task.pid),
      guestText(task.wchan, 'mono'),
      formatDuration(task.seenMs),
      task.stack.length === 0
        ? '–'
        : h(
            'details',
            {},
            h('summary', {}, `${task.stack.length} frames`),
            h('ol', { class: 'stack mono' }, ...task.stack.map((frame) => h('li', {}, guestText(frame)))),
          ),
    ]),
  );
  if (made !== undefined && more > 0) made.append(h('p', { class: 'muted' }, `and ${more} more`));
  made?.classList.add('alarm');
  return made;
}

export function unitBlock(snapshot: UiSnapshot): HTMLElement | undefined {
  return block(
    'Failed units',
    ['Unit'],
    snapshot.failedUnits.map((unit) => [guestText(unit.name, 'mono')]),
  );
}

export function checkBlock(snapshot: UiSnapshot): HTMLElement | undefined {
  return block(
    'Checks',
    ['Check', 'Outcome', 'Message', 'Age'],
    snapshot.checks.map((check) => [
      guestText(check.name),
      h(
        'span',
        { class: `outcome ${check.outcome === 'ok' || check.outcome === 'failed' ? check.outcome : ''}` },
        guestText(check.outcome),
      ),
      guestText(check.message),
      formatDuration(check.ageMs),
    ]),
  );
}

export function missingBlock(snapshot: UiSnapshot): HTMLElement | undefined {
  return block(
    'Not in this snapshot',
    ['Part', 'Why'],
    snapshot.missing.map((part) => [guestText(part.part), guestText(part.reason)]),
  );
}

const LEVELS = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];

export function kernelLogBlock(snapshot: UiSnapshot): HTMLElement | undefined {
  if (snapshot.kernelLog.length === 0) return undefined;
  return h(
    'section',
    { class: 'block wide' },
    h(
      'h3',
      {},
      'Kernel log since the snapshot before',
      snapshot.kernelLogDropped > 0 &&
        h('span', { class: 'tag bad' }, `${snapshot.kernelLogDropped} lines did not fit`),
    ),
    h(
      'ol',
      { class: 'kernel-log mono', tabindex: 0, 'aria-label': 'Kernel log' },
      ...snapshot.kernelLog.map((line) =>
        h(
          'li',
          { class: LEVELS[line.priority % 8] ?? 'info' },
          h('span', { class: 'time' }, `[${(line.monotonicUs / 1e6).toFixed(3).padStart(10)}]`),
          ' ',
          guestText(line.text),
        ),
      ),
    ),
  );
}
