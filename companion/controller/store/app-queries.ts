import type { DatabaseSync } from 'node:sqlite';
import type { Channel } from '../ingest/ingested-entry.ts';
import { LIFE_SIGN } from './schema.ts';

/** One app of one device, with what the list shows. */
export interface AppRow {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly device: string;
  readonly deviceSeenMs: number | undefined;
  readonly firstMs: number;
  readonly seenMs: number;
  readonly entries: number;
  readonly duplicates: number;
  readonly invalid: number;
  readonly pruned: number;
}

/** Questions about apps as a whole. */
export class AppQueries {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** All apps by name, at most `limit`. */
  list(limit: number): AppRow[] {
    return this.#database
      .prepare(`${SELECT_APP} ORDER BY apps.name, devices.name LIMIT ?`)
      .all(limit)
      .map(toApp);
  }

  get(id: number): AppRow | undefined {
    const row = this.#database.prepare(`${SELECT_APP} WHERE apps.id = ?`).get(id);
    return row === undefined ? undefined : toApp(row);
  }

  /** Apps that each device has. */
  countByDevice(): Map<string, number> {
    const rows = this.#database
      .prepare(
        'SELECT devices.name, count(apps.id) AS count FROM devices LEFT JOIN apps ON device_id = devices.id GROUP BY 1',
      )
      .all();
    return new Map(rows.map((row) => [String(row['name']), Number(row['count'])]));
  }

  /** Time of the last sign of life on a channel. */
  lastSign(app: number, channel: Channel): number | undefined {
    return numberOr(
      this.#database
        .prepare(
          `SELECT max(time_ms) AS value FROM entries WHERE app_id = ? AND channel = ? AND ${LIFE_SIGN}`,
        )
        .get(app, channel)?.['value'],
    );
  }

  /** What the companion last said of a channel at or before a time. */
  reportedState(app: number, channel: Channel, untilMs: number): { state: string; atMs: number } | undefined {
    const row = this.#database
      .prepare(
        `SELECT channel_states.state, time_ms FROM entries JOIN channel_states ON entry = entries.id
         WHERE app_id = ? AND kind = 'channel' AND channel_states.channel = ? AND time_ms <= ?
         ORDER BY time_ms DESC, entries.id DESC LIMIT 1`,
      )
      .get(app, channel, untilMs);
    return row === undefined ? undefined : { state: String(row['state']), atMs: Number(row['time_ms']) };
  }

  /** The newest heartbeat label. */
  lastHeartbeat(app: number): { atMs: number; state: string; everySeconds: number } | undefined {
    const row = this.#database
      .prepare(
        `SELECT time_ms, state, every_seconds FROM entries JOIN heartbeats ON entry = entries.id
         WHERE app_id = ? AND kind = 'heartbeat' ORDER BY time_ms DESC, entries.id DESC LIMIT 1`,
      )
      .get(app);
    return row === undefined
      ? undefined
      : {
          atMs: Number(row['time_ms']),
          state: String(row['state']),
          everySeconds: Number(row['every_seconds']),
        };
  }

  /** Numbers of the newest snapshot. */
  lastSnapshot(app: number) {
    const row = this.#database
      .prepare(
        `SELECT time_ms, state, period_ms, load1, memory_used_percent FROM entries
         JOIN snapshots ON entry = entries.id
         WHERE app_id = ? AND kind = 'snapshot' ORDER BY time_ms DESC, entries.id DESC LIMIT 1`,
      )
      .get(app);
    return row === undefined
      ? undefined
      : {
          atMs: Number(row['time_ms']),
          state: String(row['state']),
          periodMs: Number(row['period_ms']),
          load1: numberOr(row['load1']),
          memoryUsedPercent: numberOr(row['memory_used_percent']),
        };
  }
}

const SELECT_APP = `SELECT apps.id, apps.uuid, apps.name, devices.name AS device, devices.seen_ms AS device_seen_ms,
  apps.first_ms, apps.seen_ms, apps.duplicates, apps.invalid, apps.pruned,
  (SELECT coalesce(sum(count), 0) FROM kind_counts WHERE app_id = apps.id) AS entries
  FROM apps JOIN devices ON devices.id = apps.device_id`;

function toApp(row: Record<string, unknown>): AppRow {
  return {
    id: Number(row['id']),
    uuid: String(row['uuid']),
    name: String(row['name']),
    device: String(row['device']),
    deviceSeenMs: numberOr(row['device_seen_ms']),
    firstMs: Number(row['first_ms']),
    seenMs: Number(row['seen_ms']),
    entries: Number(row['entries']),
    duplicates: Number(row['duplicates']),
    invalid: Number(row['invalid']),
    pruned: Number(row['pruned']),
  };
}

function numberOr(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
