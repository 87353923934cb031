import { CHANNELS, type Channel, type EntryKind } from '../ingest/ingested-entry.ts';
import { parseSnapshotRecord } from '../ingest/snapshot-schema.ts';
import type {
  UiApp,
  UiFleet,
  UiLane,
  UiLog,
  UiMark,
  UiSeries,
  UiSnapshotAnswer,
  UiTimeline,
} from '../page/ui-types.ts';
import type { AppRow } from '../store/app-queries.ts';
import type { ControllerStore } from '../store/controller-store.ts';
import type { SeriesRow, Window } from '../store/entry-queries.ts';
import { channelState, freshMaxMs } from './channel-state.ts';
import { toRuns } from './runs.ts';

/** What a channel promises when nobody said: one sign of life in 10 s, the agent's default. */
const PROMISED_MS_DEFAULT = 10_000;
/** More single beats than this cannot be told apart on a screen. */
const BEATS_SHOWN_MAX = 720;
const APPS_MAX = 1000;
const MARKS_MAX = 300;

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

function promisedOf(
  beat: { everySeconds: number } | undefined,
  snapshot: { periodMs: number } | undefined,
): (channel: Channel) => number {
  const beatMs = (beat?.everySeconds ?? 0) * 1000 || PROMISED_MS_DEFAULT;
  const snapshotMs = snapshot?.periodMs || PROMISED_MS_DEFAULT;
  return (channel) => (channel === 'console' ? beatMs : snapshotMs);
}

/** The three lanes of signs of life, and what happened. */
export function queryTimeline(
  store: ControllerStore,
  app: number,
  window: Window,
  nowMs: number,
): UiTimeline {
  const promised = promisedOf(store.apps.lastHeartbeat(app), store.apps.lastSnapshot(app));
  return {
    nowMs,
    ...window,
    lanes: CHANNELS.map((channel) => queryLane(store, app, channel, promised(channel), window, nowMs)),
    marks: queryMarks(store, app, window),
  };
}

function queryLane(
  store: ControllerStore,
  app: number,
  channel: Channel,
  promisedMs: number,
  window: Window,
  nowMs: number,
): UiLane {
  const beatsMs = store.entries.signs(app, channel, window);
  const before = store.apps.reportedState(app, channel, window.fromMs - 1);
  const states = store.entries.channelStates(app, channel, window);
  return {
    channel,
    ...toRuns(beatsMs, {
      fromMs: window.fromMs,
      untilMs: Math.min(window.toMs, nowMs),
      gapMs: freshMaxMs(promisedMs),
      previousMs: store.entries.lastSignBefore(app, channel, window.fromMs),
    }),
    beats: beatsMs.length,
    beatsMs: beatsMs.length <= BEATS_SHOWN_MAX ? beatsMs : [],
    states: before === undefined ? states : [before, ...states],
  };
}

function queryMarks(store: ControllerStore, app: number, window: Window): UiMark[] {
  const kinds: readonly EntryKind[] = ['start', 'stop', 'channel', 'loss'];
  const marks: UiMark[] = store.entries.within(app, kinds, window, MARKS_MAX).map((entry) => ({
    atMs: entry.timeMs,
    kind: entry.kind as UiMark['kind'],
    text: markText(entry.kind, entry.content),
  }));
  for (const { atMs, boot } of store.entries.boots(app, window)) {
    marks.push({ atMs, kind: 'boot', text: `first label of boot ${boot.slice(0, 8)}` });
  }
  return marks.sort((a, b) => a.atMs - b.atMs);
}

function markText(kind: string, content: string): string {
  if (kind === 'start') return 'agent started';
  if (kind === 'stop') return 'agent stopped';
  return content.slice(0, 300);
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
