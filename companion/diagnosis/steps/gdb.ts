import type { EvidenceStack } from '../../incidents/evidence.ts';
import type { VcpuRegisters } from '../../sources/gdb/registers.ts';
import type { MemoryRead } from '../../sources/gdb/script.ts';
import type { GdbSight } from '../../sources/gdb/source.ts';
import { CALL_BYTES } from '../backtrace/call-sites.ts';
import { type CpuStack, formatFrame, type StackFrame } from '../backtrace/cpu-stack.ts';
import { findCandidates, type SeenStack, unwindByFrames, unwindByScan } from '../backtrace/unwind.ts';
import type { Step, StepContext } from '../step.ts';
import { plainShape } from '../step-fields.ts';
import { formatAddress, type KernelSymbols } from '../symbols/kernel-symbols.ts';
import { findTurning } from '../turning.ts';

export const gdbShape = plainShape('gdb');

const REGISTERS = 'gdb/registers.json';
const STACKS = 'gdb/stacks.txt';
/** Pieces of code that are read to tell return addresses from left-overs. */
const CODE_READS_MAX = 2048;
const CODE_READS_EACH = 128;
const BANNER_BYTES = 192;

/** Registers and a backtrace of every vCPU. The guest stands still for some milliseconds, a few times. */
export const gdb: Step = {
  level: () => 'disturb',
  timeoutMs: 15_000,
  bytesMax: 4 * 1024 * 1024,
  path: () => REGISTERS,
  unavailable: ({ gdb: source }) =>
    source === undefined ? 'the gdb stub is not configured for this VM (gdb: in the config)' : undefined,
  run: async (context) => {
    const source = context.target.gdb;
    if (source === undefined) return;
    const { signal, leftMs } = context;
    const sight = await source.lookAtStacks({ signal, deadlineMs: Math.max(1, leftMs() >> 2) });
    if (!sight.ok) throw new Error(sight.detail);
    await addRaw(context, sight);
    const found = await context.symbols();
    const symbols = found.ok ? found.symbols : undefined;
    const stacks = sight.registers.map((vcpu) => ({ vcpu, seen: seenStack(sight, vcpu) }));
    const wanted = stacks
      .flatMap(({ vcpu, seen }) => codeReads(vcpu, seen, symbols))
      .slice(0, CODE_READS_MAX);
    const banner = bannerRead(sight, symbols);
    const code =
      wanted.length === 0
        ? undefined
        : await source.look({
            signal,
            deadlineMs: Math.max(1, leftMs() >> 1),
            memory: [...banner, ...wanted],
          });
    const isForeign = banner.length > 0 && code?.ok === true && isOtherKernel(code, banner, context);
    const trusted = isForeign ? undefined : symbols;
    if (isForeign) {
      const note = `${symbols?.from ?? ''} is not of the kernel that runs: its name does not stand where it should`;
      await context.evidence({ notes: [note] });
    }
    const cpus = stacks.map(({ vcpu, seen }) =>
      toCpuStack(vcpu, seen, code?.ok === true ? code : undefined, trusted),
    );
    // What was seen comes before what the kernel says of itself.
    context.findings.stacks = [...cpus, ...context.findings.stacks];
    await context.add({ path: STACKS, mediaType: 'text/plain' }, cpus.map(formatStack).join('\n'));
    await context.evidence({ stacks: toEvidence(cpus, context, trusted) });
  },
};

async function addRaw({ add }: StepContext, sight: GdbSight): Promise<void> {
  const registers = sight.registers.map(({ index, architecture, takesInterrupts, values }) => ({
    cpu: index,
    architecture,
    takesInterrupts,
    registers: Object.fromEntries([...values].map(([name, value]) => [name, `0x${value.toString(16)}`])),
  }));
  const text = JSON.stringify({ wasRunning: sight.isRunning, cpus: registers }, undefined, 2);
  await add({ path: REGISTERS, mediaType: 'application/json' }, text);
  for (const vcpu of sight.registers) {
    const seen = seenStack(sight, vcpu);
    if (seen === undefined) continue;
    const source = `gdb, ${seen.bytes.length} bytes from ${seen.address.toString(16)}`;
    const part = { path: `gdb/stack-cpu${vcpu.index}.bin`, mediaType: 'application/octet-stream', source };
    await add({ ...part, local: true }, seen.bytes);
  }
}

function seenStack(sight: GdbSight, vcpu: VcpuRegisters): SeenStack | undefined {
  const found = sight.memory.find(
    ({ read, bytes }) =>
      typeof read.space === 'object' &&
      read.space.vcpu === vcpu.index &&
      vcpu.stackPointer >= read.address &&
      vcpu.stackPointer < read.address + BigInt(bytes.length),
  );
  if (found === undefined) return undefined;
  const { architecture, instructionPointer, stackPointer, framePointer } = vcpu;
  const registers = { architecture, instructionPointer, stackPointer, framePointer };
  return { ...registers, address: found.read.address, bytes: found.bytes };
}

function codeReads(
  vcpu: VcpuRegisters,
  seen: SeenStack | undefined,
  symbols: KernelSymbols | undefined,
): MemoryRead[] {
  if (seen === undefined || vcpu.architecture !== 'x86_64') return [];
  const addresses = new Set(findCandidates(seen, symbols).map(({ address }) => address));
  return [...addresses].slice(0, CODE_READS_EACH).map((address) => ({
    address: address - BigInt(CALL_BYTES),
    bytes: CALL_BYTES,
    space: { vcpu: vcpu.index },
  }));
}

/** The kernel's name in its own memory says whether the table is of this kernel and the address right. */
function bannerRead(sight: GdbSight, symbols: KernelSymbols | undefined): MemoryRead[] {
  const vcpu = sight.registers.find(isInKernel);
  const address = symbols?.bannerAddress;
  if (vcpu === undefined || address === undefined) return [];
  return [{ address, bytes: BANNER_BYTES, space: { vcpu: vcpu.index } }];
}

function isOtherKernel(sight: GdbSight, banner: readonly MemoryRead[], { target }: StepContext): boolean {
  const content = sight.memory.find(({ read }) => read.address === banner[0]?.address);
  // What could not be read says nothing.
  if (content === undefined || content.bytes.length < BANNER_BYTES) return false;
  const release = target.inventory()?.kernelRelease ?? '';
  return !Buffer.from(content.bytes).toString('latin1').startsWith(`Linux version ${release} `);
}

function toCpuStack(
  vcpu: VcpuRegisters,
  seen: SeenStack | undefined,
  code: GdbSight | undefined,
  symbols: KernelSymbols | undefined,
): CpuStack {
  const { index, instructionPointer, takesInterrupts } = vcpu;
  const base = { cpu: index, instructionPointer, takesInterrupts, isInKernel: isInKernel(vcpu) };
  if (!base.isInKernel) {
    const text = `user code at ${instructionPointer.toString(16)}`;
    return { ...base, frames: [{ address: instructionPointer, isSure: true, text }] };
  }
  if (seen === undefined) {
    const frames = [
      { address: instructionPointer, isSure: true, text: formatAddress(instructionPointer, symbols) },
    ];
    return { ...base, frames, problem: 'its stack moved on faster than it could be read' };
  }
  return { ...base, frames: framesOf(vcpu, seen, code, symbols) };
}

function framesOf(
  vcpu: VcpuRegisters,
  seen: SeenStack,
  code: GdbSight | undefined,
  symbols: KernelSymbols | undefined,
): StackFrame[] {
  if (vcpu.architecture === 'aarch64') return unwindByFrames(seen, symbols);
  const before = new Map(
    (code?.memory ?? []).map(({ read, bytes }) => [read.address + BigInt(CALL_BYTES), bytes] as const),
  );
  return unwindByScan(seen, findCandidates(seen, symbols), before, symbols);
}

/** The kernel has the upper half of the addresses. */
function isInKernel({ instructionPointer }: VcpuRegisters): boolean {
  return instructionPointer >> 63n === 1n;
}

function formatStack({ cpu, takesInterrupts, frames, problem }: CpuStack): string {
  const head = `vCPU ${cpu}, interrupts ${takesInterrupts ? 'on' : 'off'}${problem === undefined ? '' : ` (${problem})`}`;
  return `${[head, ...frames.map((frame) => `  ${formatFrame(frame)}`)].join('\n')}\n`;
}

function toEvidence(
  cpus: readonly CpuStack[],
  { findings }: StepContext,
  symbols: KernelSymbols | undefined,
): EvidenceStack[] {
  const [suspect] = findTurning(findings.samples);
  return cpus.map(({ cpu, takesInterrupts, frames, problem }) => ({
    title: `vCPU ${cpu}, interrupts ${takesInterrupts ? 'on' : 'off'}`,
    cpu,
    frames: frames.map(formatFrame),
    source: ['gdb', symbols?.from, problem].filter((each) => each !== undefined).join(', '),
    ...(suspect?.cpu === cpu && { suspect: true as const }),
  }));
}
