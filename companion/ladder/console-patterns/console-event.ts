/** What a line of a guest's console can tell, and the facts that stand in it. */
export interface ConsoleFacts {
  /** `isEnd`: the line that closes it. */
  panic: { readonly reason: string; readonly isEnd: boolean };
  /** The kernel hit a fault of its own: Oops, BUG, general protection fault. */
  oops: { readonly reason: string };
  'soft-lockup': CpuFact & TaskFact & { readonly seconds: number };
  'hard-lockup': CpuFact;
  'hung-task': TaskFact & { readonly seconds: number };
  /** `cpu` is absent in the lines that do not name one. */
  'rcu-stall': { readonly cpu?: number };
  'workqueue-lockup': { readonly seconds: number };
  /** `comm` and `pid` of the one that was killed; absent in the line that only says who asked for memory. */
  'oom-kill': { readonly comm?: string; readonly pid?: number; readonly isCgroup: boolean };
  'emergency-mode': { readonly reason: string };
  /** A file system gave up writing. */
  'read-only': { readonly filesystem: string; readonly device: string };
  'io-error': { readonly device: string; readonly sector?: number };
  'kdump-start': { readonly reason: string };
  /** The guest goes down by its own will. */
  'going-down': { readonly how: 'reboot' | 'power-off' | 'halt' | 'shutdown' };
  /** The guest comes up. */
  'coming-up': { readonly stage: 'firmware' | 'loader' | 'kernel' };
  /** Where the kernel was moved to by KASLR, as a panic tells, hexadecimal. */
  'kernel-offset': { readonly offset: string };
  trace: CallTrace;
}

interface CpuFact {
  readonly cpu: number;
}

interface TaskFact {
  readonly comm: string;
  readonly pid: number;
}

/** The stack that the kernel printed with one of the events above. */
export interface CallTrace {
  /** The event that it belongs to, when one came before it. */
  readonly of?: ConsoleEventKind;
  readonly cpu?: number;
  readonly pid?: number;
  readonly comm?: string;
  /** `function+0x12/0x40`, of the kernel only. */
  readonly instruction?: string;
  /** Innermost first: `function+0x12/0x40`, `? ` before those that may be left-overs, ` [module]` behind. */
  readonly frames: readonly string[];
}

export type ConsoleEventKind = keyof ConsoleFacts;

/** An event with its facts. All texts are a guest's: bounded, and safe for a terminal. */
export type ConsoleEvent = {
  [Kind in ConsoleEventKind]: {
    readonly kind: Kind;
    /** The line without escapes, prefixes and timestamp. */
    readonly text: string;
    /** The kernel's own time of it, seconds since boot. */
    readonly kernelSeconds?: number;
  } & ConsoleFacts[Kind];
}[ConsoleEventKind];
