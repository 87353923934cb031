import type { Entry } from '../entries/entry.ts';

/** One log entry of EVE's device API in plain form (eve-logs.proto); every field is present. */
export interface EveLogEntry {
  readonly severity: string;
  readonly source: string;
  readonly iid: string;
  readonly content: string;
  readonly msgid: number;
  readonly tags: ReadonlyMap<string, string>;
  /** Milliseconds since 1970. */
  readonly timestampMs: number;
}

/** Tag that carries {@link Entry.id}, by which a receiver knows what it already has. */
export const ID_TAG = 'cherub.id';
/** Tag that carries {@link Entry.appName}: EVE's API names an app by its UUID only. */
export const APP_TAG = 'cherub.app';
/** Tag of an entry that was too long for its route: how many characters the content had. */
export const CUT_TAG = 'cherub.cut';

/**
 * What an entry looks like on EVE's API.
 * @param msgid rises by one for each entry of a sender, so that a receiver can notice a loss
 */
export function toEveLogEntry(entry: Entry, msgid: number): EveLogEntry {
  const tags = new Map(Object.entries(entry.tags));
  tags.set(ID_TAG, entry.id);
  tags.set(APP_TAG, entry.appName);
  return {
    severity: entry.severity,
    source: entry.source,
    iid: '',
    content: entry.content,
    msgid,
    tags,
    timestampMs: entry.atMs,
  };
}

/** Seconds and nanoseconds, as Go and protobuf write a time. */
export function splitTimestamp(timestampMs: number): { seconds: number; nanos: number } {
  const whole = Math.trunc(timestampMs);
  const seconds = Math.floor(whole / 1000);
  return { seconds, nanos: (whole - seconds * 1000) * 1_000_000 };
}

/** The opposite of {@link splitTimestamp}; fractions of a millisecond are dropped. */
export function joinTimestamp(seconds: number, nanos: number): number {
  return seconds * 1000 + Math.floor(nanos / 1_000_000);
}
