import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { IngestedEntry } from '../ingest/ingested-entry.ts';

/** How much one device may make us keep. */
export interface Retention {
  /** Entries kept of each kind of each app; the oldest go first. */
  readonly entriesPerKindMax: number;
  readonly appsPerDeviceMax: number;
}

/** What became of a request's entries. */
export type WriteResult =
  | {
      readonly ok: true;
      readonly appId: number;
      readonly stored: readonly IngestedEntry[];
      readonly duplicates: number;
    }
  | { readonly ok: false; readonly problem: string };

/** Writes entries: all of a request or none. */
export class EntryWriter {
  readonly #database: DatabaseSync;
  readonly #retention: Retention;
  readonly #sql: Statements;

  constructor(database: DatabaseSync, retention: Retention) {
    this.#database = database;
    this.#retention = retention;
    this.#sql = prepare(database);
  }

  /** Stores what is not there yet, by app and entry id. Throws only when the database fails. */
  write(deviceId: number, appUuid: string, entries: readonly IngestedEntry[], nowMs: number): WriteResult {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = this.#writeAll(deviceId, appUuid, entries, nowMs);
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #writeAll(deviceId: number, uuid: string, entries: readonly IngestedEntry[], nowMs: number): WriteResult {
    const appId = this.#openApp(deviceId, uuid, entries, nowMs);
    if (appId === undefined) {
      return { ok: false, problem: `this device already has ${this.#retention.appsPerDeviceMax} apps` };
    }
    const stored = entries.filter((entry) => this.#writeOne(appId, entry, nowMs));
    const duplicates = entries.length - stored.length;
    const invalid = stored.filter((entry) => entry.invalid).length;
    if (duplicates + invalid > 0) this.#sql.countApp.run(duplicates, invalid, 0, appId);
    this.#prune(appId, stored);
    return { ok: true, appId, stored, duplicates };
  }

  #openApp(
    deviceId: number,
    uuid: string,
    entries: readonly IngestedEntry[],
    nowMs: number,
  ): number | undefined {
    const name = entries.findLast((entry) => entry.appName !== '')?.appName ?? '';
    const known = this.#sql.findApp.get(deviceId, uuid);
    if (known !== undefined) {
      const id = Number(known['id']);
      this.#sql.touchApp.run(nowMs, name, name, id);
      return id;
    }
    const count = Number(this.#sql.countApps.get(deviceId)?.['count'] ?? 0);
    if (count >= this.#retention.appsPerDeviceMax) return undefined;
    return Number(
      this.#sql.addApp.run(deviceId, uuid, name === '' ? uuid : name, nowMs, nowMs).lastInsertRowid,
    );
  }

  /** @returns false when the entry was there already */
  #writeOne(appId: number, entry: IngestedEntry, nowMs: number): boolean {
    const { changes, lastInsertRowid } = this.#sql.addEntry.run(
      appId,
      entry.entryId,
      entry.kind,
      entry.channel,
      entry.timeMs,
      entry.atMs,
      nowMs,
      entry.severity,
      entry.source,
      entry.content,
      entry.tags,
    );
    if (changes === 0) return false;
    this.#writeFacts(Number(lastInsertRowid), entry.facts);
    return true;
  }

  #writeFacts(entry: number, facts: IngestedEntry['facts']): void {
    switch (facts?.kind) {
      case undefined:
        return;
      case 'heartbeat':
        this.#sql.addHeartbeat.run(
          entry,
          facts.boot,
          facts.sequence,
          facts.uptimeSeconds,
          facts.everySeconds,
          facts.state,
        );
        return;
      case 'channel':
        this.#sql.addChannelState.run(entry, facts.channel, facts.state);
        return;
      case 'snapshot':
        this.#sql.addSnapshot.run(
          entry,
          facts.boot,
          facts.run,
          facts.sequence,
          facts.periodMs,
          facts.state,
          facts.load1 ?? null,
          facts.memoryUsedPercent ?? null,
          facts.swapUsedPercent ?? null,
          facts.pressureCpu ?? null,
          facts.pressureMemory ?? null,
          facts.pressureIo ?? null,
        );
        return;
    }
  }

  #prune(appId: number, stored: readonly IngestedEntry[]): void {
    const added = new Map<string, number>();
    for (const { kind } of stored) added.set(kind, (added.get(kind) ?? 0) + 1);
    for (const [kind, count] of added) {
      const total = Number(this.#sql.countKind.get(appId, kind, count)?.['count'] ?? 0);
      const surplus = total - this.#retention.entriesPerKindMax;
      if (surplus <= 0) continue;
      const pruned = Number(this.#sql.pruneKind.run(appId, kind, surplus).changes);
      this.#sql.countKind.get(appId, kind, -pruned);
      this.#sql.countApp.run(0, 0, pruned, appId);
    }
  }
}

type Statements = Record<keyof typeof SQL, StatementSync>;

const SQL = {
  findApp: 'SELECT id FROM apps WHERE device_id = ? AND uuid = ?',
  countApps: 'SELECT count(*) AS count FROM apps WHERE device_id = ?',
  addApp: 'INSERT INTO apps (device_id, uuid, name, first_ms, seen_ms) VALUES (?, ?, ?, ?, ?)',
  touchApp: "UPDATE apps SET seen_ms = ?, name = CASE WHEN ? = '' THEN name ELSE ? END WHERE id = ?",
  countApp:
    'UPDATE apps SET duplicates = duplicates + ?, invalid = invalid + ?, pruned = pruned + ? WHERE id = ?',
  addEntry: `INSERT OR IGNORE INTO entries
    (app_id, entry_id, kind, channel, time_ms, at_ms, received_ms, severity, source, content, tags)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  addHeartbeat: 'INSERT INTO heartbeats VALUES (?, ?, ?, ?, ?, ?)',
  addSnapshot: 'INSERT INTO snapshots VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  addChannelState: 'INSERT INTO channel_states VALUES (?, ?, ?)',
  countKind: `INSERT INTO kind_counts (app_id, kind, count) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET count = count + excluded.count RETURNING count`,
  pruneKind: `DELETE FROM entries WHERE id IN
    (SELECT id FROM entries WHERE app_id = ? AND kind = ? ORDER BY time_ms, id LIMIT ?)`,
} as const;

function prepare(database: DatabaseSync): Statements {
  const entries = Object.entries(SQL).map(([name, sql]) => [name, database.prepare(sql)] as const);
  return Object.fromEntries(entries) as Statements;
}
