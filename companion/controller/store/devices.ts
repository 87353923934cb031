import type { DatabaseSync } from 'node:sqlite';

/** A device that may send. */
export interface Device {
  readonly id: number;
  readonly name: string;
  /** SHA-256 of its certificate's DER, hex. */
  readonly fingerprint: string;
  readonly createdMs: number;
  /** Last request, or undefined when there was none. */
  readonly seenMs: number | undefined;
}

/** The devices table. */
export class DeviceTable {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** @returns false when the name or the certificate is there already */
  add(name: string, fingerprint: string, nowMs: number): boolean {
    const { changes } = this.#database
      .prepare('INSERT OR IGNORE INTO devices (name, fingerprint, created_ms) VALUES (?, ?, ?)')
      .run(name, fingerprint, nowMs);
    return changes === 1;
  }

  /** Shuts a device out; its apps and entries go with it. @returns false when there is no such device */
  remove(name: string): boolean {
    return this.#database.prepare('DELETE FROM devices WHERE name = ?').run(name).changes === 1;
  }

  byFingerprint(fingerprint: string): Device | undefined {
    const row = this.#database.prepare(`${SELECT} WHERE fingerprint = ?`).get(fingerprint);
    return row === undefined ? undefined : toDevice(row);
  }

  byName(name: string): Device | undefined {
    const row = this.#database.prepare(`${SELECT} WHERE name = ?`).get(name);
    return row === undefined ? undefined : toDevice(row);
  }

  /** All devices by name. */
  list(): Device[] {
    return this.#database.prepare(`${SELECT} ORDER BY name`).all().map(toDevice);
  }

  /** Notes that a device was heard, once a second at most: each note is a write to the disk. */
  seen(device: Device, nowMs: number): void {
    if (device.seenMs !== undefined && Math.abs(nowMs - device.seenMs) < 1000) return;
    this.#database.prepare('UPDATE devices SET seen_ms = ? WHERE id = ?').run(nowMs, device.id);
  }
}

const SELECT = 'SELECT id, name, fingerprint, created_ms, seen_ms FROM devices';

function toDevice(row: Record<string, unknown>): Device {
  return {
    id: Number(row['id']),
    name: String(row['name']),
    fingerprint: String(row['fingerprint']),
    createdMs: Number(row['created_ms']),
    seenMs: row['seen_ms'] === null ? undefined : Number(row['seen_ms']),
  };
}
