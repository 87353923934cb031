import type { DatabaseSync } from 'node:sqlite';
import { AppQueries } from './app-queries.ts';
import { DeviceTable } from './devices.ts';
import { EntryQueries } from './entry-queries.ts';
import { EntryWriter, type Retention } from './entry-writer.ts';
import { openDatabase } from './open-database.ts';

/** Defaults: a week of snapshots at 10 s, and as many lines of console. */
export const DEFAULT_RETENTION: Retention = { entriesPerKindMax: 60_480, appsPerDeviceMax: 1000 };

/** Everything that the controller keeps, in one SQLite file. */
export class ControllerStore {
  readonly devices: DeviceTable;
  readonly writer: EntryWriter;
  readonly apps: AppQueries;
  readonly entries: EntryQueries;
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync, retention: Retention) {
    this.#database = database;
    this.devices = new DeviceTable(database);
    this.writer = new EntryWriter(database, retention);
    this.apps = new AppQueries(database);
    this.entries = new EntryQueries(database);
  }

  /** @throws {ControllerError} see {@link openDatabase} */
  static open(path: string, retention: Retention = DEFAULT_RETENTION): ControllerStore {
    return new ControllerStore(openDatabase(path), retention);
  }

  close(): void {
    this.#database.close();
  }
}
