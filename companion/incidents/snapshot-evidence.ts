import { formatBytes } from '../output/quantities.ts';
import type { Evidence, EvidenceTable, SnapshotPoint } from './evidence.ts';

/** A snapshot record as `messageToJson` gives it, and when the host got it. */
export interface TimedSnapshot {
  readonly atMs: number;
  readonly text: string;
}

/**
 * Plots and tables out of the last snapshots. A guest wrote them: a field of another type counts as not there.
 * @param snapshots oldest first
 */
export function snapshotEvidence(snapshots: readonly TimedSnapshot[]): Partial<Evidence> {
  const read = snapshots.map(({ atMs, text }) => ({ atMs, snapshot: readSnapshot(text) }));
  const last = read.at(-1)?.snapshot;
  const log = read.flatMap(({ snapshot }) => list(snapshot, 'kernelLog').map((each) => textOf(each, 'text')));
  return {
    snapshots: read.map(({ atMs, snapshot }) => toPoint(atMs, snapshot)),
    tables: last === undefined ? [] : lastTables(last).filter(({ rows }) => rows.length > 0),
    texts: log.length === 0 ? [] : [{ title: 'Kernel log in the last snapshots', lines: log.slice(-200) }],
  };
}

type Fields = Readonly<Record<string, unknown>>;

function readSnapshot(text: string): Fields | undefined {
  try {
    const record: unknown = JSON.parse(text);
    return isFields(record) ? (inner(record, 'snapshot') ?? record) : undefined;
  } catch {
    return undefined;
  }
}

function toPoint(atMs: number, snapshot: Fields | undefined): SnapshotPoint {
  const total = figure(inner(snapshot, 'memory'), 'totalBytes');
  const available = figure(inner(snapshot, 'memory'), 'availableBytes') ?? 0;
  const pressure = (name: string): number | undefined => {
    const fields = inner(snapshot, name);
    return fields && (figure(fields, 'avg10') ?? 0);
  };
  const load = inner(snapshot, 'load');
  return {
    atMs,
    ...optional('load1', load && (figure(load, 'load1') ?? 0)),
    ...optional('memoryAvailable', total === undefined || total <= 0 ? undefined : (100 * available) / total),
    ...optional('pressureCpu', pressure('cpuSome')),
    ...optional('pressureMemory', pressure('memorySome')),
    ...optional('pressureIo', pressure('ioSome')),
  };
}

function lastTables(snapshot: Fields): EvidenceTable[] {
  return [
    {
      title: 'Tasks that wait in the kernel (state D), last snapshot',
      heading: ['Pid', 'Command', 'Waits in', 'For', 'Stack'],
      rows: list(snapshot, 'blocked').map((task) => [
        textOf(task, 'pid'),
        textOf(task, 'comm'),
        textOf(task, 'wchan'),
        `${((figure(task, 'seenMs') ?? 0) / 1000).toFixed(0)} s`,
        strings(task['stack']).join(' ← '),
      ]),
    },
    {
      title: 'Busiest processes, last snapshot',
      heading: ['Pid', 'Command', 'State', 'CPU', 'Resident'],
      rows: list(snapshot, 'top').map((process) => [
        textOf(process, 'pid'),
        textOf(process, 'comm'),
        textOf(process, 'state'),
        `${((figure(process, 'cpuPermille') ?? 0) / 10).toFixed(1)} %`,
        formatBytes(figure(process, 'residentBytes') ?? 0),
      ]),
    },
    {
      title: 'Filesystems, last snapshot',
      heading: ['Mount', 'Type', 'Free', 'Of', 'Notes'],
      rows: list(snapshot, 'filesystems').map((each) => [
        textOf(each, 'mount'),
        textOf(each, 'type'),
        formatBytes(figure(each, 'availableBytes') ?? 0),
        formatBytes(figure(each, 'totalBytes') ?? 0),
        filesystemNotes(each),
      ]),
    },
    {
      title: 'Failed units, last snapshot',
      heading: ['Unit'],
      rows: list(snapshot, 'failedUnits').map((unit) => [textOf(unit, 'name')]),
    },
  ];
}

function filesystemNotes(filesystem: Fields): string {
  const staleMs = figure(filesystem, 'staleMs') ?? 0;
  return [
    filesystem['readOnly'] === true ? 'read-only' : '',
    staleMs > 0 ? `has not answered for ${(staleMs / 1000).toFixed(0)} s` : '',
  ]
    .filter((each) => each !== '')
    .join(', ');
}

function optional<K extends string>(key: K, value: number | undefined): Partial<Record<K, number>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, number>>);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inner(fields: Fields | undefined, name: string): Fields | undefined {
  const value = fields?.[name];
  return isFields(value) ? value : undefined;
}

function figure(fields: Fields | undefined, name: string): number | undefined {
  const value = fields?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function list(fields: Fields | undefined, name: string): Fields[] {
  const value = fields?.[name];
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
