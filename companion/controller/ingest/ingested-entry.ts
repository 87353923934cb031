/** Kinds by the tag `cherub.kind`; an entry without it is a console line of an app (EVE's own log path). */
export const ENTRY_KINDS = [
  'heartbeat',
  'console',
  'snapshot',
  'inventory',
  'start',
  'stop',
  'channel',
  'loss',
  'other',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** The ways from a guest to the companion. */
export const CHANNELS = ['console', 'recorder', 'link'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Numbers of a heartbeat label that the page draws. */
export interface HeartbeatFacts {
  readonly kind: 'heartbeat';
  readonly boot: string;
  readonly sequence: number;
  readonly uptimeSeconds: number;
  readonly everySeconds: number;
  readonly state: string;
}

/** Numbers of a snapshot that the page plots; `undefined` where the guest could not tell. */
export interface SnapshotFacts {
  readonly kind: 'snapshot';
  readonly boot: string;
  readonly run: number;
  readonly sequence: number;
  readonly periodMs: number;
  readonly state: string;
  readonly load1: number | undefined;
  readonly memoryUsedPercent: number | undefined;
  readonly swapUsedPercent: number | undefined;
  readonly pressureCpu: number | undefined;
  readonly pressureMemory: number | undefined;
  readonly pressureIo: number | undefined;
}

/** What the companion says about one channel from now on. */
export interface ChannelFacts {
  readonly kind: 'channel';
  readonly channel: Channel;
  readonly state: string;
}

/** An entry as the store takes it. */
export interface IngestedEntry {
  readonly entryId: string;
  /** Empty when the sender did not say. */
  readonly appName: string;
  /** Host receive time, milliseconds since 1970. */
  readonly atMs: number;
  /** Where it is drawn: as `atMs`, or the guest's wall clock for history (see event-time.ts). */
  readonly timeMs: number;
  readonly severity: string;
  readonly source: string;
  readonly kind: EntryKind;
  readonly channel: Channel | '';
  readonly content: string;
  /** JSON object of strings. */
  readonly tags: string;
  readonly facts?: HeartbeatFacts | SnapshotFacts | ChannelFacts;
  /** The content was not what its kind promises; it is kept as `other`. */
  readonly invalid?: true;
}
