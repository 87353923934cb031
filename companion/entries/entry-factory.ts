import { toHex } from '#protocol/bytes/hex.ts';
import { parseLabel } from '#protocol/label/parse-label.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { messageToJson } from '#protocol/messages/to-json.ts';
import type { ChannelName } from '../channels/channel.ts';
import type { ChannelChange } from '../channels/channel-board.ts';
import { safeText } from '../output/safe-text.ts';
import type { Entry, Severity } from './entry.ts';

/** Content of a line entry, in bytes of UTF-8; what a line of the console has at most. */
export const LINE_CONTENT_BYTES_MAX = 8192;

/** For which VM entries are made. */
export interface EntrySubject {
  readonly appId: string;
  readonly appName: string;
}

/** Who a record is: the same by whatever way it came (docs/specs/entries.md). */
export interface RecordIdentity {
  readonly kind: RecordKind;
  /** 32 hex digits. */
  readonly bootId: string;
  readonly runId: number;
  readonly sequence: number;
  /**
   * Part of the identity because a restored snapshot of the guest's memory counts on from an old sequence in the same
   * boot and run; those are new records.
   */
  readonly monotonicUs: number;
}

export type RecordKind = 'start' | 'snapshot' | 'inventory' | 'answer' | 'stop' | 'beat';

/** @returns undefined for a record without a usable stamp or with an unknown body */
export function identifyRecord(record: cherub.Record): RecordIdentity | undefined {
  const { stamp, body } = record;
  if (body === undefined || stamp?.bootId?.length !== 16) return undefined;
  return {
    kind: body,
    bootId: toHex(stamp.bootId),
    runId: stamp.runId ?? 0,
    sequence: stamp.sequence ?? 0,
    monotonicUs: stamp.monotonicUs ?? 0,
  };
}

/** The identity as one text, for ids and for finding doubles. */
export function recordKey(identity: RecordIdentity): string {
  const { kind, bootId, runId, sequence, monotonicUs } = identity;
  return `${bootId}/${runId}/${kind}/${sequence}/${monotonicUs}`;
}

/**
 * The entry of a record; undefined for one that is no news to a receiver (an answer to our own request, a beat that is
 * no label).
 * @param history it was written before anybody followed the disk, so that `atMs` says nothing about when
 */
export function recordEntry(
  subject: EntrySubject,
  record: cherub.Record,
  identity: RecordIdentity,
  o: { readonly channel: ChannelName; readonly atMs: number; readonly history: boolean },
): Entry | undefined {
  const { kind } = identity;
  if (kind === 'answer') return undefined;
  const content = kind === 'beat' ? beatContent(record) : JSON.stringify(messageToJson(record));
  if (content === undefined) return undefined;
  const wallMs = Math.trunc((record.stamp?.wallUs ?? 0) / 1000);
  return {
    id: `${subject.appId}/${recordKey(identity)}`,
    appId: subject.appId,
    appName: subject.appName,
    atMs: o.atMs,
    severity: recordSeverity(record),
    source: 'cherub',
    content,
    tags: {
      'cherub.kind': kind === 'beat' ? 'heartbeat' : kind,
      'cherub.channel': o.channel,
      'cherub.boot': identity.bootId,
      'cherub.run': String(identity.runId),
      'cherub.seq': String(identity.sequence),
      ...(wallMs > 0 ? { 'cherub.wall': String(wallMs) } : {}),
      ...(o.history ? { 'cherub.history': '1' } : {}),
    },
  };
}

/** A beat's line is a guest's text until it has proved to be a label. */
function beatContent(record: cherub.Record): string | undefined {
  const line = record.beat?.line ?? '';
  return line.length <= LINE_CONTENT_BYTES_MAX && parseLabel(line).kind === 'label'
    ? safeText(line)
    : undefined;
}

function recordSeverity(record: cherub.Record): Severity {
  if (record.snapshot?.state === cherub.State.STATE_DEGRADED) return 'warning';
  return record.beat?.delivered === false ? 'warning' : 'info';
}

/** The entry of one line of the console, which is a heartbeat when a label stands in it. `id` must be unique. */
export function consoleEntry(
  subject: EntrySubject,
  o: {
    readonly id: string;
    readonly text: string;
    readonly atMs: number;
    readonly history: boolean;
    readonly label?: { readonly bootId: string; readonly sequence: number };
  },
): Entry {
  return {
    id: o.id,
    appId: subject.appId,
    appName: subject.appName,
    atMs: o.atMs,
    severity: 'info',
    source: o.label === undefined ? 'console' : 'cherub',
    content: cutToBytes(o.text, LINE_CONTENT_BYTES_MAX),
    tags: {
      'cherub.kind': o.label === undefined ? 'console' : 'heartbeat',
      'cherub.channel': 'console',
      ...(o.label && { 'cherub.boot': o.label.bootId, 'cherub.seq': String(o.label.sequence) }),
      ...(o.history ? { 'cherub.history': '1' } : {}),
    },
  };
}

/** The entry of a channel that came into another state. */
export function channelEntry(subject: EntrySubject, id: string, change: ChannelChange, atMs: number): Entry {
  return {
    id,
    appId: subject.appId,
    appName: subject.appName,
    atMs,
    severity: change.to === 'fresh' || change.to === 'unknown' ? 'info' : 'warning',
    source: 'cherub',
    content: cutToBytes(safeText(change.text), LINE_CONTENT_BYTES_MAX),
    tags: {
      'cherub.kind': 'channel',
      'cherub.channel': change.channel,
      'cherub.from': change.from,
      'cherub.state': change.to,
    },
  };
}

/** The entry that tells of something that was counted instead of kept. */
export function lossEntry(
  subject: EntrySubject,
  o: {
    readonly id: string;
    readonly atMs: number;
    readonly text: string;
    readonly count: number;
    readonly channel?: ChannelName;
  },
): Entry {
  return {
    id: o.id,
    appId: subject.appId,
    appName: subject.appName,
    atMs: o.atMs,
    severity: 'warning',
    source: 'cherub',
    content: cutToBytes(safeText(o.text), LINE_CONTENT_BYTES_MAX),
    tags: {
      'cherub.kind': 'loss',
      'cherub.count': String(o.count),
      ...(o.channel === undefined ? {} : { 'cherub.channel': o.channel }),
    },
  };
}

/** At most so many bytes of UTF-8, cut between two characters, with `…` where something is missing. */
export function cutToBytes(text: string, bytesMax: number): string {
  if (text.length * 3 <= bytesMax || Buffer.byteLength(text) <= bytesMax) return text;
  const mark = '…';
  const room = new Uint8Array(bytesMax - Buffer.byteLength(mark));
  const { read } = new TextEncoder().encodeInto(text, room);
  return text.slice(0, read) + mark;
}
