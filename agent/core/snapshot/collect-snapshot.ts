import type { cherub } from '#protocol/messages/generated/cherub.js';
import { type CpuPart, parseCpu } from './cpu.ts';
import { parseDisks } from './disks.ts';
import { parseInterfaces } from './interfaces.ts';
import type { KernelLogPart } from './kernel-log.ts';
import { parseLoad } from './load.ts';
import { parseMemory } from './memory.ts';
import { MissingParts } from './missing-parts.ts';
import { failed, type Part, present, unreadable } from './part.ts';
import { parsePressure } from './pressure.ts';
import { type ProcessSample, ProcessTable } from './process-table.ts';
import { safeText } from './safe-text.ts';
import type { SystemFiles } from './system-files.ts';
import { parseVmstat } from './vmstat.ts';

/** A file that is delivered with one read. */
const PAGE_FILE_BYTES = 4096;
/** Files with a line for each thing; 64 KiB hold 500 disks or 400 interfaces. */
const LINES_FILE_BYTES = 65_536;

const APP_BYTES_MAX = 256;

/** From this load on, something may wait in a thread that is not a process's first one. */
const SUSPECT_LOAD = 0.5;

export interface SnapshotCollectorOptions {
  readonly files: SystemFiles;
  readonly app: string;
  /** Promised distance to the next snapshot, in milliseconds. */
  readonly periodMs: number;
  /** AT_PAGESZ of this machine. */
  readonly pageBytes: number;
  /** AT_CLKTCK of this machine: the unit of times in /proc. */
  readonly ticksPerSecond: number;
}

/** What is found out beside the snapshot path, or is known to the rest of the agent. */
export interface SnapshotInputs {
  readonly state: cherub.State;
  readonly filesystems: {
    readonly part: Part<cherub.Filesystem.$Properties[]>;
    readonly incomplete: string | undefined;
  };
  readonly failedUnits: Part<cherub.FailedUnit.$Properties[]>;
  readonly kernelLog: Part<KernelLogPart>;
  readonly checks: cherub.CheckResult.$Properties[];
  readonly counters: cherub.AgentCounters.$Properties | undefined;
}

/** Both clocks at the moment of collecting, in microseconds: CLOCK_BOOTTIME and the wall clock. */
export interface SnapshotTime {
  readonly monotonicUs: number;
  readonly wallUs: number;
}

/**
 * Takes health snapshots: reads /proc and /sys through the port, nothing else, and never throws. A part that
 * cannot be had is named in `missing` with its reason; the others are not touched by it.
 */
export class SnapshotCollector {
  readonly #options: SnapshotCollectorOptions;
  readonly #app: string;
  readonly #processes: ProcessTable;

  constructor(options: SnapshotCollectorOptions) {
    this.#options = options;
    this.#app = safeText(options.app, APP_BYTES_MAX);
    this.#processes = new ProcessTable(options);
  }

  /** One snapshot; `collectUs` is left for the caller, who has the clock. */
  collect(now: SnapshotTime, inputs: SnapshotInputs): cherub.Snapshot.$Properties {
    const missing = new MissingParts();
    const snapshot: cherub.Snapshot.$Properties = {
      app: this.#app,
      state: inputs.state,
      periodMs: this.#options.periodMs,
      checks: inputs.checks,
    };
    if (inputs.counters !== undefined) snapshot.counters = inputs.counters;
    const cpu = this.#addNumbers(snapshot, missing);
    this.#addDevices(snapshot, missing);
    this.#addProcesses(snapshot, missing, now, cpu);
    addInputs(snapshot, missing, inputs);
    snapshot.missing = missing.list();
    return snapshot;
  }

  /** Remembers CPU times only, so that the next snapshot can tell what was used since. */
  prime(monotonicUs: number): void {
    this.#processes.sample(this.#options.files, monotonicUs, { tasks: 0, suspectBlocked: false });
  }

  #addNumbers(snapshot: cherub.Snapshot.$Properties, missing: MissingParts): CpuPart | undefined {
    const load = missing.take('load', () => this.#file('/proc/loadavg', PAGE_FILE_BYTES, parseLoad));
    if (load !== undefined) snapshot.load = load;
    const { ticksPerSecond } = this.#options;
    const cpu = missing.take('cpu', () =>
      this.#file('/proc/stat', LINES_FILE_BYTES, (text) => parseCpu(text, ticksPerSecond)),
    );
    if (cpu !== undefined) snapshot.cpu = cpu.time;
    const memory = missing.take('memory', () => this.#file('/proc/meminfo', PAGE_FILE_BYTES, parseMemory));
    if (memory !== undefined) snapshot.memory = memory;
    const vmstat = missing.take('vmstat', () => this.#file('/proc/vmstat', LINES_FILE_BYTES, parseVmstat));
    if (vmstat !== undefined) snapshot.vmstat = vmstat;
    this.#addPressure(snapshot, missing);
    return cpu;
  }

  #addPressure(snapshot: cherub.Snapshot.$Properties, missing: MissingParts): void {
    const lines = (name: string) =>
      missing.take('pressure', () =>
        this.#file(`/proc/pressure/${name}`, PAGE_FILE_BYTES, (text) => {
          const pressure = parsePressure(text);
          return pressure.some ? present(pressure) : failed(`/proc/pressure/${name} is not understood`);
        }),
      );
    const cpu = lines('cpu');
    const memory = lines('memory');
    const io = lines('io');
    if (cpu?.some) snapshot.cpuSome = cpu.some;
    if (memory?.some) snapshot.memorySome = memory.some;
    if (memory?.full) snapshot.memoryFull = memory.full;
    if (io?.some) snapshot.ioSome = io.some;
    if (io?.full) snapshot.ioFull = io.full;
  }

  #addDevices(snapshot: cherub.Snapshot.$Properties, missing: MissingParts): void {
    const disks = missing.take('disks', () => {
      const listed = this.#options.files.list('/sys/block');
      if (!listed.ok) return unreadable('/sys/block', listed);
      const whole = new Set(listed.names);
      // A slash in a device's name is `!` in its folder (drivers/base/core.c).
      const isWhole = (name: string): boolean => whole.has(name.replaceAll('/', '!'));
      return this.#file('/proc/diskstats', LINES_FILE_BYTES, (text) => present(parseDisks(text, isWhole)));
    });
    if (disks !== undefined) snapshot.disks = disks.disks;
    if (disks !== undefined && disks.left > 0) missing.add('disks', `${disks.left} more`);
    const net = missing.take('interfaces', () =>
      this.#file('/proc/net/dev', LINES_FILE_BYTES, (text) => present(parseInterfaces(text))),
    );
    if (net === undefined) return;
    for (const item of net.interfaces) item.up = this.#isUp(item.name ?? '');
    snapshot.interfaces = net.interfaces;
    if (net.left > 0) missing.add('interfaces', `${net.left} more`);
  }

  /** operstate and flags are answered without the kernel's network lock; carrier and speed are not. */
  #isUp(name: string): boolean {
    const { files } = this.#options;
    const state = files.read(`/sys/class/net/${name}/operstate`, 64);
    if (!state.ok) return false;
    // Drivers that do not know their carrier say "unknown"; then the flag IFF_UP decides.
    if (!state.text.startsWith('unknown')) return state.text.startsWith('up');
    const flags = files.read(`/sys/class/net/${name}/flags`, 64);
    return flags.ok && (Number.parseInt(flags.text, 16) & 1) === 1;
  }

  #addProcesses(
    snapshot: cherub.Snapshot.$Properties,
    missing: MissingParts,
    now: SnapshotTime,
    cpu: CpuPart | undefined,
  ): void {
    const hints = {
      tasks: snapshot.load?.tasks ?? 0,
      suspectBlocked:
        (snapshot.load?.load1 ?? 0) >= SUSPECT_LOAD ||
        (snapshot.ioSome?.avg10 ?? 0) > 0 ||
        (cpu?.waitingForDisk ?? 0) > 0,
    };
    const sample = missing.take(
      'processes',
      (): Part<ProcessSample> => this.#processes.sample(this.#options.files, now.monotonicUs, hints),
    );
    if (sample === undefined) return;
    snapshot.top = sample.top;
    snapshot.blocked = sample.blocked;
    snapshot.blockedTotal = sample.blockedTotal;
    if (sample.incomplete !== undefined) missing.add('processes', sample.incomplete);
  }

  #file<T>(path: string, bytesMax: number, parse: (text: string) => Part<T>): Part<T> {
    const file = this.#options.files.read(path, bytesMax);
    return file.ok ? parse(file.text) : unreadable(path, file);
  }
}

function addInputs(
  snapshot: cherub.Snapshot.$Properties,
  missing: MissingParts,
  inputs: SnapshotInputs,
): void {
  const { part, incomplete } = inputs.filesystems;
  const filesystems = missing.take('filesystems', () => part);
  if (filesystems !== undefined) snapshot.filesystems = filesystems;
  if (incomplete !== undefined) missing.add('filesystems', incomplete);
  const units = missing.take('failed_units', () => inputs.failedUnits);
  if (units !== undefined) snapshot.failedUnits = units;
  const log = missing.take('kernel_log', () => inputs.kernelLog);
  if (log !== undefined) {
    snapshot.kernelLog = log.messages;
    snapshot.kernelLogDropped = log.dropped;
  }
}
