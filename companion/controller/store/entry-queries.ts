import type { DatabaseSync } from 'node:sqlite';
import type { Channel, EntryKind } from '../ingest/ingested-entry.ts';
import { LIFE_SIGN } from './schema.ts';

/** A stretch of the time axis, milliseconds since 1970, both ends included. */
export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface EntryRow {
  readonly id: number;
  readonly timeMs: number;
  readonly kind: string;
  readonly channel: string;
  readonly severity: string;
  readonly source: string;
  readonly content: string;
}

/** One row of a series: the worst (or for load the mean) of all snapshots in a bucket. */
export interface SeriesRow {
  readonly timeMs: number;
  readonly values: readonly (number | null)[];
}

/** Columns of {@link SeriesRow.values}, in this order. */
export const SERIES_COLUMNS = [
  'load1',
  'memory_used_percent',
  'swap_used_percent',
  'pressure_cpu',
  'pressure_memory',
  'pressure_io',
] as const;

/** Questions about the entries of one app. */
export class EntryQueries {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Times of the signs of life on a channel, ascending. */
  signs(app: number, channel: Channel, window: Window): number[] {
    return this.#database
      .prepare(
        `SELECT time_ms FROM entries WHERE app_id = ? AND channel = ? AND ${LIFE_SIGN}
         AND time_ms BETWEEN ? AND ? ORDER BY time_ms`,
      )
      .all(app, channel, window.fromMs, window.toMs)
      .map((row) => Number(row['time_ms']));
  }

  lastSignBefore(app: number, channel: Channel, timeMs: number): number | undefined {
    const value = this.#database
      .prepare(
        `SELECT max(time_ms) AS value FROM entries WHERE app_id = ? AND channel = ? AND ${LIFE_SIGN}
         AND time_ms < ?`,
      )
      .get(app, channel, timeMs)?.['value'];
    return typeof value === 'number' ? value : undefined;
  }

  /** What the companion said of a channel within the window, oldest first. */
  channelStates(app: number, channel: Channel, window: Window): { atMs: number; state: string }[] {
    return this.#database
      .prepare(
        `SELECT time_ms, state FROM entries JOIN channel_states ON entry = entries.id
         WHERE app_id = ? AND kind = 'channel' AND channel_states.channel = ? AND time_ms BETWEEN ? AND ?
         ORDER BY time_ms, entries.id LIMIT 2000`,
      )
      .all(app, channel, window.fromMs, window.toMs)
      .map((row) => ({ atMs: Number(row['time_ms']), state: String(row['state']) }));
  }

  /** Boots of the guest whose first heartbeat lies within the window, with its time. */
  boots(app: number, window: Window): { atMs: number; boot: string }[] {
    return this.#database
      .prepare(
        `SELECT min(time_ms) AS at_ms, boot FROM entries JOIN heartbeats ON entry = entries.id
         WHERE app_id = ?1 AND kind = 'heartbeat' AND time_ms BETWEEN ?2 AND ?3
         GROUP BY boot
         HAVING NOT EXISTS (
           SELECT 1 FROM heartbeats AS earlier JOIN entries AS e ON e.id = earlier.entry
           WHERE earlier.boot = heartbeats.boot AND e.app_id = ?1 AND e.time_ms < ?2)
         ORDER BY 1 LIMIT 200`,
      )
      .all(app, window.fromMs, window.toMs)
      .map((row) => ({ atMs: Number(row['at_ms']), boot: String(row['boot']) }));
  }

  /** Entries of some kinds within the window, oldest first; the newest `limit` of them. */
  within(app: number, kinds: readonly EntryKind[], window: Window, limit: number): EntryRow[] {
    return this.#database
      .prepare(
        `${SELECT_ENTRY} WHERE app_id = ? AND kind IN (${marks(kinds)}) AND time_ms BETWEEN ? AND ?
         ORDER BY time_ms DESC, id DESC LIMIT ?`,
      )
      .all(app, ...kinds, window.fromMs, window.toMs, limit)
      .map(toEntry)
      .reverse();
  }

  /**
   * The plotted numbers, at most one row for each `bucketMs`, ascending. node:sqlite binds numbers as reals,
   * hence the cast.
   */
  series(app: number, window: Window, bucketMs: number): SeriesRow[] {
    const columns = SERIES_COLUMNS.map((name) => `${name === 'load1' ? 'avg' : 'max'}(${name}) AS ${name}`);
    return this.#database
      .prepare(
        `SELECT max(time_ms) AS time_ms, ${columns.join(', ')} FROM entries JOIN snapshots ON entry = entries.id
         WHERE app_id = ? AND kind = 'snapshot' AND time_ms BETWEEN ? AND ?
         GROUP BY CAST((time_ms - ?) / ? AS INTEGER) ORDER BY 1`,
      )
      .all(app, window.fromMs, window.toMs, window.fromMs, bucketMs)
      .map((row) => ({
        timeMs: Number(row['time_ms']),
        values: SERIES_COLUMNS.map((name) => {
          const value = row[name];
          return typeof value === 'number' ? value : null;
        }),
      }));
  }

  /** The newest two snapshots at or before a time, newest first. */
  snapshotsUntil(app: number, timeMs: number): EntryRow[] {
    return this.#database
      .prepare(
        `${SELECT_ENTRY} WHERE app_id = ? AND kind = 'snapshot' AND time_ms <= ?
         ORDER BY time_ms DESC, id DESC LIMIT 2`,
      )
      .all(app, timeMs)
      .map(toEntry);
  }

  /**
   * Lines for the log view, oldest first; the newest `limit` that fit.
   * @param o.before only lines before the one with this id
   * @param o.after only lines after the one with this id
   * @param o.text only lines that hold this text, whatever the case (ASCII)
   */
  log(
    app: number,
    o: {
      readonly kinds: readonly EntryKind[];
      readonly before?: number;
      readonly after?: number;
      readonly text?: string;
      readonly limit: number;
    },
  ): EntryRow[] {
    const where = [`app_id = ? AND kind IN (${marks(o.kinds)})`];
    const values: (string | number)[] = [app, ...o.kinds];
    for (const [id, sign] of [
      [o.before, '<'],
      [o.after, '>'],
    ] as const) {
      if (id === undefined) continue;
      where.push(`(time_ms, id) ${sign} (SELECT time_ms, id FROM entries WHERE id = ? AND app_id = ?)`);
      values.push(id, app);
    }
    if (o.text !== undefined) {
      where.push('instr(lower(content), lower(?)) > 0');
      values.push(o.text);
    }
    return this.#database
      .prepare(`${SELECT_ENTRY} WHERE ${where.join(' AND ')} ORDER BY time_ms DESC, id DESC LIMIT ?`)
      .all(...values, o.limit)
      .map(toEntry)
      .reverse();
  }
}

const SELECT_ENTRY = 'SELECT id, time_ms, kind, channel, severity, source, content FROM entries';

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

function toEntry(row: Record<string, unknown>): EntryRow {
  return {
    id: Number(row['id']),
    timeMs: Number(row['time_ms']),
    kind: String(row['kind']),
    channel: String(row['channel']),
    severity: String(row['severity']),
    source: String(row['source']),
    content: String(row['content']),
  };
}
