import type { GdbScript } from './script.ts';

/** Why there is no answer. */
export type GdbProblem =
  /** QEMU does not let us: the reason is in its words. */
  | 'refused'
  /** Somebody else debugs this VM. */
  | 'busy'
  | 'deadline'
  | 'gone'
  /** What came is no answer of a stub. */
  | 'invalid';

export interface GdbFailure {
  readonly ok: false;
  readonly problem: GdbProblem;
  /** One line for people. */
  readonly detail: string;
}

export type Exchanged = { readonly ok: true; readonly replies: readonly Uint8Array[] } | GdbFailure;

/** Gives a script to a stub and takes what comes back. Never rejects, and ends within the deadline. */
export type GdbExchange = (
  script: GdbScript,
  o: { readonly deadlineMs: number; readonly signal: AbortSignal },
) => Promise<Exchanged>;
