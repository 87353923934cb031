/**
 * What the page gets from `/api/ui/…` (docs/specs/controller-api.md). All times are milliseconds since 1970 by
 * the companion's clock, unless said otherwise. Texts may come from a guest.
 */

export type UiChannelName = 'console' | 'recorder' | 'link';

/** How a channel stands; `reason` is one line for people. */
export interface UiChannel {
  readonly channel: UiChannelName;
  readonly state: 'fresh' | 'stale' | 'silent' | 'missing' | 'unknown' | 'never';
  readonly lastMs: number | null;
  readonly reason: string;
}

export interface UiApp {
  /** In our database; what the other addresses take. */
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly device: string;
  readonly deviceSeenMs: number | null;
  readonly firstMs: number;
  /** Last request that carried something of this app, by the controller's clock. */
  readonly seenMs: number;
  readonly entries: number;
  readonly duplicates: number;
  readonly invalid: number;
  readonly pruned: number;
  /** What the guest's agent last said of itself: `ok`, `degraded`, … or empty. */
  readonly state: string;
  readonly channels: readonly UiChannel[];
  readonly load1: number | null;
  readonly memoryUsedPercent: number | null;
}

export interface UiDevice {
  readonly name: string;
  readonly seenMs: number | null;
  readonly apps: number;
}

/** GET /api/ui/apps */
export interface UiFleet {
  readonly nowMs: number;
  readonly devices: readonly UiDevice[];
  readonly apps: readonly UiApp[];
}

/** A stretch in which signs of life came as often as promised. */
export interface UiRun {
  readonly fromMs: number;
  readonly toMs: number;
  readonly beats: number;
}

/** A stretch without a sign of life, longer than promised. */
export interface UiGap {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface UiLane {
  readonly channel: UiChannelName;
  readonly runs: readonly UiRun[];
  readonly gaps: readonly UiGap[];
  readonly beats: number;
  /** Every single beat, when there are few enough to be told apart; else empty. */
  readonly beatsMs: readonly number[];
  /** What the companion said about the channel, oldest first; the first may lie before the window. */
  readonly states: readonly { readonly atMs: number; readonly state: string }[];
}

/** Something that happened once. */
export interface UiMark {
  readonly atMs: number;
  readonly kind: 'start' | 'stop' | 'boot' | 'channel' | 'loss';
  readonly text: string;
}

/** GET /api/ui/apps/{id}/timeline?from&to */
export interface UiTimeline {
  readonly nowMs: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly lanes: readonly UiLane[];
  readonly marks: readonly UiMark[];
}

/** GET /api/ui/apps/{id}/series?from&to&points: columns of equal length; null where nothing is known. */
export interface UiSeries {
  readonly fromMs: number;
  readonly toMs: number;
  readonly timesMs: readonly number[];
  readonly load1: readonly (number | null)[];
  readonly memoryUsedPercent: readonly (number | null)[];
  readonly swapUsedPercent: readonly (number | null)[];
  readonly pressureCpu: readonly (number | null)[];
  readonly pressureMemory: readonly (number | null)[];
  readonly pressureIo: readonly (number | null)[];
}

export interface UiLogLine {
  readonly id: number;
  readonly timeMs: number;
  readonly kind: string;
  readonly channel: string;
  readonly severity: string;
  readonly source: string;
  readonly content: string;
}

/** GET /api/ui/apps/{id}/log?kinds&before&after&text&limit: oldest first. */
export interface UiLog {
  readonly lines: readonly UiLogLine[];
  /** Older lines exist: ask with `before` = id of the first line. */
  readonly more: boolean;
}

/** GET /api/ui/apps/{id}/snapshot; numbers that the guest left out are 0, as in protobuf. */
export interface UiSnapshotAnswer {
  readonly timeMs: number;
  readonly channel: string;
  readonly record: UiRecord;
  /** The one before it, for rates. */
  readonly previous: { readonly timeMs: number; readonly record: UiRecord } | null;
}

export interface UiRecord {
  readonly stamp: {
    readonly bootId: string;
    readonly sequence: number;
    readonly monotonicUs: number;
    readonly wallUs: number;
    readonly runId: number;
  };
  readonly snapshot: UiSnapshot;
}

export interface UiPressure {
  readonly avg10: number;
  readonly avg60: number;
  readonly avg300: number;
  readonly totalUs: number;
}

export interface UiSnapshot {
  readonly app: string;
  readonly state: string;
  readonly periodMs: number;
  readonly load?:
    | { load1: number; load5: number; load15: number; runnable: number; tasks: number }
    | undefined;
  readonly cpu?:
    | {
        online: number;
        userMs: number;
        niceMs: number;
        systemMs: number;
        idleMs: number;
        iowaitMs: number;
        irqMs: number;
        softirqMs: number;
        stealMs: number;
      }
    | undefined;
  readonly memory?:
    | {
        totalBytes: number;
        freeBytes: number;
        availableBytes: number;
        buffersBytes: number;
        cachedBytes: number;
        anonymousBytes: number;
        slabReclaimableBytes: number;
        slabUnreclaimableBytes: number;
        dirtyBytes: number;
        writebackBytes: number;
        swapTotalBytes: number;
        swapFreeBytes: number;
        committedBytes: number;
      }
    | undefined;
  readonly cpuSome?: UiPressure | undefined;
  readonly memorySome?: UiPressure | undefined;
  readonly memoryFull?: UiPressure | undefined;
  readonly ioSome?: UiPressure | undefined;
  readonly ioFull?: UiPressure | undefined;
  readonly vmstat?: { oomKills: number; majorFaults: number; allocationStalls: number } | undefined;
  readonly disks: readonly {
    name: string;
    reads: number;
    readBytes: number;
    writes: number;
    writtenBytes: number;
    inFlight: number;
    busyMs: number;
  }[];
  readonly filesystems: readonly {
    mount: string;
    type: string;
    totalBytes: number;
    freeBytes: number;
    availableBytes: number;
    inodes: number;
    inodesFree: number;
    readOnly: boolean;
    staleMs: number;
  }[];
  readonly interfaces: readonly {
    name: string;
    rxBytes: number;
    rxErrors: number;
    rxDropped: number;
    txBytes: number;
    txErrors: number;
    txDropped: number;
    up: boolean;
  }[];
  readonly top: readonly {
    pid: number;
    comm: string;
    state: string;
    cpuPermille: number;
    residentBytes: number;
    threads: number;
  }[];
  readonly blocked: readonly {
    pid: number;
    comm: string;
    wchan: string;
    stack: readonly string[];
    seenMs: number;
  }[];
  readonly blockedTotal: number;
  readonly failedUnits: readonly { name: string }[];
  readonly kernelLog: readonly { sequence: number; monotonicUs: number; priority: number; text: string }[];
  readonly kernelLogDropped: number;
  readonly checks: readonly { name: string; outcome: string; message: string; ageMs: number }[];
  readonly missing: readonly { part: string; reason: string }[];
  readonly collectUs: number;
}

/** One event of GET /api/ui/events: which apps got something new. */
export interface UiChange {
  readonly app: number;
  readonly kinds: readonly string[];
}
