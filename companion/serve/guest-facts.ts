import type { Label } from '#protocol/label/label.ts';
import type { cherub } from '#protocol/messages/generated/cherub.js';
import { messageToJson } from '#protocol/messages/to-json.ts';
import type { ChannelName } from '../channels/channel.ts';
import { cutToBytes } from '../entries/entry-factory.ts';

/** What a guest last said of itself: a claim, not a finding. */
export interface GuestFacts {
  /** `starting`, `ok`, `degraded`, `stopping`; empty when it never said. */
  readonly state: string;
  /** 32 hex digits, or empty. */
  readonly bootId: string;
  readonly app: string;
  readonly agentVersion: string;
  readonly uptimeSeconds: number | null;
  readonly load1: number | null;
  readonly memoryAvailablePercent: number | null;
  /** PSI `some avg10` in percent. */
  readonly pressure: { readonly cpu: number; readonly memory: number; readonly io: number } | null;
  /** By which channel the newest of these came, and when by the host's clock. */
  readonly channel: ChannelName | null;
  readonly atMs: number | null;
}

export const NO_FACTS: GuestFacts = {
  state: '',
  bootId: '',
  app: '',
  agentVersion: '',
  uptimeSeconds: null,
  load1: null,
  memoryAvailablePercent: null,
  pressure: null,
  channel: null,
  atMs: null,
};

/** Texts of a guest that are kept. */
const TEXT_BYTES_MAX = 256;

export function factsOfLabel(before: GuestFacts, label: Label, atMs: number): GuestFacts {
  return {
    ...before,
    state: label.state,
    bootId: label.bootId,
    app: label.app,
    uptimeSeconds: label.uptimeSeconds,
    load1: label.load1 ?? null,
    memoryAvailablePercent: label.memoryAvailablePercent ?? null,
    pressure: label.pressure ?? null,
    channel: 'console',
    atMs,
  };
}

export function factsOfSnapshot(
  before: GuestFacts,
  record: cherub.Record,
  o: { readonly bootId: string; readonly channel: ChannelName; readonly atMs: number },
): GuestFacts {
  const { snapshot, stamp } = record;
  if (!snapshot) return before;
  const { memory, load } = snapshot;
  const total = memory?.totalBytes ?? 0;
  const state = messageToJson({ state: snapshot.state ?? 0 })['state'];
  return {
    ...before,
    state: typeof state === 'string' ? state : '',
    bootId: o.bootId,
    app: cutToBytes(snapshot.app ?? '', TEXT_BYTES_MAX),
    uptimeSeconds: (stamp?.monotonicUs ?? 0) / 1_000_000,
    load1: finite(load?.load1),
    memoryAvailablePercent: total > 0 ? finite((100 * (memory?.availableBytes ?? 0)) / total) : null,
    pressure: {
      cpu: finite(snapshot.cpuSome?.avg10) ?? 0,
      memory: finite(snapshot.memorySome?.avg10) ?? 0,
      io: finite(snapshot.ioSome?.avg10) ?? 0,
    },
    channel: o.channel,
    atMs: o.atMs,
  };
}

export function factsOfVersion(before: GuestFacts, version: string | null | undefined): GuestFacts {
  return version ? { ...before, agentVersion: cutToBytes(version, TEXT_BYTES_MAX) } : before;
}

/** Agent's promise in a record: when its next snapshot comes at the latest; undefined when it makes none. */
export function promiseOf(record: cherub.Record): number | undefined {
  return record.snapshot?.periodMs || record.start?.snapshotPeriodMs || undefined;
}

function finite(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
