import protobuf from 'protobufjs/minimal.js';
import type { Decoded, DecodeLimits } from './decode-limits.ts';
import { eve } from './generated/eve.js';
import { type EveLogEntry, joinTimestamp, splitTimestamp } from './log-entry.ts';

/**
 * Body of `POST /api/v1/edgedevice/apps/instances/id/{app}/logs`.
 * @param uploadMs milliseconds since 1970
 */
export function encodeLogBundle(entries: readonly EveLogEntry[], uploadMs: number): Uint8Array {
  return eve.AppInstanceLogBundle.encode({
    log: entries.map((entry) => ({
      severity: entry.severity,
      source: entry.source,
      iid: entry.iid,
      content: entry.content,
      msgid: entry.msgid,
      tags: Object.fromEntries(entry.tags),
      timestamp: splitTimestamp(entry.timestampMs),
    })),
    timestamp: splitTimestamp(uploadMs),
  }).finish();
}

/** Reads such a body. Never throws on input. */
export function decodeLogBundle(body: Uint8Array, limits: DecodeLimits): Decoded<EveLogEntry[]> {
  if (body.length > limits.bytesMax) return tooLarge(`the body is larger than ${limits.bytesMax} bytes`);
  try {
    const count = countEntries(body);
    if (count > limits.entriesMax) return tooLarge(`${count} entries are more than ${limits.entriesMax}`);
    const bundle = eve.AppInstanceLogBundle.decode(body);
    return { ok: true, value: (bundle.log ?? []).map(toPlain) };
  } catch {
    // protobufjs throws RangeError, TypeError and Error on broken input; its texts help nobody.
    return { ok: false, problem: 'the body is not a complete protobuf AppInstanceLogBundle' };
  }
}

function tooLarge<T>(problem: string): Decoded<T> {
  return { ok: false, problem, tooLarge: true };
}

/** Counts before anything is allocated. */
function countEntries(body: Uint8Array): number {
  const reader = protobuf.Reader.create(body);
  let count = 0;
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag === LOG_FIELD_TAG) count += 1;
    reader.skipType(tag & 7);
  }
  return count;
}

/** Field 1, length-delimited. */
const LOG_FIELD_TAG = (1 << 3) | 2;

function toPlain(entry: eve.LogEntry.$Properties): EveLogEntry {
  const { timestamp } = entry;
  return {
    severity: entry.severity ?? '',
    source: entry.source ?? '',
    iid: entry.iid ?? '',
    content: entry.content ?? '',
    // Number(): a 64-bit field is a Long object where the package `long` happens to be installed.
    msgid: Number(entry.msgid ?? 0),
    tags: new Map(Object.entries(entry.tags ?? {})),
    timestampMs: joinTimestamp(Number(timestamp?.seconds ?? 0), timestamp?.nanos ?? 0),
  };
}
