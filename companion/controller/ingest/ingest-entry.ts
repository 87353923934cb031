import { createHash } from 'node:crypto';
import { parseLabel } from '#protocol/label/parse-label.ts';
import { APP_TAG, type EveLogEntry, ID_TAG } from '../../eve/log-entry.ts';
import { channelFacts, heartbeatFacts, snapshotFacts } from './entry-facts.ts';
import { eventTimeMs } from './event-time.ts';
import { CHANNELS, type Channel, ENTRY_KINDS, type EntryKind, type IngestedEntry } from './ingested-entry.ts';

/** Content that is kept of one entry, in characters; a snapshot of 64 KiB protobuf stays below it as JSON. */
const CONTENT_CHARACTERS_MAX = 256 * 1024;
const TAGS_MAX = 64;
const TAG_CHARACTERS_MAX = 4096;
const NAME_CHARACTERS_MAX = 300;
/** A device's clock may be ahead by this much before we take our own. */
const AHEAD_MS_MAX = 5 * 60 * 1000;

/**
 * What the store keeps of a log entry that a device sent. Everything in it may be hostile: it is cut to
 * bounds, classified, and never refused, because an entry that nobody understands may still be evidence.
 * @param nowMs the controller's clock
 */
export function ingestEntry(entry: EveLogEntry, nowMs: number): IngestedEntry {
  const tags = boundedTags(entry.tags);
  const content = cut(entry.content, CONTENT_CHARACTERS_MAX);
  const isDated = entry.timestampMs > 0 && entry.timestampMs <= nowMs + AHEAD_MS_MAX;
  const atMs = isDated ? Math.trunc(entry.timestampMs) : nowMs;
  const base = {
    entryId: entryId(entry, tags),
    appName: cut(tags.get(APP_TAG) ?? '', NAME_CHARACTERS_MAX),
    atMs,
    timeMs: eventTimeMs(atMs, tags),
    severity: cut(entry.severity, 32),
    source: cut(entry.source, 128),
    content,
    tags: JSON.stringify(Object.fromEntries(tags)),
  };
  return { ...base, ...classify(content, tags) };
}

/** The id that the sender gave, or one made of what makes the entry itself. */
function entryId(entry: EveLogEntry, tags: ReadonlyMap<string, string>): string {
  const given = tags.get(ID_TAG) ?? '';
  if (given !== '' && given.length <= 200) return given;
  const identity = JSON.stringify([given, entry.timestampMs, entry.msgid, entry.source, entry.content]);
  return `sha256:${createHash('sha256').update(identity).digest('hex')}`;
}

type Class = Pick<IngestedEntry, 'kind' | 'channel' | 'facts' | 'invalid'>;

function classify(content: string, tags: ReadonlyMap<string, string>): Class {
  const kind = kindOf(tags.get('cherub.kind'));
  const channel = channelOf(tags.get('cherub.channel'));
  switch (kind) {
    case 'heartbeat':
      return withFacts(kind, channel, heartbeatFacts(content));
    case 'snapshot':
      return withFacts(kind, channel, snapshotFacts(content));
    case 'channel':
      return withFacts(kind, channel, channelFacts(content, tags));
    case 'console':
      // An unmodified EVE forwards console lines without our tags: labels among them are heartbeats.
      return tags.has('cherub.kind') ? { kind, channel } : untaggedLine(content);
    default:
      return { kind, channel };
  }
}

function withFacts(kind: EntryKind, channel: Channel | '', facts: IngestedEntry['facts']): Class {
  return facts === undefined ? { kind: 'other', channel, invalid: true } : { kind, channel, facts };
}

function untaggedLine(content: string): Class {
  const isLabel = parseLabel(content).kind === 'label';
  const facts = isLabel ? heartbeatFacts(content) : undefined;
  return facts === undefined
    ? { kind: 'console', channel: 'console' }
    : { kind: 'heartbeat', channel: 'console', facts };
}

function kindOf(tag: string | undefined): EntryKind {
  if (tag === undefined) return 'console';
  return ENTRY_KINDS.find((kind) => kind === tag) ?? 'other';
}

function channelOf(tag: string | undefined): Channel | '' {
  return CHANNELS.find((channel) => channel === tag) ?? '';
}

function boundedTags(tags: ReadonlyMap<string, string>): Map<string, string> {
  const first = [...tags].slice(0, TAGS_MAX);
  return new Map(first.map(([key, value]) => [cut(key, 128), cut(value, TAG_CHARACTERS_MAX)]));
}

function cut(text: string, charactersMax: number): string {
  return text.length <= charactersMax ? text : text.slice(0, charactersMax);
}
