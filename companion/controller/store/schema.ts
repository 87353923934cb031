/**
 * Tables of `controller.db`. `PRAGMA user_version` holds the version; a newer one is refused.
 *
 * `entries` keeps every entry as it came; `heartbeats`, `snapshots` and `channel_states` hold the numbers
 * that the page draws, one row for an entry, and go when their entry goes. Times are milliseconds since 1970:
 * `at_ms` by the companion's clock, `time_ms` where the entry is drawn, `received_ms` by ours.
 */
export const SCHEMA_VERSION = 1;

/**
 * The kinds that are signs of life. An expression and not a parameter: SQLite uses a partial index only for a
 * query that repeats its condition.
 */
export const LIFE_SIGN = "kind IN ('heartbeat', 'snapshot', 'start', 'stop', 'inventory')";

export const SCHEMA_SQL = `
CREATE TABLE devices (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  fingerprint TEXT NOT NULL UNIQUE,
  created_ms INTEGER NOT NULL,
  seen_ms INTEGER
) STRICT;

CREATE TABLE apps (
  id INTEGER PRIMARY KEY,
  device_id INTEGER NOT NULL REFERENCES devices(id) ON DELETE CASCADE,
  uuid TEXT NOT NULL,
  name TEXT NOT NULL,
  first_ms INTEGER NOT NULL,
  seen_ms INTEGER NOT NULL,
  duplicates INTEGER NOT NULL DEFAULT 0,
  invalid INTEGER NOT NULL DEFAULT 0,
  pruned INTEGER NOT NULL DEFAULT 0,
  UNIQUE (device_id, uuid)
) STRICT;

CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  app_id INTEGER NOT NULL REFERENCES apps(id) ON DELETE CASCADE,
  entry_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  time_ms INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  received_ms INTEGER NOT NULL,
  severity TEXT NOT NULL,
  source TEXT NOT NULL,
  content TEXT NOT NULL,
  tags TEXT NOT NULL,
  UNIQUE (app_id, entry_id)
) STRICT;
CREATE INDEX entries_by_kind ON entries (app_id, kind, time_ms, id);
CREATE INDEX entries_by_time ON entries (app_id, time_ms, id);
CREATE INDEX entries_of_life ON entries (app_id, channel, time_ms) WHERE ${LIFE_SIGN};

CREATE TABLE heartbeats (
  entry INTEGER PRIMARY KEY REFERENCES entries(id) ON DELETE CASCADE,
  boot TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  uptime_seconds REAL NOT NULL,
  every_seconds REAL NOT NULL,
  state TEXT NOT NULL
) STRICT;

CREATE INDEX heartbeats_by_boot ON heartbeats (boot);

CREATE TABLE snapshots (
  entry INTEGER PRIMARY KEY REFERENCES entries(id) ON DELETE CASCADE,
  boot TEXT NOT NULL,
  run INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  period_ms INTEGER NOT NULL,
  state TEXT NOT NULL,
  load1 REAL,
  memory_used_percent REAL,
  swap_used_percent REAL,
  pressure_cpu REAL,
  pressure_memory REAL,
  pressure_io REAL
) STRICT;

CREATE TABLE channel_states (
  entry INTEGER PRIMARY KEY REFERENCES entries(id) ON DELETE CASCADE,
  channel TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT;

CREATE TABLE kind_counts (
  app_id INTEGER NOT NULL REFERENCES apps(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (app_id, kind)
) STRICT;
`;
