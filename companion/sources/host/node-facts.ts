import { statfs } from 'node:fs/promises';
import { parseKeyValues } from './key-values.ts';
import { type Pressure, parsePressure } from './pressure.ts';
import type { ProcFiles } from './proc-files.ts';

/** Counters of a disk since the host's boot (Linux Documentation/admin-guide/iostats.rst). */
export interface DiskCounters {
  readonly name: string;
  readonly readBytes: number;
  readonly writtenBytes: number;
  readonly inFlight: number;
  /** Time with requests in flight, milliseconds. */
  readonly busyMs: number;
}

/** Counters of a network interface since it came up. */
export interface InterfaceCounters {
  readonly name: string;
  readonly receivedBytes: number;
  readonly receiveErrors: number;
  readonly receiveDrops: number;
  readonly sentBytes: number;
  readonly sendErrors: number;
  readonly sendDrops: number;
}

/** The machine that the VMs run on, at one moment. */
export interface NodeFacts {
  readonly uptimeSeconds?: number;
  /** Averages of 1, 5 and 15 minutes. */
  readonly load?: readonly [number, number, number];
  readonly memoryTotalBytes?: number;
  readonly memoryAvailableBytes?: number;
  readonly swapFreeBytes?: number;
  readonly pressure: { readonly cpu: Pressure; readonly memory: Pressure; readonly io: Pressure };
  readonly disks: readonly DiskCounters[];
  readonly interfaces: readonly InterfaceCounters[];
}

const ROWS_MAX = 512;
/** The kernel's unit in diskstats, whatever the disk has. */
const SECTOR_BYTES = 512;

export function readNode(files: ProcFiles): NodeFacts {
  const memory = parseKeyValues(files.text('/proc/meminfo') ?? '');
  const bytes = (name: string, key: string): Readonly<Record<string, number>> => {
    const kib = memory.get(key);
    return kib === undefined ? {} : { [name]: kib * 1024 };
  };
  const uptime = /^(\d+\.\d+) /u.exec(files.text('/proc/uptime') ?? '')?.[1];
  const load = /^([\d.]+) ([\d.]+) ([\d.]+) /u.exec(files.text('/proc/loadavg') ?? '');
  const pressure = (name: string): Pressure => parsePressure(files.text(`/proc/pressure/${name}`) ?? '');
  return {
    ...(uptime !== undefined && { uptimeSeconds: Number(uptime) }),
    ...(load !== null && { load: [Number(load[1]), Number(load[2]), Number(load[3])] as const }),
    ...bytes('memoryTotalBytes', 'MemTotal'),
    ...bytes('memoryAvailableBytes', 'MemAvailable'),
    ...bytes('swapFreeBytes', 'SwapFree'),
    pressure: { cpu: pressure('cpu'), memory: pressure('memory'), io: pressure('io') },
    disks: parseDiskstats(files.text('/proc/diskstats') ?? ''),
    interfaces: parseNetDev(files.text('/proc/net/dev') ?? ''),
  };
}

/** Disks that were ever used; the others say nothing. */
export function parseDiskstats(text: string): DiskCounters[] {
  const disks: DiskCounters[] = [];
  for (const line of text.split('\n').slice(0, ROWS_MAX)) {
    const fields = line.trim().split(/\s+/u);
    const name = fields[2];
    const numbers = fields.slice(3).map(Number);
    const [reads = 0, , readSectors = 0, , writes = 0, , writtenSectors = 0, , inFlight = 0, busyMs = 0] =
      numbers;
    if (name === undefined || numbers.length < 11 || !numbers.every(Number.isFinite) || reads + writes === 0)
      continue;
    disks.push({
      name,
      readBytes: readSectors * SECTOR_BYTES,
      writtenBytes: writtenSectors * SECTOR_BYTES,
      inFlight,
      busyMs,
    });
  }
  return disks;
}

export function parseNetDev(text: string): InterfaceCounters[] {
  const interfaces: InterfaceCounters[] = [];
  for (const line of text.split('\n').slice(2, ROWS_MAX)) {
    const match = /^\s*(\S+):\s*([\d\s]+)$/u.exec(line);
    const numbers = (match?.[2] ?? '').trim().split(/\s+/u).map(Number);
    const name = match?.[1];
    if (name === undefined || numbers.length < 16) continue;
    const [
      receivedBytes = 0,
      ,
      receiveErrors = 0,
      receiveDrops = 0,
      ,
      ,
      ,
      ,
      sentBytes = 0,
      ,
      sendErrors = 0,
      sendDrops = 0,
    ] = numbers;
    interfaces.push({ name, receivedBytes, receiveErrors, receiveDrops, sentBytes, sendErrors, sendDrops });
  }
  return interfaces;
}

/** Free space for whoever is not root, bytes; undefined when the filesystem does not answer in time. */
export async function freeBytes(path: string, deadlineMs: number): Promise<number | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), deadlineMs).unref());
  const found = await Promise.race([statfs(path).catch(() => undefined), late]);
  return found === undefined ? undefined : found.bavail * found.bsize;
}
