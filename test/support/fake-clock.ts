import type { Clock } from '#agent/core/ports.ts';

/** Time that passes only when a test says so. */
export class FakeClock implements Clock {
  nowUs = 1_000_000;
  wallOffsetUs = 1.7e15;

  monotonicUs(): number {
    return this.nowUs;
  }

  bootUs(): number {
    return this.nowUs;
  }

  wallUs(): number {
    return this.nowUs + this.wallOffsetUs;
  }

  pass(seconds: number): void {
    this.nowUs += seconds * 1e6;
  }
}
