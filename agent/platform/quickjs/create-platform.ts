import * as native from 'cherub:native';
import type { AgentConfig } from '#agent/core/config/agent-config.ts';
import { PeriodSchedule } from '#agent/core/heartbeat/schedule.ts';
import type { ConsolePort, LoggerPort, LogPort, Result } from '#agent/core/ports.ts';
import type { AgentPlatform } from '#agent/core/runtime/agent-platform.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { createChecks } from './checks/machine-checks.ts';
import { consolePathOf, GuestConsole } from './heartbeat/console.ts';
import { findLogger, SystemLogger } from './heartbeat/logger.ts';
import { startInventory } from './inventory/start-inventory.ts';
import { openLinkPort } from './link/open-link-port.ts';
import { newRunId, newUuid, readBootId } from './process/boot-identity.ts';
import { Jobs } from './process/jobs.ts';
import { KernelClock } from './process/kernel-clock.ts';
import { agentVersion } from './process/version.ts';
import { ThreadDisks } from './recorder/disks.ts';
import { createCollector } from './snapshot/create-collector.ts';
import { ProcFiles } from './snapshot/proc-files.ts';
import { createSysrq } from './sysrq/proc-sysrq.ts';

/** When the config names none. */
const PERIOD_SECONDS_DEFAULT = 10;
const SMALL_FILE_BYTES = 4096;

/** This machine, as the agent's engine sees it. */
export function createPlatform(log: LogPort): AgentPlatform {
  const files = new ProcFiles();
  const clock = new KernelClock();
  const jobs = new Jobs();
  const readFile = (path: string): string | undefined => {
    const file = files.read(path, SMALL_FILE_BYTES);
    return file.ok ? file.text : undefined;
  };
  return {
    identity: {
      version: agentVersion(),
      build: cherub.Build.BUILD_COMPACT,
      bootId: readBootId(files),
      runId: newRunId(files),
      pid: native.self('cherub-agent'),
      hostName: native.hostName() || 'unknown',
    },
    clock,
    log,
    disks: new ThreadDisks(jobs),
    openLink: openLinkPort,
    sysrq: createSysrq(jobs),
    checks: createChecks(jobs),
    readFile,
    schedule: ({ heartbeat }) => new PeriodSchedule(heartbeat.periodSeconds ?? PERIOD_SECONDS_DEFAULT),
    openConsole,
    openLogger,
    snapshots: (o) => createCollector(o, { clock, jobs }),
    startInventory: (onInventory) => startInventory(clock, onInventory),
    usage: () => ({ residentBytes: residentBytes(readFile('/proc/self/status')), cpuMs: native.cpuMs() }),
    newDiskUuid: () => newUuid(files),
  };
}

/** In units of its own, so that the size of a page does not matter. */
function residentBytes(status: string | undefined): number {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(status ?? '')?.[1];
  return Number(kib ?? 0) * 1024;
}

function openConsole({ heartbeat }: AgentConfig): Result<ConsolePort & { close(): void }> {
  const path = consolePathOf(heartbeat.console);
  if (path === undefined) return { ok: false, problem: 'switched off by heartbeat.console: none' };
  const console = new GuestConsole(path);
  const opened = console.open();
  return opened.ok ? { ok: true, value: console } : opened;
}

function openLogger({ heartbeat }: AgentConfig): Result<LoggerPort> {
  const { logger, tag } = heartbeat;
  if (logger === 'none') return { ok: false, problem: 'switched off by heartbeat.logger: none' };
  const program = findLogger(logger);
  if (program === undefined) {
    const problem =
      logger === 'auto'
        ? 'there is no logger program; labels go straight to the console; install bsdutils or busybox'
        : `${logger} is no program that can be run; labels go straight to the console`;
    return { ok: false, problem };
  }
  return {
    ok: true,
    value: new SystemLogger({ program, tag, consolePath: consolePathOf(heartbeat.console) }),
  };
}
