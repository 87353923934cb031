import type { cherub } from '#protocol/messages/generated/cherub.js';
import { failed, type Part, present } from './part.ts';
import { fieldsOf, toCount, toDecimal, toUint32 } from './scan-text.ts';

/**
 * `/proc/loadavg`: `0.12 0.05 0.01 1/123 4567` (Documentation/filesystems/proc.rst).
 * The load counts tasks that run, want to run, or wait uninterruptibly.
 */
export function parseLoad(text: string): Part<cherub.Load.$Properties> {
  const [one, five, fifteen, tasks] = fieldsOf(text);
  const [runnable, total] = (tasks ?? '').split('/');
  const load1 = toDecimal(one);
  const load5 = toDecimal(five);
  const load15 = toDecimal(fifteen);
  if (load1 === undefined || load5 === undefined || load15 === undefined) {
    return failed('/proc/loadavg is not understood');
  }
  return present({
    load1,
    load5,
    load15,
    runnable: toUint32(toCount(runnable) ?? 0),
    tasks: toUint32(toCount(total) ?? 0),
  });
}
