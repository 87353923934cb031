import { chmodSync, existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ControllerError, nodeErrorCode } from '../controller-error.ts';
import { SCHEMA_SQL, SCHEMA_VERSION } from './schema.ts';

/**
 * Opens the controller's database and makes its tables when it is new.
 * Another process (`cherub controller device add`) may have it open at the same time.
 * @throws {ControllerError} when it cannot be opened, is damaged, or comes from a newer version
 */
export function openDatabase(path: string): DatabaseSync {
  const isNew = !existsSync(path);
  try {
    const database = new DatabaseSync(path, { timeout: 5000, enableForeignKeyConstraints: true });
    if (isNew) chmodSync(path, 0o600);
    // FULL: an answer 201 promises that the entries survive a power cut.
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 16777216;',
    );
    migrate(database, path);
    return database;
  } catch (error) {
    if (error instanceof ControllerError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ControllerError(
      'failed',
      `${path} cannot be used as the controller's database (${nodeErrorCode(error)}: ${reason}); mend its rights, or move it away to begin with an empty one`,
      { cause: error },
    );
  }
}

function migrate(database: DatabaseSync, path: string): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
    if (version > SCHEMA_VERSION) {
      throw new ControllerError(
        'failed',
        `${path} was written by a newer cherub (tables of version ${version}, this one knows ${SCHEMA_VERSION}); use that version`,
      );
    }
    if (version === 0) database.exec(`${SCHEMA_SQL} PRAGMA user_version = ${SCHEMA_VERSION};`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    database.close();
    throw error;
  }
}
