import { clockUs } from 'cherub:native';
import type { Clock } from '#agent/core/ports.ts';

/** include/uapi/linux/time.h */
const CLOCK_REALTIME = 0;
const CLOCK_MONOTONIC = 1;
const CLOCK_BOOTTIME = 7;

/** The kernel's clocks. */
export class KernelClock implements Clock {
  monotonicUs(): number {
    return clockUs(CLOCK_MONOTONIC);
  }

  bootUs(): number {
    return clockUs(CLOCK_BOOTTIME);
  }

  wallUs(): number {
    return clockUs(CLOCK_REALTIME);
  }
}
