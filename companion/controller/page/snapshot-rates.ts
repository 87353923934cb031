import type { UiSnapshot, UiSnapshotAnswer } from './ui-types.ts';

/** The snapshot before, when its counters may be compared. */
export interface Rates {
  readonly previous: UiSnapshot;
  /** Guest time between the two. */
  readonly seconds: number;
}

/** Counters run from boot: two snapshots compare only within one boot, and not across a restored one. */
export function ratesOf(answer: UiSnapshotAnswer): Rates | undefined {
  const { previous, record } = answer;
  if (previous === null || previous.record.stamp.bootId !== record.stamp.bootId) return undefined;
  const seconds = (record.stamp.monotonicUs - previous.record.stamp.monotonicUs) / 1e6;
  return seconds > 0.1 ? { previous: previous.record.snapshot, seconds } : undefined;
}

/** Shares of all CPU time between two snapshots, percent. */
export interface CpuShares {
  readonly user: number;
  readonly system: number;
  readonly iowait: number;
  readonly steal: number;
  readonly idle: number;
}

/** @returns undefined when a counter is missing or went back */
export function cpuShares(now: UiSnapshot, rates: Rates | undefined): CpuShares | undefined {
  const a = rates?.previous.cpu;
  const b = now.cpu;
  if (a === undefined || b === undefined) return undefined;
  const user = b.userMs + b.niceMs - a.userMs - a.niceMs;
  const system = b.systemMs + b.irqMs + b.softirqMs - a.systemMs - a.irqMs - a.softirqMs;
  const iowait = b.iowaitMs - a.iowaitMs;
  const steal = b.stealMs - a.stealMs;
  const idle = b.idleMs - a.idleMs;
  const total = user + system + iowait + steal + idle;
  if (total <= 0 || user < 0 || system < 0 || idle < 0) return undefined;
  const share = (part: number): number => (100 * Math.max(0, part)) / total;
  return {
    user: share(user),
    system: share(system),
    iowait: share(iowait),
    steal: share(steal),
    idle: share(idle),
  };
}

/** How much of the time between two snapshots a disk was busy. */
export function busyPercent(now: { busyMs: number }, before: { busyMs: number }, seconds: number): number {
  return Math.min(100, Math.max(0, (now.busyMs - before.busyMs) / (10 * seconds)));
}
