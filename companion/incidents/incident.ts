import type { Rung, SignalSource, SignalState } from '../ladder/signal.ts';
import type { VerdictState } from '../ladder/verdict.ts';

/** What a step does to the guest, harmless first (DESIGN section 5). */
export const LEVELS = ['observe', 'ask', 'disturb', 'harm'] as const;

export type Level = (typeof LEVELS)[number];

/** Why there is an incident: the ladder's verdict, a scenario that failed, or a person who asked. */
export const TRIGGERS = ['verdict', 'scenario', 'manual'] as const;

export type Trigger = (typeof TRIGGERS)[number];

/** A vote of the ladder as the bundle keeps it. */
export interface IncidentVote {
  readonly id: string;
  readonly source: SignalSource;
  readonly rung: Rung;
  readonly state: SignalState;
  /** When the evidence was true, milliseconds since 1970 by the host's clock. */
  readonly atMs: number;
  readonly reason: string;
  readonly proof?: true;
  readonly part?: string;
  readonly counts: boolean;
  readonly why: string;
}

/** The verdict with the host's wall clock; the ladder's own clock means nothing to who reads it elsewhere. */
export interface IncidentVerdict {
  readonly state: VerdictState;
  readonly rung?: Rung;
  readonly sinceMs: number;
  readonly lastAliveMs?: number;
  readonly reason: string;
  readonly votes: readonly IncidentVote[];
}

/** What is known when an incident is opened; times are milliseconds since 1970 by the host's clock. */
export interface IncidentHead {
  readonly id: string;
  readonly vm: { readonly name: string; readonly appId: string };
  readonly node: string;
  readonly openedAtMs: number;
  readonly trigger: Trigger;
  readonly verdict: IncidentVerdict;
  /** Version of the companion that opened it. */
  readonly companion: string;
}

/** How a part came into being. */
export interface PartOrigin {
  /** Relative to the bundle; see part-path.ts. */
  readonly path: string;
  /** The step and the way that it took: `sysrq t by serial break`. */
  readonly source: string;
  readonly level: Level;
  readonly takenAtMs: number;
}

export interface IncidentPart extends PartOrigin {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** Holds memory of the guest: not in the archive unless somebody asks for it by name (DESIGN section 7). */
  readonly local?: true;
  /** Cut at a budget; what is there is its beginning. */
  readonly cut?: true;
  /** Secrets that were taken out, by rule; absent when the part was not searched, as it is no text. */
  readonly redacted?: Readonly<Record<string, number>>;
}

export interface MissingPart extends PartOrigin {
  /** One line for a person. */
  readonly reason: string;
}
