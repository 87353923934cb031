import { fromHex } from '#protocol/bytes/hex.ts';

export type Architecture = 'x86_64' | 'aarch64';

/** The registers of one vCPU at one moment. */
export interface VcpuRegisters {
  /** 0-based, as in `query-cpus-fast`. */
  readonly index: number;
  readonly architecture: Architecture;
  readonly instructionPointer: bigint;
  readonly stackPointer: bigint;
  readonly framePointer: bigint;
  /** RFLAGS, or CPSR. */
  readonly flags: bigint;
  readonly takesInterrupts: boolean;
  /** By their names in QEMU's target description. */
  readonly values: ReadonlyMap<string, bigint>;
}

type Layout = readonly (readonly [string, 4 | 8])[];

const X86_GENERAL = 'rax rbx rcx rdx rsi rdi rbp rsp r8 r9 r10 r11 r12 r13 r14 r15 rip'.split(' ');
const X86_SEGMENTS = ['eflags', 'cs', 'ss', 'ds', 'es', 'fs', 'gs'];
const X86_SYSTEM = ['fs_base', 'gs_base', 'k_gs_base', 'cr0', 'cr2', 'cr3', 'cr4', 'cr8', 'efer'];

/** The first registers of QEMU's `g` packet: gdb-xml/i386-64bit.xml and gdb-xml/aarch64-core.xml, the same from 4.2 to 9.1. */
const LAYOUTS: Readonly<Record<Architecture, Layout>> = {
  x86_64: [
    ...X86_GENERAL.map((name) => [name, 8] as const),
    ...X86_SEGMENTS.map((name) => [name, 4] as const),
    ...X86_SYSTEM.map((name) => [name, 8] as const),
  ],
  aarch64: [
    ...Array.from({ length: 31 }, (_, i) => [`x${i}`, 8] as const),
    ['sp', 8],
    ['pc', 8],
    ['cpsr', 4],
  ],
};

const NAMES: Readonly<Record<Architecture, { ip: string; sp: string; fp: string; flags: string }>> = {
  x86_64: { ip: 'rip', sp: 'rsp', fp: 'rbp', flags: 'eflags' },
  aarch64: { ip: 'pc', sp: 'sp', fp: 'x29', flags: 'cpsr' },
};

const X86_INTERRUPT_FLAG = 0x200n;
const ARM_INTERRUPT_MASK = 0x80n;

/** Reads the answer to `g`; undefined when it is no such answer. Registers beyond those that we know are left out. */
export function decodeRegisters(
  index: number,
  architecture: Architecture,
  answer: Uint8Array,
): VcpuRegisters | undefined {
  const bytes = fromHex(Buffer.from(answer).toString('latin1'));
  if (bytes === undefined) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Map<string, bigint>();
  let at = 0;
  for (const [name, size] of LAYOUTS[architecture]) {
    if (at + size > bytes.length) break;
    values.set(name, size === 8 ? view.getBigUint64(at, true) : BigInt(view.getUint32(at, true)));
    at += size;
  }
  const names = NAMES[architecture];
  const instructionPointer = values.get(names.ip);
  const stackPointer = values.get(names.sp);
  const framePointer = values.get(names.fp);
  const flags = values.get(names.flags);
  if (instructionPointer === undefined || stackPointer === undefined) return undefined;
  if (framePointer === undefined || flags === undefined) return undefined;
  const takesInterrupts =
    architecture === 'x86_64' ? (flags & X86_INTERRUPT_FLAG) !== 0n : (flags & ARM_INTERRUPT_MASK) === 0n;
  return {
    index,
    architecture,
    instructionPointer,
    stackPointer,
    framePointer,
    flags,
    takesInterrupts,
    values,
  };
}

/** The architecture by QEMU's own name of it; undefined for one whose registers we do not know. */
export function architectureOf(target: string): Architecture | undefined {
  return target === 'x86_64' || target === 'aarch64' ? target : undefined;
}
