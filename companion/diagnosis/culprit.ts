import type { Culprit } from '../incidents/evidence.ts';
import type { ConsoleEvent, ConsoleEventKind } from '../ladder/console-patterns/console-event.ts';
import type { CpuStack } from './backtrace/cpu-stack.ts';
import type { Findings } from './findings.ts';
import { formatAddress, type KernelSymbols } from './symbols/kernel-symbols.ts';
import { findTurning, type TurningCpu } from './turning.ts';

/** Functions in which a CPU waits for another one: who holds what they wait for is the culprit, or who called them. */
const WAITING =
  /^(?:\?\s)?(?:native_queued_spin_lock_slowpath|queued_(?:spin|read|write)_lock|__pv_queued|pv_wait|_raw_(?:spin|read|write)_|__raw_|rep_nop|cpu_relax|native_pause|smp_call_function|csd_lock|on_each_cpu|generic_exec_single|flush_tlb|stop_(?:machine|one_cpu)|multi_cpu_stop|rwsem_spin|osq_lock|mutex_spin|delay_|__delay|__udelay|__const_udelay)/u;

/** Where a CPU waits for work without HLT: `idle=poll`, MWAIT. */
const IDLE = /^(?:\w+_)?(?:idle|mwait|safe_halt)(?:_\w+)?\+/u;

/** What the kernel says of itself when something holds it, the strongest first. */
const WORDS: readonly ConsoleEventKind[] = ['hard-lockup', 'soft-lockup', 'panic', 'oops', 'rcu-stall'];

/**
 * Names the function that most likely holds the guest: what a vCPU that turns with interrupts off was seen in, else what the
 * kernel itself said, else what a vCPU turns in. Pure.
 * @param symbols name the place of a vCPU whose stack was not read
 */
export function findCulprit(findings: Findings, symbols?: KernelSymbols): Culprit | undefined {
  const turning = findTurning(findings.samples);
  const locked = turning.filter(({ isLocked }) => isLocked);
  return (
    ofTurning(locked, findings.stacks, symbols) ??
    ofConsole(findings.console) ??
    ofTurning(
      turning.filter(({ isLocked }) => !isLocked),
      findings.stacks,
      symbols,
    )
  );
}

function ofTurning(
  turning: readonly TurningCpu[],
  stacks: readonly CpuStack[],
  symbols: KernelSymbols | undefined,
): Culprit | undefined {
  const seen = turning
    .map((cpu) => ({ cpu, place: placeOf(cpu, stacks, symbols) }))
    .filter(({ cpu, place }) => cpu.isLocked || !IDLE.test(place.text));
  // Who only waits was not the first; if all wait, the caller of the waiting still names the place.
  const chosen = seen.find(({ place }) => !place.isWaiting) ?? seen[0];
  if (chosen === undefined) return undefined;
  const { cpu, place } = chosen;
  const how = cpu.isLocked ? 'turned in the kernel with interrupts off' : 'turned in the kernel at one place';
  return {
    function: place.text,
    cpu: cpu.cpu,
    why: `vCPU ${cpu.cpu} ${how} in ${cpu.looks} of ${cpu.looks} looks${place.by}`,
  };
}

interface Place {
  readonly text: string;
  readonly isWaiting: boolean;
  /** How the place is known, to stand behind the reason. */
  readonly by: string;
}

function placeOf(
  { cpu, instructionPointer }: TurningCpu,
  stacks: readonly CpuStack[],
  symbols: KernelSymbols | undefined,
): Place {
  const stack = stacks.find((each) => each.cpu === cpu && each.isInKernel);
  const [top] = stack?.frames ?? [];
  if (stack === undefined || top === undefined) {
    const text = formatAddress(instructionPointer, symbols);
    return { text, isWaiting: WAITING.test(text), by: '; its stack was not read' };
  }
  if (isBare(top.text)) return { text: top.text, isWaiting: false, by: calledBy(stack) };
  if (!WAITING.test(top.text)) return { text: top.text, isWaiting: false, by: '' };
  const caller = stack.frames.slice(1).find(({ text }) => !WAITING.test(text));
  if (caller === undefined) return { text: top.text, isWaiting: true, by: '' };
  return { text: caller.text, isWaiting: true, by: `, waiting in ${top.text} that it called` };
}

/** An address that no symbol names: code of a module, or a kernel without a System.map. */
function isBare(text: string): boolean {
  return /^[0-9a-f]{16}$/u.test(text);
}

function calledBy({ frames }: CpuStack): string {
  const caller = frames.slice(1).find(({ isSure, text }) => isSure && !isBare(text));
  return caller === undefined ? '' : `, called by ${caller.text}`;
}

function ofConsole(events: readonly ConsoleEvent[]): Culprit | undefined {
  const last = events.findLastIndex(({ kind }) => kind === 'coming-up');
  const ofThisBoot = events.slice(last + 1);
  for (const kind of WORDS) {
    for (const [at, event] of ofThisBoot.entries()) {
      if (event.kind !== kind) continue;
      const culprit = withTrace(event, ofThisBoot.slice(at + 1));
      if (culprit !== undefined) return culprit;
    }
  }
  return undefined;
}

/** The stack that the kernel printed with an event: the first one that says that it belongs to it. */
function withTrace(event: ConsoleEvent, after: readonly ConsoleEvent[]): Culprit | undefined {
  const trace = after.find((each) => each.kind === 'trace' && each.of === event.kind);
  if (trace?.kind !== 'trace') return undefined;
  const named = trace.instruction ?? trace.frames.find((frame) => !frame.startsWith('? '));
  if (named === undefined) return undefined;
  const isWaiting = WAITING.test(named);
  const caller = trace.frames.find((frame) => !frame.startsWith('? ') && !WAITING.test(frame));
  return {
    function: isWaiting ? (caller ?? named) : named,
    ...(trace.comm !== undefined && { task: trace.comm }),
    ...(trace.cpu !== undefined && { cpu: trace.cpu }),
    why: `the kernel said on its console: ${event.text}`,
  };
}
