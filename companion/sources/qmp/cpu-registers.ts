import { humanMonitor } from './actions.ts';
import type { QmpExecuteOptions, QmpPort } from './qmp-port.ts';
import type { Queried } from './queries.ts';

/** One vCPU at one moment, as the monitor prints it for x86 guests. */
export interface CpuSample {
  readonly index: number;
  readonly instructionPointer: bigint;
  readonly stackPointer: bigint;
  readonly flags: bigint;
  /** Current privilege level: 0 is the kernel. */
  readonly privilege: number;
  /** It waits in HLT. */
  readonly isHalted: boolean;
  /** Bit 9 of the flags: it takes interrupts. */
  readonly takesInterrupts: boolean;
  readonly cr3: bigint;
}

/** Longer answers are cut: a vCPU prints some 4 KiB. */
const TEXT_CHARACTERS_MAX = 1024 * 1024;
const CPUS_MAX = 1024;
const INTERRUPT_FLAG = 0x200n;

/**
 * The registers of every vCPU through `info registers -a`. The vCPUs are interrupted for a moment one after the other
 * and never stopped, and no STOP event comes; so this can be done often. Under TCG the instruction pointer is that of
 * the block of code which the vCPU entered last.
 */
export async function sampleCpus(
  port: QmpPort,
  o?: QmpExecuteOptions,
): Promise<Queried<readonly CpuSample[]>> {
  const answer = await humanMonitor(port, 'info registers -a', o);
  if (!answer.ok) return answer;
  const cpus = parseInfoRegisters(answer.value);
  return cpus.length > 0
    ? { ok: true, value: cpus }
    : { ok: false, problem: 'invalid', detail: 'the monitor printed no x86 registers' };
}

/** Reads what HMP `info registers -a` prints (QEMU target/i386/cpu-dump.c, x86_cpu_dump_state). Other text is skipped. */
export function parseInfoRegisters(text: string): CpuSample[] {
  const cpus: CpuSample[] = [];
  for (const section of text
    .slice(0, TEXT_CHARACTERS_MAX)
    .split(/^CPU#/mu)
    .slice(1, CPUS_MAX + 1)) {
    const cpu = parseSection(section);
    if (cpu !== undefined) cpus.push(cpu);
  }
  return cpus;
}

function parseSection(section: string): CpuSample | undefined {
  const index = /^(\d{1,5})\b/u.exec(section)?.[1];
  const instructionPointer = hex(section, 'RIP') ?? hex(section, 'EIP');
  const stackPointer = hex(section, 'RSP') ?? hex(section, 'ESP');
  const flags = hex(section, 'RFL') ?? hex(section, 'EFL');
  const privilege = /\bCPL=([0-3])/u.exec(section)?.[1];
  const halted = /\bHLT=([01])/u.exec(section)?.[1];
  if (index === undefined || privilege === undefined || halted === undefined) return undefined;
  if (instructionPointer === undefined || stackPointer === undefined || flags === undefined) return undefined;
  return {
    index: Number(index),
    instructionPointer,
    stackPointer,
    flags,
    privilege: Number(privilege),
    isHalted: halted === '1',
    takesInterrupts: (flags & INTERRUPT_FLAG) !== 0n,
    cr3: hex(section, 'CR3') ?? 0n,
  };
}

function hex(section: string, name: string): bigint | undefined {
  const digits = new RegExp(`\\b${name} ?=([0-9a-f]{8,16})\\b`, 'u').exec(section)?.[1];
  return digits === undefined ? undefined : BigInt(`0x${digits}`);
}
