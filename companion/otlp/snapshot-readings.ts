import type { UiRecord } from '../controller/page/ui-types.ts';

type Snapshot = UiRecord['snapshot'];

/** One number of a snapshot under its stable name (docs/specs/uplink.md). */
export interface Reading {
  readonly name: string;
  /** UCUM, as OpenTelemetry writes units. */
  readonly unit: string;
  readonly value: number;
  /** It only rises from the guest's boot on. */
  readonly isCounter?: true;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Names come from the guest; more of them would let it make series without end. */
const NAMES_MAX = 32;
const NAME_CHARACTERS_MAX = 128;

/** The numbers of a snapshot: names of OpenTelemetry's conventions where there are some, else `cherub.guest.…`. */
export function readSnapshot(snapshot: Snapshot): Reading[] {
  return [
    ...readLoad(snapshot),
    ...readProcessors(snapshot),
    ...readMemory(snapshot),
    ...readPressure(snapshot),
    ...readDisks(snapshot),
    ...readFilesystems(snapshot),
    ...readInterfaces(snapshot),
    { name: 'cherub.guest.degraded', unit: '1', value: snapshot.state === 'STATE_DEGRADED' ? 1 : 0 },
    { name: 'cherub.guest.tasks.blocked', unit: '{task}', value: snapshot.blockedTotal },
  ];
}

function readLoad({ load }: Snapshot): Reading[] {
  if (load === undefined) return [];
  const of = (minutes: string, value: number): Reading => ({
    name: `system.cpu.load_average.${minutes}`,
    unit: '{thread}',
    value,
  });
  return [of('1m', load.load1), of('5m', load.load5), of('15m', load.load15)];
}

function readProcessors({ cpu }: Snapshot): Reading[] {
  if (cpu === undefined) return [];
  const modes: [string, number][] = [
    ['user', cpu.userMs],
    ['nice', cpu.niceMs],
    ['system', cpu.systemMs],
    ['idle', cpu.idleMs],
    ['iowait', cpu.iowaitMs],
    ['interrupt', cpu.irqMs + cpu.softirqMs],
    ['steal', cpu.stealMs],
  ];
  return [
    { name: 'system.cpu.logical.count', unit: '{cpu}', value: cpu.online },
    ...modes.map(
      ([mode, ms]): Reading => ({
        name: 'system.cpu.time',
        unit: 's',
        value: ms / 1000,
        isCounter: true,
        attributes: { 'cpu.mode': mode },
      }),
    ),
  ];
}

function readMemory({ memory, vmstat }: Snapshot): Reading[] {
  const counters: Reading[] =
    vmstat === undefined
      ? []
      : [{ name: 'cherub.guest.oom_kills', unit: '{kill}', value: vmstat.oomKills, isCounter: true }];
  if (memory === undefined) return counters;
  const cached = memory.cachedBytes + memory.buffersBytes;
  const used = Math.max(0, memory.totalBytes - memory.freeBytes - cached);
  const usage = (state: string, value: number): Reading => ({
    name: 'system.memory.usage',
    unit: 'By',
    value,
    attributes: { 'system.memory.state': state },
  });
  return [
    ...counters,
    { name: 'system.memory.limit', unit: 'By', value: memory.totalBytes },
    { name: 'system.linux.memory.available', unit: 'By', value: memory.availableBytes },
    usage('used', used),
    usage('free', memory.freeBytes),
    usage('cached', cached),
    {
      name: 'system.paging.usage',
      unit: 'By',
      value: Math.max(0, memory.swapTotalBytes - memory.swapFreeBytes),
      attributes: { 'system.paging.state': 'used' },
    },
  ];
}

/** The kernel's PSI: which share of the last ten seconds some or all tasks stood still for want of it. */
function readPressure(snapshot: Snapshot): Reading[] {
  const kinds = [
    ['cpu', 'some', snapshot.cpuSome],
    ['memory', 'some', snapshot.memorySome],
    ['memory', 'full', snapshot.memoryFull],
    ['io', 'some', snapshot.ioSome],
    ['io', 'full', snapshot.ioFull],
  ] as const;
  return kinds.flatMap(([resource, kind, pressure]): Reading[] =>
    pressure === undefined
      ? []
      : [
          {
            name: 'cherub.guest.pressure',
            unit: '1',
            value: pressure.avg10 / 100,
            attributes: { 'cherub.resource': resource, 'cherub.tasks': kind },
          },
        ],
  );
}

function readDisks({ disks }: Snapshot): Reading[] {
  return disks.slice(0, NAMES_MAX).flatMap((disk): Reading[] => {
    const of = (direction: string, value: number): Reading => ({
      name: 'system.disk.io',
      unit: 'By',
      value,
      isCounter: true,
      attributes: { 'system.device': short(disk.name), 'disk.io.direction': direction },
    });
    return [of('read', disk.readBytes), of('write', disk.writtenBytes)];
  });
}

function readFilesystems({ filesystems }: Snapshot): Reading[] {
  return filesystems.slice(0, NAMES_MAX).flatMap((filesystem): Reading[] => {
    const of = (state: string, value: number): Reading => ({
      name: 'system.filesystem.usage',
      unit: 'By',
      value,
      attributes: {
        'system.filesystem.mountpoint': short(filesystem.mount),
        'system.filesystem.type': short(filesystem.type),
        'system.filesystem.state': state,
      },
    });
    const { totalBytes, freeBytes, availableBytes } = filesystem;
    return [
      of('used', Math.max(0, totalBytes - freeBytes)),
      of('free', availableBytes),
      of('reserved', Math.max(0, freeBytes - availableBytes)),
    ];
  });
}

function readInterfaces({ interfaces }: Snapshot): Reading[] {
  return interfaces.slice(0, NAMES_MAX).flatMap((network): Reading[] => {
    const of = (direction: string, value: number): Reading => ({
      name: 'system.network.io',
      unit: 'By',
      value,
      isCounter: true,
      attributes: { 'network.interface.name': short(network.name), 'network.io.direction': direction },
    });
    return [of('receive', network.rxBytes), of('transmit', network.txBytes)];
  });
}

function short(name: string): string {
  return name.slice(0, NAME_CHARACTERS_MAX);
}
