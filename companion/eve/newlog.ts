import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import * as z from 'zod/mini';
import type { Decoded, DecodeLimits } from './decode-limits.ts';
import { gzipNamed } from './gzip-named.ts';
import { CUT_TAG, type EveLogEntry, ID_TAG, joinTimestamp, splitTimestamp } from './log-entry.ts';

/**
 * Longest line. Go's line scanner, which EVE's and Adam's readers use, silently ends the file at a line of
 * 64 KiB; half of that is left for tags and for escapes.
 */
export const NEWLOG_LINE_BYTES_MAX = 65_000;

/**
 * Body of `POST /api/v1/edgedevice/apps/instanceid/id/{app}/newlogs`: gzip of one JSON object a line, in the
 * form of Go's encoding/json (a time is `{"seconds":…,"nanos":…}`; RFC 3339 is refused by EVE).
 * An entry that is too long for a line is cut, and says so with the tag `cherub.cut`.
 * @param uploadMs milliseconds since 1970
 */
export function encodeNewlog(entries: readonly EveLogEntry[], appName: string, uploadMs: number): Uint8Array {
  const lines = entries.map((entry) => `${fittingLine(entry)}\n`);
  return gzipNamed(Buffer.from(lines.join(''), 'utf8'), appName, uploadMs);
}

function fittingLine(entry: EveLogEntry): string {
  const line = toLine(entry);
  if (Buffer.byteLength(line) <= NEWLOG_LINE_BYTES_MAX) return line;
  const tags = new Map(entry.tags).set(CUT_TAG, String(entry.content.length));
  // Halving ends after 16 steps at most; an exact fit is worth nothing to a reader of a cut entry.
  let content = entry.content;
  let cut = line;
  while (Buffer.byteLength(cut) > NEWLOG_LINE_BYTES_MAX && content !== '') {
    content = content.slice(0, content.length >> 1);
    cut = toLine({ ...entry, content, tags });
  }
  if (Buffer.byteLength(cut) <= NEWLOG_LINE_BYTES_MAX) return cut;
  const id = (entry.tags.get(ID_TAG) ?? '').slice(0, 256);
  return toLine({ ...entry, source: entry.source.slice(0, 256), content: '', tags: new Map([[ID_TAG, id]]) });
}

function toLine(entry: EveLogEntry): string {
  return JSON.stringify({
    severity: entry.severity,
    source: entry.source,
    ...(entry.iid === '' ? {} : { iid: entry.iid }),
    content: entry.content,
    msgid: entry.msgid,
    tags: Object.fromEntries(entry.tags),
    timestamp: splitTimestamp(entry.timestampMs),
  });
}

const LineSchema = z.object({
  severity: z._default(z.string(), ''),
  source: z._default(z.string(), ''),
  iid: z._default(z.string(), ''),
  content: z._default(z.string(), ''),
  msgid: z._default(z.number(), 0),
  tags: z._default(z.nullable(z.record(z.string(), z.string())), null),
  timestamp: z._default(
    z.nullable(z.object({ seconds: z._default(z.int(), 0), nanos: z._default(z.int(), 0) })),
    null,
  ),
});

const gunzipAsync = promisify(gunzip);

/** Reads such a body. Never throws on input; never holds more than `limits.bytesMax` of decompressed text. */
export async function decodeNewlog(body: Uint8Array, limits: DecodeLimits): Promise<Decoded<EveLogEntry[]>> {
  let text: string;
  try {
    const bytes = await gunzipAsync(body, { maxOutputLength: limits.bytesMax });
    text = new TextDecoder().decode(bytes);
  } catch (error) {
    return gunzipProblem(error, limits);
  }
  const entries: EveLogEntry[] = [];
  let lineNumber = 0;
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end).trim();
    start = end + 1;
    lineNumber += 1;
    if (line === '') continue;
    if (entries.length === limits.entriesMax) {
      return { ok: false, problem: `there are more than ${limits.entriesMax} entries`, tooLarge: true };
    }
    const entry = parseLine(line);
    if (entry === undefined) {
      return {
        ok: false,
        problem: `line ${lineNumber} is not a log entry in the JSON form of EVE's newlogs`,
      };
    }
    entries.push(entry);
  }
  return { ok: true, value: entries };
}

function gunzipProblem(error: unknown, limits: DecodeLimits): Decoded<EveLogEntry[]> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_BUFFER_TOO_LARGE') {
    return { ok: false, problem: `the body unpacks to more than ${limits.bytesMax} bytes`, tooLarge: true };
  }
  return {
    ok: false,
    problem: code === 'Z_BUF_ERROR' ? 'the gzip body ends too early' : 'the body is not valid gzip',
  };
}

function parseLine(line: string): EveLogEntry | undefined {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return undefined;
  }
  const parsed = LineSchema.safeParse(json);
  if (!parsed.success) return undefined;
  const { timestamp, tags, ...rest } = parsed.data;
  return {
    ...rest,
    tags: new Map(Object.entries(tags ?? {})),
    timestampMs: joinTimestamp(timestamp?.seconds ?? 0, timestamp?.nanos ?? 0),
  };
}
