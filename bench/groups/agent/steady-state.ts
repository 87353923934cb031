import { setTimeout as delay } from 'node:timers/promises';
import type { Guest } from '#test/vm/guest/guest.ts';
import {
  type ProcessUsage,
  parseUsage,
  TICKS_PER_SECOND,
  usageCommand,
} from '../../measure/process-usage.ts';
import type { GroupContext } from '../group.ts';

/** One process over an interval. */
export interface SteadyState {
  /** At its end. */
  readonly usage: ProcessUsage;
  /** Share of one core, percent. */
  readonly cpuPercent: number;
  readonly cpuMs: number;
  readonly seconds: number;
}

/** Watches processes side by side for a while. */
export async function watchProcesses(
  guest: Guest,
  pids: readonly number[],
  seconds: number,
  context: GroupContext,
): Promise<SteadyState[]> {
  const before = await sample(guest, pids);
  await delay(seconds * 1000, undefined, { signal: context.signal });
  const after = await sample(guest, pids);
  const elapsed = after.uptimeSeconds - before.uptimeSeconds;
  return after.usages.map((usage, index) => {
    const ticks = usage.cpuTicks - (before.usages[index]?.cpuTicks ?? 0);
    const cpuSeconds = ticks / TICKS_PER_SECOND;
    return { usage, cpuPercent: (100 * cpuSeconds) / elapsed, cpuMs: cpuSeconds * 1000, seconds: elapsed };
  });
}

interface Sample {
  readonly uptimeSeconds: number;
  readonly usages: readonly ProcessUsage[];
}

async function sample(guest: Guest, pids: readonly number[]): Promise<Sample> {
  const command = ['cat /proc/uptime', ...pids.map((pid) => `echo ===; ${usageCommand(pid)}`)].join('; ');
  const [uptime = '', ...parts] = (await guest.console.runOk(command)).split('===\n');
  return { uptimeSeconds: Number.parseFloat(uptime), usages: parts.map(parseUsage) };
}
