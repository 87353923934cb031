/**
 * One thing that somebody saw, or did not see, about one VM (DESIGN section 5, docs/specs/ladder.md).
 * A source makes signals; the ladder counts them as votes.
 */

/** The rungs of the liveness ladder, lowest first. */
export const RUNGS = ['process', 'vcpu', 'kernel', 'userspace', 'agent', 'application'] as const;

export type Rung = (typeof RUNGS)[number];

/** alive: seen working; dead: seen not working; unknown: cannot tell. */
export type SignalState = 'alive' | 'dead' | 'unknown';

/** Who saw it. Two signals of one source are one vote. */
export type SignalSource =
  | 'console'
  | 'recorder'
  | 'link'
  | 'qmp'
  | 'gdb'
  | 'host'
  | 'network'
  | 'memory'
  | 'acpi'
  | 'scenario';

export interface Signal {
  /** Stable name: `link.ping`, `console.label`, `qmp.status`, `vcpu.progress`, `network.tcp:80` … */
  readonly id: string;
  readonly source: SignalSource;
  /**
   * The rung that it speaks for. Alive speaks for every rung below too: a label proves userspace,
   * kernel, vCPUs and the process at its time. Dead speaks for this rung only.
   */
  readonly rung: Rung;
  readonly state: SignalState;
  /** Milliseconds since the evidence was true (not since somebody asked). */
  readonly ageMs: number;
  /** One line for a person. */
  readonly reason: string;
  /** Dead without a second vote. Only for what a guest cannot forge. */
  readonly proof?: true;
  /**
   * Dead because a promised sign did not come. Absence is weak: it counts only as long as nothing that is fresh speaks
   * for life, while an event (a panic text, a probe that failed) is outlived only by what was seen after it.
   */
  readonly silence?: true;
  /**
   * Dead is only this part of the rung (`cpu1`). Life seen elsewhere on the rung does not contradict it: an agent lives
   * on one CPU while the other is locked up.
   */
  readonly part?: string;
}
