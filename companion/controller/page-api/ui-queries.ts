import { CHANNELS, type EntryKind } from '../ingest/ingested-entry.ts';
import { parseSnapshotRecord } from '../ingest/snapshot-schema.ts';
import type { UiApp, UiFleet, UiLog, UiSeries, UiSnapshotAnswer } from '../page/ui-types.ts';
import type { AppRow } from '../store/app-queries.ts';
import type { ControllerStore } from '../store/controller-store.ts';
import type { SeriesRow, Window } from '../store/entry-queries.ts';
import { channelState, freshMaxMs } from './channel-state.ts';
import { PROMISED_MS_DEFAULT, promisedOf } from './promised.ts';

const APPS_MAX = 1000;

/** Everything about all apps that the first view shows. */
export function queryFleet(store: ControllerStore, nowMs: number): UiFleet {
  const counts = store.apps.countByDevice();
  return {
    nowMs,
    devices: store.devices
      .list()
      .map(({ name, seenMs }) => ({ name, seenMs: seenMs ?? null, apps: counts.get(name) ?? 0 })),
    apps: store.apps.list(APPS_MAX).map((app) => toUiApp(store, app, nowMs)),
  };
}

/** One app; undefined when there is none with this id. */
export function queryApp(store: ControllerStore, id: number, nowMs: number): UiApp | undefined {
  const app = store.apps.get(id);
  return app === undefined ? undefined : toUiApp(store, app, nowMs);
}

function toUiApp(store: ControllerStore, app: AppRow, nowMs: number): UiApp {
  const beat = store.apps.lastHeartbeat(app.id);
  const snapshot = store.apps.lastSnapshot(app.id);
  const newest = (snapshot?.atMs ?? 0) >= (beat?.atMs ?? 0) ? snapshot : beat;
  const promised = promisedOf(beat, snapshot);
  return {
    ...app,
    deviceSeenMs: app.deviceSeenMs ?? null,
    state: newest?.state ?? '',
    load1: snapshot?.load1 ?? null,
    memoryUsedPercent: snapshot?.memoryUsedPercent ?? null,
    channels: CHANNELS.map((channel) =>
      channelState({
        channel,
        lastMs: store.apps.lastSign(app.id, channel),
        promisedMs: promised(channel),
        reported: store.apps.reportedState(app.id, channel, nowMs),
        deviceSeenMs: app.deviceSeenMs,
        nowMs,
      }),
    ),
  };
}

/** The plotted numbers in at most `points` buckets; a row of nulls stands in each gap. */
export function querySeries(store: ControllerStore, app: number, window: Window, points: number): UiSeries {
  const bucketMs = Math.max(1, Math.ceil((window.toMs - window.fromMs + 1) / points));
  const periodMs = store.apps.lastSnapshot(app)?.periodMs || PROMISED_MS_DEFAULT;
  const rows = withGaps(
    store.entries.series(app, window, bucketMs),
    Math.max(freshMaxMs(periodMs), 2 * bucketMs),
  );
  const column = (index: number) => rows.map((row) => row.values[index] ?? null);
  return {
    ...window,
    timesMs: rows.map((row) => row.timeMs),
    load1: column(0),
    memoryUsedPercent: column(1),
    swapUsedPercent: column(2),
    pressureCpu: column(3),
    pressureMemory: column(4),
    pressureIo: column(5),
  };
}

function withGaps(rows: readonly SeriesRow[], gapMs: number): SeriesRow[] {
  return rows.flatMap((row, index) => {
    const previous = rows[index - 1];
    const isGap = previous !== undefined && row.timeMs - previous.timeMs > gapMs;
    return isGap ? [{ timeMs: previous.timeMs + 1, values: [] }, row] : [row];
  });
}

/** The newest snapshot at or before a time, and the one before it. */
export function querySnapshot(
  store: ControllerStore,
  app: number,
  untilMs: number,
): UiSnapshotAnswer | undefined {
  const [newest, older] = store.entries.snapshotsUntil(app, untilMs);
  const record = newest && parseSnapshotRecord(newest.content);
  if (newest === undefined || record === undefined) return undefined;
  const previous = older && parseSnapshotRecord(older.content);
  return {
    timeMs: newest.timeMs,
    channel: newest.channel,
    record,
    previous: older && previous ? { timeMs: older.timeMs, record: previous } : null,
  };
}

/** Kinds that the log view can show; snapshots have a view of their own. */
export const LOG_KINDS: readonly EntryKind[] = [
  'console',
  'heartbeat',
  'channel',
  'start',
  'stop',
  'loss',
  'inventory',
  'other',
];
/** A line on the screen; the whole content stays in the database. */
const LINE_CHARACTERS_MAX = 8192;

export interface LogQuery {
  readonly kinds: readonly EntryKind[];
  readonly before?: number;
  readonly after?: number;
  readonly text?: string;
  readonly limit: number;
}

/** Lines for the log view. */
export function queryLog(store: ControllerStore, app: number, query: LogQuery): UiLog {
  // One more than asked for tells whether there are more.
  const rows = store.entries.log(app, { ...query, limit: query.limit + 1 });
  const lines = rows.slice(-query.limit);
  return {
    lines: lines.map((line) => ({ ...line, content: line.content.slice(0, LINE_CHARACTERS_MAX) })),
    more: rows.length > query.limit,
  };
}
