import type { ChannelName, ChannelState } from '../channels/channel.ts';
import type { ChannelStatus, StatusReport, VmStatus } from '../control/status.ts';
import type { VerdictState } from '../ladder/verdict.ts';
import { formatBytes, formatDuration, formatTime } from '../output/quantities.ts';
import { safeText } from '../output/safe-text.ts';
import type { Paint, Tone } from '../output/style.ts';
import { type Cell, cutToWidth, formatTable } from '../output/table.ts';

const TONES: Readonly<Record<ChannelState, Tone>> = {
  fresh: 'good',
  stale: 'warn',
  silent: 'bad',
  missing: 'bad',
  unknown: 'dim',
};

const VERDICT_TONES: Readonly<Record<VerdictState, Tone>> = {
  healthy: 'good',
  dead: 'bad',
  unknown: 'warn',
  suppressed: 'dim',
  starting: 'dim',
};

const HEADING = [
  'VM',
  'VERDICT',
  'GUEST SAYS',
  'CONSOLE',
  'RECORDER',
  'LINK',
  'UP',
  'LOAD',
  'MEM FREE',
  'PSI cpu/mem/io',
];

export interface StatusScreenOptions {
  readonly paint: Paint;
  readonly columns: number;
}

/** The lines of `cherub status`: a table of the VMs, what is amiss, the spool and the sinks. */
export function statusScreen(report: StatusReport, o: StatusScreenOptions): string[] {
  const { paint, columns } = o;
  const title = `${report.node}  ${formatTime(report.nowMs)}  up ${formatDuration(report.nowMs - report.startedMs)}`;
  const table =
    report.vms.length === 0
      ? ['no VMs in the config']
      : formatTable(HEADING, report.vms.map(vmRow), { paint, columns });
  return [
    paint('strong', cutToWidth(safeText(title), columns)),
    '',
    ...table,
    '',
    ...report.vms.flatMap(vmNotes).map(({ tone, text }) => paint(tone, cutToWidth(safeText(text), columns))),
    ...deliveryLines(report).map(({ tone, text }) => paint(tone, cutToWidth(safeText(text), columns))),
    paint('dim', cutToWidth('cherub explain VM shows every vote behind a verdict.', columns)),
  ];
}

function vmRow(vm: VmStatus): (Cell | string)[] {
  const { guest } = vm;
  return [
    { text: vm.name, tone: 'strong' },
    verdictCell(vm),
    { text: guest.state || '-', tone: guest.state === 'degraded' ? 'warn' : 'plain' },
    channelCell(vm, 'console'),
    channelCell(vm, 'recorder'),
    channelCell(vm, 'link'),
    { text: guest.uptimeSeconds === null ? '-' : formatDuration(guest.uptimeSeconds * 1000), align: 'right' },
    { text: guest.load1?.toFixed(2) ?? '-', align: 'right' },
    { text: percent(guest.memoryAvailablePercent), align: 'right' },
    guest.pressure === null
      ? '-'
      : [guest.pressure.cpu, guest.pressure.memory, guest.pressure.io]
          .map((each) => each.toFixed(1))
          .join('/'),
  ];
}

function verdictCell({ verdict }: VmStatus): Cell {
  const { state, rung, forMs } = verdict;
  const name = rung === undefined ? state : `${state}: ${rung}`;
  return { text: `${name} ${formatDuration(forMs)}`, tone: VERDICT_TONES[state] };
}

function channelCell(vm: VmStatus, name: ChannelName): Cell {
  const channel = vm.channels.find((each) => each.channel === name);
  if (channel === undefined) return { text: '-', tone: 'dim' };
  const age = channel.ageMs === undefined ? '' : ` ${formatDuration(channel.ageMs)}`;
  return { text: `${channel.state}${age}`, tone: TONES[channel.state] };
}

function percent(value: number | null): string {
  return value === null ? '-' : `${Math.round(value)} %`;
}

interface Note {
  readonly tone: Tone;
  readonly text: string;
}

/** Why it is dead or held, and one line for each channel that is not as it should be. */
function vmNotes(vm: VmStatus): Note[] {
  const { verdict } = vm;
  const isTold = verdict.state === 'dead' || verdict.state === 'suppressed';
  const told: Note[] = isTold
    ? [{ tone: VERDICT_TONES[verdict.state], text: `${vm.name}: ${verdict.reason}` }]
    : [];
  return [...told, ...channelNotes(vm)];
}

function channelNotes(vm: VmStatus): Note[] {
  return vm.channels.flatMap((channel) => {
    const isAmiss = channel.state !== 'fresh';
    const counted = countersOf(channel);
    if (!isAmiss && channel.remark === '' && counted === '') return [];
    const parts = [isAmiss ? channel.reason : '', channel.remark, counted].filter((part) => part !== '');
    return [
      {
        tone: isAmiss ? TONES[channel.state] : 'warn',
        text: `${vm.name} ${channel.channel}: ${parts.join('; ')}`,
      },
    ];
  });
}

/** Counters that are 0 when all is well, by what they are called on the screen. */
const AMISS: Readonly<Record<string, string>> = {
  labelsInvalid: 'invalid labels',
  linesDropped: 'lines dropped',
  recordsInvalid: 'invalid records',
  recordsLost: 'records lost',
  blocksOvertaken: 'blocks overtaken',
  wentBack: 'times set back',
  tornBlocks: 'torn blocks',
  invalidBlocks: 'invalid blocks',
  misplacedBlocks: 'misplaced blocks',
  answersStale: 'stale answers',
  requestsTimedOut: 'requests timed out',
  discarded: 'pieces of garbage',
  pushesInvalid: 'invalid pushes',
};

function countersOf(channel: ChannelStatus): string {
  return Object.entries(AMISS)
    .filter(([name]) => (channel.counters[name] ?? 0) > 0)
    .map(([name, words]) => `${channel.counters[name]} ${words}`)
    .join(', ');
}

function deliveryLines(report: StatusReport): Note[] {
  const { spool } = report;
  const used = `spool: ${formatBytes(spool.bytes)} of ${formatBytes(spool.bytesMax)}`;
  const problem = spool.lastError === '' ? '' : `; ${spool.lastError}`;
  const lost = spool.refused + spool.damaged;
  const spoolNote: Note = {
    tone: problem === '' && lost === 0 ? 'plain' : 'bad',
    text: `${used}${lost === 0 ? '' : `; ${lost} entries lost`}${problem}`,
  };
  const sinks = report.sinks.map((sink): Note => {
    const reader = spool.readers[sink.sink];
    const dropped = (reader?.dropped ?? 0) === 0 ? '' : `, ${reader?.dropped} dropped`;
    const rejected = sink.rejected === 0 ? '' : `, ${sink.rejected} refused`;
    const counts = `${sink.delivered} delivered, ${reader?.pending ?? 0} waiting${dropped}${rejected}`;
    return {
      tone: sink.problem === '' ? 'plain' : 'warn',
      text: `${sink.sink}: ${counts}${sink.problem === '' ? '' : `; ${sink.problem}`}`,
    };
  });
  return [spoolNote, ...sinks];
}
