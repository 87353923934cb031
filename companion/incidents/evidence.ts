import type { Rung, SignalSource, SignalState } from '../ladder/signal.ts';

/*
 * What the report shows besides verdict and parts. Every text in it may come from a guest; times are milliseconds since
 * 1970 by the host's clock.
 */

/** The function that most likely holds the guest. */
export interface Culprit {
  /** `spin_forever+0x12/0x40 [stuck]`, or a bare address when there are no symbols. */
  readonly function: string;
  readonly task?: string;
  readonly cpu?: number;
  /** How it was found. */
  readonly why: string;
}

export interface EvidenceStack {
  readonly title: string;
  readonly cpu?: number;
  readonly task?: string;
  readonly pid?: number;
  /** The task's letter: `R`, `D` … */
  readonly state?: string;
  /** Innermost first. */
  readonly frames: readonly string[];
  /** Which way it was got. */
  readonly source: string;
  /** Likely the one that holds the others. */
  readonly suspect?: true;
}

export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly state: SignalState;
  readonly reason?: string;
}

/** One signal over time. */
export interface SignalTrack {
  readonly id: string;
  readonly source: SignalSource;
  readonly rung: Rung;
  readonly stretches: readonly Stretch[];
}

/** One snapshot's figures; one that is not known is absent. */
export interface SnapshotPoint {
  readonly atMs: number;
  readonly load1?: number;
  /** Percent. */
  readonly memoryAvailable?: number;
  /** some avg10, percent. */
  readonly pressureCpu?: number;
  readonly pressureMemory?: number;
  readonly pressureIo?: number;
}

export interface EvidenceTable {
  readonly title: string;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface EvidenceText {
  readonly title: string;
  /** The last lines. */
  readonly lines: readonly string[];
}

export interface Evidence {
  readonly culprit?: Culprit;
  readonly stacks: readonly EvidenceStack[];
  readonly tracks: readonly SignalTrack[];
  readonly snapshots: readonly SnapshotPoint[];
  readonly tables: readonly EvidenceTable[];
  readonly texts: readonly EvidenceText[];
  /** What would have told more: one line each ("no System.map for this kernel: addresses stay addresses"). */
  readonly notes: readonly string[];
}

export const NO_EVIDENCE: Evidence = {
  stacks: [],
  tracks: [],
  snapshots: [],
  tables: [],
  texts: [],
  notes: [],
};

/** Lists grow, the later culprit wins. */
export function mergeEvidence(before: Evidence, more: Partial<Evidence>): Evidence {
  const culprit = more.culprit ?? before.culprit;
  return {
    ...(culprit && { culprit }),
    stacks: [...before.stacks, ...(more.stacks ?? [])],
    tracks: [...before.tracks, ...(more.tracks ?? [])],
    snapshots: [...before.snapshots, ...(more.snapshots ?? [])],
    tables: [...before.tables, ...(more.tables ?? [])],
    texts: [...before.texts, ...(more.texts ?? [])],
    notes: [...before.notes, ...(more.notes ?? [])],
  };
}
