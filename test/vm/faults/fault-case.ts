import type { Rung } from '#companion/ladder/signal.ts';
import type { FaultVm } from './fault-vm.ts';
import type { Shape } from './shape.ts';

/** What must become of a fault. */
export type Expected =
  /** The lowest rung that is named, at the latest after `withinMs`. */
  | { readonly kind: 'dead'; readonly rung: Rung; readonly withinMs: number }
  /** Nothing may be called dead for `watchMs`; then the verdict must be this one. */
  | { readonly kind: 'harmless'; readonly watchMs: number; readonly state: string };

/** One row of the table. */
export interface FaultCase {
  readonly fault: string;
  readonly inject: (vm: FaultVm) => Promise<void>;
  readonly expected: Expected;
  /** Where its row came out right in real guests: `scripts/test` runs these, `scripts/test --only faults` all. */
  readonly provenOn?: readonly Shape[];
  /** Takes it back; without it the VM is of no use for another row. */
  readonly recover?: (vm: FaultVm) => Promise<void>;
}

/** How a row came out; what the report of scripts/test holds. */
export interface FaultRow {
  readonly fault: string;
  readonly vm: string;
  readonly verdict: string;
  readonly expected: string;
  readonly secondsToVerdict: number | null;
  readonly votes: readonly string[];
  readonly parts: readonly string[];
  readonly ok: boolean;
  readonly problem?: string;
}
