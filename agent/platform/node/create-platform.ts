import type { AgentConfig } from '#agent/core/config/agent-config.ts';
import { PeriodSchedule, type Schedule } from '#agent/core/heartbeat/schedule.ts';
import type { ConsolePort, LoggerPort, LogPort, Result } from '#agent/core/ports.ts';
import type { AgentPlatform, SnapshotSource } from '#agent/core/runtime/agent-platform.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { createNodeChecks } from './checks/node-checks.ts';
import { createCronSchedule } from './heartbeat/cron-schedule.ts';
import { CONSOLE_AUTO, NodeConsole } from './heartbeat/node-console.ts';
import { NodeLogger } from './heartbeat/node-logger.ts';
import { startInventory } from './inventory/create-inventory.ts';
import { openLinkPort } from './link/open-link-port.ts';
import { hostName, newRunId, newUuid, readBootId } from './process/boot-identity.ts';
import { findProgram, isExecutable } from './process/find-program.ts';
import { NodeClock } from './process/node-clock.ts';
import { selfCommand } from './process/self-command.ts';
import { agentVersion } from './process/version.ts';
import { NodeDisks } from './recorder/node-disks.ts';
import { createNodeCollector } from './snapshot/create-collector.ts';
import { NodeSystemFiles } from './snapshot/node-system-files.ts';
import { createNodeSysrq } from './sysrq/node-sysrq.ts';

/** When the config names no schedule. */
export const SCHEDULE_DEFAULT = '*/10 * * * * *';
const SMALL_FILE_BYTES = 4096;

/** This machine, as the agent's engine sees it. */
export function createPlatform(log: LogPort): AgentPlatform {
  const files = new NodeSystemFiles('/');
  const clock = new NodeClock();
  return {
    identity: {
      version: agentVersion(),
      build: cherub.Build.BUILD_STANDARD,
      bootId: readBootId(files),
      runId: newRunId(files),
      pid: process.pid,
      hostName: hostName(),
    },
    clock,
    log,
    disks: new NodeDisks(),
    openLink: openLinkPort,
    sysrq: createNodeSysrq(),
    checks: createNodeChecks(),
    readFile: (path) => {
      const file = files.read(path, SMALL_FILE_BYTES);
      return file.ok ? file.text : undefined;
    },
    schedule: createSchedule,
    openConsole,
    openLogger,
    snapshots: (o) => createSnapshotSource(o, clock),
    startInventory: (onInventory) => startInventory({ onInventory, selfCommand: selfCommand() }),
    usage: () => {
      const { user, system } = process.cpuUsage();
      return { residentBytes: process.memoryUsage.rss(), cpuMs: Math.round((user + system) / 1000) };
    },
    newDiskUuid: () => newUuid(files),
  };
}

function createSchedule({ heartbeat }: AgentConfig): Schedule {
  return heartbeat.periodSeconds === undefined
    ? createCronSchedule(heartbeat.schedule ?? SCHEDULE_DEFAULT)
    : new PeriodSchedule(heartbeat.periodSeconds);
}

function openConsole({ heartbeat }: AgentConfig): Result<ConsolePort & { close(): void }> {
  const path = consolePathOf(heartbeat.console);
  if (path === undefined) return { ok: false, problem: 'switched off by heartbeat.console: none' };
  const console = new NodeConsole(path);
  const opened = console.open();
  return opened.ok ? { ok: true, value: console } : opened;
}

function openLogger({ heartbeat }: AgentConfig): Result<LoggerPort> {
  if (heartbeat.logger === 'none') return { ok: false, problem: 'switched off by heartbeat.logger: none' };
  const program = findLogger(heartbeat.logger);
  if (program === undefined) {
    const problem =
      heartbeat.logger === 'auto'
        ? 'there is no logger program; labels go straight to the console; install bsdutils or busybox'
        : `${heartbeat.logger} is no program that can be run; labels go straight to the console`;
    return { ok: false, problem };
  }
  const logger = new NodeLogger({
    program,
    tag: heartbeat.tag,
    consolePath: consolePathOf(heartbeat.console),
  });
  return { ok: true, value: logger };
}

/** The logger program that a config means, or `undefined` when there is none. */
export function findLogger(wish: string): string | undefined {
  if (wish === 'auto') return findProgram('logger');
  return isExecutable(wish) ? wish : undefined;
}

/** The console device that a config means; `undefined`: none. */
export function consolePathOf(wish: string): string | undefined {
  if (wish === 'none') return undefined;
  return wish === 'auto' ? CONSOLE_AUTO : wish;
}

function createSnapshotSource(o: { app: string; periodMs: number }, clock: NodeClock): SnapshotSource {
  const collector = createNodeCollector(o);
  return {
    collect: (inputs) => collector.collect({ monotonicUs: clock.bootUs(), wallUs: clock.wallUs() }, inputs),
    close: () => collector.close(),
  };
}
