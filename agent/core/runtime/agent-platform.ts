import type { cherub } from '#protocol/messages/generated/cherub.js';
import type { CheckPort } from '../checks/check-port.ts';
import type { AgentConfig } from '../config/agent-config.ts';
import type { Schedule } from '../heartbeat/schedule.ts';
import type { OpenLink } from '../link/link-port.ts';
import type { Clock, ConsolePort, LoggerPort, LogPort, Result } from '../ports.ts';
import type { DiskPort } from '../recorder/disk-port.ts';
import type { SysrqPort } from '../sysrq/sysrq-port.ts';

/** Takes snapshots; everything that could wait happens beside `collect`. */
export interface SnapshotSource {
  collect(inputs: SnapshotSourceInputs): cherub.Snapshot.$Properties;
  close(): void;
}

export interface SnapshotSourceInputs {
  state: cherub.State;
  counters: cherub.AgentCounters.$Properties;
  checks: cherub.CheckResult.$Properties[];
  /** For a host that asks in between: what can be told only once comes again in the next regular one. */
  outOfTurn?: boolean;
}

/** Who this run of the agent is. */
export interface AgentIdentity {
  version: string;
  build: cherub.Build;
  /** 32 lower-case hex digits. */
  bootId: string;
  runId: number;
  pid: number;
  hostName: string;
}

/** The machine, as the runtime uses it. What is opened here never blocks and never throws. */
export interface AgentPlatform {
  readonly identity: AgentIdentity;
  readonly clock: Clock;
  readonly log: LogPort;
  readonly disks: DiskPort;
  readonly openLink: OpenLink;
  readonly sysrq: SysrqPort;
  readonly checks: CheckPort;
  /** The text of a small file under /proc, or `undefined`. */
  readFile(path: string): string | undefined;
  /** The config has been checked before: its schedule can be used. */
  schedule(config: AgentConfig): Schedule;
  openConsole(config: AgentConfig): Result<ConsolePort & { close(): void }>;
  /** @param consolePath where its stderr goes; `undefined` when there is no console */
  openLogger(config: AgentConfig): Result<LoggerPort>;
  snapshots(o: { app: string; periodMs: number }): SnapshotSource;
  /** Collects in the background; tells of each new state. @returns how to end it */
  startInventory(onInventory: (inventory: cherub.Inventory.$Properties) => void): () => void;
  /** What the process itself uses. */
  usage(): { residentBytes: number; cpuMs: number };
  /** 32 hex digits by chance. */
  newDiskUuid(): string;
}
