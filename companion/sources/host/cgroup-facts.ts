import { parseKeyValues } from './key-values.ts';
import { type Pressure, parsePressure } from './pressure.ts';
import type { ProcFiles } from './proc-files.ts';

/** What the host allows the VM, and how it fares. */
export interface CgroupFacts {
  /** As /proc/PID/cgroup names it. */
  readonly path: string;
  readonly version: 1 | 2;
  readonly memoryBytes?: number;
  /** Absent: no limit. */
  readonly memoryMaxBytes?: number;
  readonly cpuUsageUs?: number;
  readonly throttledPeriods?: number;
  readonly throttledUs?: number;
  /** Processes of the group that were killed for want of memory. */
  readonly oomKills?: number;
  readonly isFrozen?: boolean;
  readonly pressure: { readonly cpu?: Pressure; readonly memory?: Pressure; readonly io?: Pressure };
}

const ROOT = '/sys/fs/cgroup';

/** Undefined when the process is gone or the host has no cgroups where they usually are. */
export function readCgroup(files: ProcFiles, pid: number): CgroupFacts | undefined {
  const lines = (files.text(`/proc/${pid}/cgroup`) ?? '').split('\n').map(parseLine);
  const controller = (name: string): string | undefined =>
    lines.find((line) => line?.controllers.includes(name))?.path;
  const memory = controller('memory');
  if (memory !== undefined) return readVersion1(files, memory, controller('cpu'), controller('freezer'));
  const path = lines.find((line) => line?.controllers.length === 0)?.path;
  return path === undefined ? undefined : readVersion2(files, path);
}

function parseLine(
  line: string,
): { readonly controllers: readonly string[]; readonly path: string } | undefined {
  const match = /^\d+:([^:]*):(\/.*)$/u.exec(line);
  const path = match?.[2];
  // A path with steps upwards is that of another cgroup namespace, which we cannot see.
  if (path === undefined || path.split('/').includes('..')) return undefined;
  return { controllers: match?.[1] === '' ? [] : (match?.[1] ?? '').split(','), path };
}

/** Linux Documentation/admin-guide/cgroup-v2.rst. */
function readVersion2(files: ProcFiles, path: string): CgroupFacts {
  const text = (name: string): string => files.text(`${ROOT}${path}/${name}`) ?? '';
  const cpu = parseKeyValues(text('cpu.stat'));
  return {
    path,
    version: 2,
    ...defined({
      memoryBytes: count(text('memory.current')),
      memoryMaxBytes: count(text('memory.max')),
      cpuUsageUs: cpu.get('usage_usec'),
      throttledPeriods: cpu.get('nr_throttled'),
      throttledUs: cpu.get('throttled_usec'),
      oomKills: parseKeyValues(text('memory.events')).get('oom_kill'),
    }),
    ...flag(parseKeyValues(text('cgroup.events')).get('frozen')),
    pressure: {
      cpu: parsePressure(text('cpu.pressure')),
      memory: parsePressure(text('memory.pressure')),
      io: parsePressure(text('io.pressure')),
    },
  };
}

/** Linux Documentation/admin-guide/cgroup-v1; EVE mounts each controller under its name. */
function readVersion1(
  files: ProcFiles,
  memory: string,
  cpu: string | undefined,
  freezer: string | undefined,
): CgroupFacts {
  const text = (name: string): string => files.text(`${ROOT}/memory${memory}/${name}`) ?? '';
  const stat = parseKeyValues(cpu === undefined ? '' : (files.text(`${ROOT}/cpu${cpu}/cpu.stat`) ?? ''));
  const usage = cpu === undefined ? undefined : count(files.text(`${ROOT}/cpu${cpu}/cpuacct.usage`) ?? '');
  const throttled = stat.get('throttled_time');
  const state = freezer === undefined ? undefined : files.text(`${ROOT}/freezer${freezer}/freezer.state`);
  const max = count(text('memory.limit_in_bytes'));
  return {
    path: memory,
    version: 1,
    ...defined({
      memoryBytes: count(text('memory.usage_in_bytes')),
      // No limit is written as the largest number of pages.
      memoryMaxBytes: max !== undefined && max < 2 ** 53 ? max : undefined,
      cpuUsageUs: usage === undefined ? undefined : Math.round(usage / 1000),
      throttledPeriods: stat.get('nr_throttled'),
      throttledUs: throttled === undefined ? undefined : Math.round(throttled / 1000),
      oomKills: parseKeyValues(text('memory.oom_control')).get('oom_kill'),
    }),
    ...(state !== undefined && { isFrozen: state.trim() !== 'THAWED' }),
    pressure: {},
  };
}

function count(text: string): number | undefined {
  return /^\d+\s*$/u.test(text) ? Number(text) : undefined;
}

function flag(value: number | undefined): { readonly isFrozen?: boolean } {
  return value === undefined ? {} : { isFrozen: value === 1 };
}

type Numbers<T> = { readonly [K in keyof T]?: number };

function defined<T extends Readonly<Record<string, number | undefined>>>(values: T): Numbers<T> {
  const found: { [K in keyof T]?: number } = {};
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) Object.assign(found, { [name]: value });
  return found;
}
