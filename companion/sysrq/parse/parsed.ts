import type { SysrqKey } from '../sysrq-key.ts';
import type { CpusShown } from './parse-cpus.ts';
import type { FtraceShown } from './parse-ftrace.ts';
import type { MemoryShown } from './parse-memory.ts';
import type { RegistersShown } from './parse-registers.ts';
import type { TasksShown } from './parse-tasks.ts';
import type { TimersShown } from './parse-timers.ts';

/** What stands in an answer; plain data, as JSON takes it. */
export type SysrqStructure =
  | TasksShown
  | CpusShown
  | MemoryShown
  | TimersShown
  | RegistersShown
  | FtraceShown;

export interface SysrqParsed {
  readonly key: SysrqKey;
  readonly shown: SysrqStructure;
  /** Something is missing: cut, dropped by the kernel, or never printed. `problems` says what. */
  readonly isPartial: boolean;
  /** One line each, for people. */
  readonly problems: readonly string[];
}
