/** Tasks, blocked tasks, CPUs, ftrace buffer, memory, timers, registers: each shows something, and none but `z` changes anything. */
export const SYSRQ_KEYS = ['t', 'w', 'l', 'z', 'm', 'q', 'p'] as const;

export type SysrqKey = (typeof SYSRQ_KEYS)[number];

/**
 * The order in which they are pressed. First what the processors do at this very moment; last the ftrace buffer, which may
 * be megabytes, and whose dump turns tracing off and empties it (kernel/trace/trace.c).
 */
export const PRESSING_ORDER: readonly SysrqKey[] = ['l', 'p', 'w', 'm', 't', 'q', 'z'];

/** What a line `sysrq: …` begins. */
export type HeadingKind = SysrqKey | 'level' | 'help' | 'disabled' | 'other';

/** `action_msg` of drivers/tty/sysrq.c, 5.10 to 6.12. */
const HEADINGS: readonly (readonly [string, HeadingKind])[] = [
  ['Show State', 't'],
  ['Show Blocked State', 'w'],
  ['Show backtrace of all active CPUs', 'l'],
  ['Dump ftrace buffer', 'z'],
  ['Show Memory', 'm'],
  ['Show clockevent devices & pending hrtimers (no others)', 'q'],
  ['Show Regs', 'p'],
  ['Changing Loglevel', 'level'],
  ['Loglevel set to ', 'level'],
  ['HELP : ', 'help'],
  ['This sysrq operation is disabled', 'disabled'],
];

/** Before 5.0 it was `sysrq: SysRq : Show State`. */
const HEADING = /^(?:sysrq: (?:SysRq : )?|SysRq : )(.{1,200})/u;

/** A CPU's part of the answer to `l` where the kernel has no NMI for it; no answer of its own. */
const PART = /^CPU\d{1,5}:/u;

/** What begins with this line of the kernel log, without its time; undefined: nothing. */
export function headingOf(text: string): HeadingKind | undefined {
  const title = HEADING.exec(text)?.[1];
  if (title === undefined || PART.test(title)) return undefined;
  for (const [start, kind] of HEADINGS) {
    if (kind === 't' ? title === start : title.startsWith(start)) return kind;
  }
  return 'other';
}

/** The last line of an answer, or nearly: what follows comes in the same breath. */
const ENDS: Partial<Record<SysrqKey, RegExp>> = {
  t: /^Showing busy workqueues/u,
  m: /^\d{1,20} pages reserved/u,
};
const FTRACE_RULE = /^-{20,}$/u;
const FTRACE_EMPTY = /\(ftrace buffer empty\)/u;

/** Tells when an answer has said its last: a line for each call. `w`, `l`, `q` and `p` have no last line. */
export class EndRule {
  readonly #key: HeadingKind;
  #rules = 0;

  constructor(key: HeadingKind) {
    this.#key = key;
  }

  isEnd(text: string): boolean {
    if (this.#key === 'z') {
      if (FTRACE_RULE.test(text)) this.#rules += 1;
      return this.#rules === 2 || FTRACE_EMPTY.test(text);
    }
    const end = SYSRQ_KEYS.find((key) => key === this.#key);
    return end !== undefined && ENDS[end]?.test(text) === true;
  }
}
