import type { cherub } from '#protocol/messages/generated/cherub.js';
import { failed, type Part, present } from './part.ts';
import { fieldsOf, lineOf, numberOfLine, toCount, toUint53 } from './scan-text.ts';

/** CPU time and, beside the message, how many tasks wait for disks right now (`procs_blocked`). */
export interface CpuPart {
  readonly time: cherub.CpuTime.$Properties;
  readonly waitingForDisk: number;
}

/**
 * `/proc/stat` (fs/proc/stat.c). The columns of the `cpu` line are user, nice, system, idle, iowait, irq,
 * softirq, steal, in ticks; guest time is part of user and not counted twice.
 */
export function parseCpu(text: string, ticksPerSecond: number): Part<CpuPart> {
  const line = lineOf(text, 'cpu ');
  if (line === undefined) return failed('/proc/stat has no cpu line');
  const columns = fieldsOf(line);
  const ms = (column: number): number => toUint53(((toCount(columns[column]) ?? 0) * 1000) / ticksPerSecond);
  const time = {
    online: countCpus(text),
    userMs: ms(1),
    niceMs: ms(2),
    systemMs: ms(3),
    idleMs: ms(4),
    iowaitMs: ms(5),
    irqMs: ms(6),
    softirqMs: ms(7),
    stealMs: ms(8),
    contextSwitches: numberOfLine(text, 'ctxt ') ?? 0,
    forks: numberOfLine(text, 'processes ') ?? 0,
  };
  return present({ time, waitingForDisk: numberOfLine(text, 'procs_blocked ') ?? 0 });
}

/** Only CPUs that are online have a line. */
function countCpus(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ncpu'); at >= 0; at = text.indexOf('\ncpu', at + 1)) count++;
  return count;
}
