import type { CallTrace, ConsoleEventKind } from './console-event.ts';

/** More frames than the kernel prints of a sane stack. */
const FRAMES_MAX = 64;

/** A trace whose end got lost ends after this many lines in which there is nothing of it. */
const STRAY_LINES_MAX = 40;

const NAMES_MAX = 200;

/** show_stack_info / dump_stack_print_info, lib/dump_stack.c; the uid came with 6.12. */
const WHO =
  /^CPU: (\d{1,5}) (?:UID: \d{1,10} )?PID: (\d{1,10}) Comm: (.{1,64}?) (?:Kdump: |Not tainted|Tainted)/u;

/** arch/x86/kernel/dumpstack.c: selector 0010 is the kernel's code; arm64 calls it `pc`. */
const INSTRUCTION =
  /^(?:RIP: 0010:|pc : )([\w.]{1,160}\+0x[0-9a-f]{1,8}\/0x[0-9a-f]{1,8}(?: \[[\w-]{1,64}\])?)/u;

/** `function+0x12/0x40 [module]`, with `? ` when the unwinder is not sure. */
const FRAME = /^(\? )?([\w.]{1,160}\+0x[0-9a-f]{1,8}\/0x[0-9a-f]{1,8}(?: \[[\w-]{1,64}[^\]]{0,64}\])?)$/u;

const BEGIN = /^Call [Tt]race:/u;
const END = /^(?:<\/TASK>|---\[ end |Kernel Offset: |Kernel panic )/u;

/** Puts the lines of one stack together. Memory is bounded; lines of others in between do not harm. */
export class TraceCollector {
  #of: ConsoleEventKind | undefined;
  #who: { cpu: number; pid: number; comm: string } | undefined;
  #instruction: string | undefined;
  #frames: string[] = [];
  #isOpen = false;
  /** The kernel prints the registers of an Oops once more after its end. */
  #isOver = false;
  #strays = 0;

  /** An event came: a stack that follows belongs to it. */
  event(kind: ConsoleEventKind): CallTrace | undefined {
    const done = this.finish();
    this.#of = kind;
    this.#isOver = false;
    return done;
  }

  /** @returns the stack that this line completed */
  line(text: string): CallTrace | undefined {
    const who = WHO.exec(text);
    if (who !== null) {
      const done = this.finish();
      this.#isOver = false;
      this.#who = { cpu: Number(who[1]), pid: Number(who[2]), comm: (who[3] ?? '').slice(0, NAMES_MAX) };
      return done;
    }
    if (END.test(text)) {
      this.#isOver = true;
      return this.finish();
    }
    const instruction = INSTRUCTION.exec(text)?.[1];
    if (instruction !== undefined) {
      if (!this.#isOver) this.#instruction ??= instruction;
      return undefined;
    }
    if (BEGIN.test(text)) {
      this.#isOpen = true;
      this.#isOver = false;
      this.#strays = 0;
      return undefined;
    }
    return this.#isOpen ? this.#frame(text) : undefined;
  }

  /** What was collected, however far it got. */
  finish(): CallTrace | undefined {
    const isAnything = this.#instruction !== undefined || this.#frames.length > 0;
    const trace: CallTrace | undefined = isAnything
      ? {
          ...(this.#of !== undefined && { of: this.#of }),
          ...this.#who,
          ...(this.#instruction !== undefined && { instruction: this.#instruction }),
          frames: this.#frames,
        }
      : undefined;
    this.#who = undefined;
    this.#instruction = undefined;
    this.#frames = [];
    this.#isOpen = false;
    this.#strays = 0;
    return trace;
  }

  #frame(text: string): CallTrace | undefined {
    const match = FRAME.exec(text);
    if (match === null) {
      this.#strays += 1;
      return this.#strays > STRAY_LINES_MAX ? this.finish() : undefined;
    }
    this.#strays = 0;
    this.#frames.push(`${match[1] ?? ''}${match[2] ?? ''}`);
    return this.#frames.length >= FRAMES_MAX ? this.finish() : undefined;
  }
}
