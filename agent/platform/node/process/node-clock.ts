import { uptime } from 'node:os';
import type { Clock } from '#agent/core/ports.ts';

/** The kernel's clocks. */
export class NodeClock implements Clock {
  monotonicUs(): number {
    return Number(process.hrtime.bigint() / 1000n);
  }

  /** libuv takes it from /proc/uptime, in hundredths of a second. */
  bootUs(): number {
    return Math.round(uptime() * 1e6);
  }

  wallUs(): number {
    return Date.now() * 1000;
  }
}
