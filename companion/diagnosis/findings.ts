import type { ConsoleEvent } from '../ladder/console-patterns/console-event.ts';
import type { CpuSample } from '../sources/qmp/cpu-registers.ts';
import type { CpuStack } from './backtrace/cpu-stack.ts';

/** What the steps of one diagnosis found that, put together, names the culprit. */
export interface Findings {
  /** Registers of all vCPUs, look after look. */
  readonly samples: (readonly CpuSample[])[];
  /** The stacks that gdb read, with the names of functions where there are any. */
  stacks: readonly CpuStack[];
  /** What the guest's kernel said on its console, oldest first: its word, not a proof. */
  console: readonly ConsoleEvent[];
}

export function noFindings(): Findings {
  return { samples: [], stacks: [], console: [] };
}
