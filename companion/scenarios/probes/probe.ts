import type { ProbeEnd } from '../engine/scenario.ts';
import type { Scenario } from '../scenario.ts';
import type { ScenarioVm } from '../scenario-vm.ts';

/** One probe that is to be made now. */
export interface ProbeTask {
  readonly scenario: Scenario;
  readonly vm: ScenarioVm;
  /** For everything. The engine's own waiting time is a little longer, so that a probe can say what it saw. */
  readonly deadlineMs: number;
  /** Aborted when nobody waits for the outcome any more. */
  readonly signal: AbortSignal;
  readonly memory: ProbeMemory;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** What a probe leaves for the next one on the same VM. */
export interface ProbeMemory {
  /** The stock dialogue got through on this console before, so that its silence means something. */
  hasConsoleWorked: boolean;
  /** A dialogue logged in and was cut off before it logged out. */
  isConsoleLeftOpen: boolean;
}

export interface ProbeReport extends ProbeEnd {
  /** The transport turned out not to be there: the next in rank is to be used for so many periods. Only with `unknown`. */
  readonly passOverPeriods?: number;
}

/** Never rejects. Ends by the deadline when it can; one that cannot is abandoned. */
export type RunProbe = (task: ProbeTask) => Promise<ProbeReport>;
