import { FRAMES_MAX, parseFrame, type StackFrame } from './stack-frame.ts';

/** Registers at one place that a processor was interrupted at; the innermost comes first. */
export interface CpuContext {
  readonly isUser: boolean;
  /** `function+0x1/0x2` in the kernel, `0x…` in a program. */
  readonly instruction: string;
  /** By the kernel's names (`RAX`, `CR2`, `x19`), hexadecimal digits. */
  readonly registers: Readonly<Record<string, string>>;
}

/** What `show_regs` and `dump_stack` say of one processor. */
export interface CpuDump {
  readonly cpu?: number;
  readonly pid?: number;
  readonly comm?: string;
  readonly kernel?: string;
  /** Letters of the taint; empty for none. */
  readonly taint: string;
  readonly contexts: readonly CpuContext[];
  readonly frames: readonly StackFrame[];
}

const CONTEXTS_MAX = 8;
const REGISTERS_MAX = 64;

/** lib/dump_stack.c; the uid came with 6.12. */
const WHO =
  /^CPU: (\d{1,5}) (?:UID: \d{1,10} )?PID: (\d{1,10}) Comm: (.{1,64}?) (?:Kdump: \w{1,16} )?(?:Not tainted|Tainted: (.{1,80}?)) (\d\S{0,127})/u;

/** x86: selector 0010 is the kernel's code, 0033 a program's; arm64 says `pc : `. */
const INSTRUCTION = /^(?:RIP: ([0-9a-f]{4}):|pc : )(\S{1,200}(?: \[[\w-]{1,64}\])?)/u;

const REGISTER =
  /\b(E?R?[A-Z][A-Z0-9_]{0,8}|x\d{1,2}|sp|lr|pstate) ?: {0,2}(?:[0-9a-f]{4}:)?([0-9a-f]{8,16})\b/gu;

/** Reads the lines of one processor, in order; others in between do no harm. */
export function parseCpuDump(lines: readonly string[]): CpuDump {
  let who: RegExpExecArray | undefined;
  const contexts: { isUser: boolean; instruction: string; registers: Record<string, string> }[] = [];
  const frames: StackFrame[] = [];
  for (const line of lines) {
    const text = line.trim();
    const place = INSTRUCTION.exec(text);
    if (place !== null) {
      if (contexts.length >= CONTEXTS_MAX) continue;
      const isUser = place[1] !== undefined && (Number.parseInt(place[1], 16) & 3) === 3;
      contexts.push({ isUser, instruction: place[2] ?? '', registers: {} });
      continue;
    }
    const frame = frames.length < FRAMES_MAX ? parseFrame(text) : undefined;
    if (frame !== undefined) frames.push(frame);
    else {
      who ??= WHO.exec(text) ?? undefined;
      addRegisters(contexts.at(-1)?.registers, text);
    }
  }
  return { ...whoIs(who), contexts, frames };
}

function whoIs(who: RegExpExecArray | undefined): Omit<CpuDump, 'contexts' | 'frames'> {
  if (who === undefined) return { taint: '' };
  return {
    cpu: Number(who[1]),
    pid: Number(who[2]),
    comm: who[3] ?? '',
    kernel: who[5] ?? '',
    taint: (who[4] ?? '').replaceAll(' ', ''),
  };
}

function addRegisters(registers: Record<string, string> | undefined, text: string): void {
  if (registers === undefined || text.startsWith('Code:')) return;
  let count = Object.keys(registers).length;
  for (const match of text.matchAll(REGISTER)) {
    if (count >= REGISTERS_MAX) return;
    registers[match[1] ?? ''] ??= match[2] ?? '';
    count += 1;
  }
}
