import { fromHex } from '#protocol/bytes/hex.ts';
import { encodePacket } from './packet.ts';
import { type Architecture, decodeRegisters, type VcpuRegisters } from './registers.ts';

/**
 * A whole conversation with a gdbstub, written before it begins, with its end: QEMU reads question after question and lets
 * the guest go at the last one, whatever has become of us. Pure.
 *
 * Nothing may follow the detach: the next byte would stop the guest again (QEMU gdbstub, gdb_read_byte).
 */
export interface GdbScript {
  readonly bytes: Uint8Array;
  /** How many packets come back. */
  readonly replies: number;
  /** More than that is no honest answer. */
  readonly replyBytesMax: number;
  readonly questions: readonly Question[];
}

/** Memory to read while the guest stands still. */
export interface MemoryRead {
  readonly address: bigint;
  readonly bytes: number;
  /** Physical addresses, or those of the code that a vCPU (0-based) is running. */
  readonly space: 'physical' | { readonly vcpu: number };
}

export interface MemoryContent {
  readonly read: MemoryRead;
  /** From the address on; shorter than asked for where memory could not be read. */
  readonly bytes: Uint8Array;
}

export interface ScriptPlan {
  readonly architecture: Architecture;
  /** How many vCPUs the machine has. */
  readonly vcpus: number;
  readonly memory?: readonly MemoryRead[];
  /** The guest runs before, and must run after. False for one that stood still already: it must stay so. */
  readonly resume: boolean;
}

export interface ScriptResult {
  readonly registers: readonly VcpuRegisters[];
  readonly memory: readonly MemoryContent[];
  /** Whether the stub confirmed that the guest runs again; true when that was not asked. */
  readonly isReleased: boolean;
}

type Question =
  | { readonly kind: 'other' }
  | { readonly kind: 'registers'; readonly vcpu: number }
  | { readonly kind: 'memory'; readonly read: number; readonly offset: number; readonly bytes: number }
  | { readonly kind: 'detach' };

/** What one `m` may ask for: QEMU answers two digits a byte in a packet of 4 KiB. */
const MEMORY_BYTES_EACH = 2048;
/** Some 25 ms of standing still under emulation; less with hardware. */
export const SCRIPT_MEMORY_BYTES_MAX = 1024 * 1024;
const VCPUS_MAX = 1024;
/** Of one vCPU's registers in hex with everything that QEMU may add to them (AVX-512 among it). */
const REGISTER_BYTES_MAX = 16 * 1024;

/** @throws Error when the plan asks for more than the limits allow: a mistake of ours, not of the guest */
export function planScript(plan: ScriptPlan): GdbScript {
  const memory = plan.memory ?? [];
  const memoryBytes = memory.reduce((total, read) => total + read.bytes, 0);
  if (memoryBytes > SCRIPT_MEMORY_BYTES_MAX)
    throw new Error(`more than ${SCRIPT_MEMORY_BYTES_MAX} bytes at once`);
  if (plan.vcpus < 1 || plan.vcpus > VCPUS_MAX) throw new Error(`not from 1 to ${VCPUS_MAX} vCPUs`);
  const packets: Uint8Array[] = [];
  const questions: Question[] = [];
  const ask = (text: string, question: Question = { kind: 'other' }): void => {
    packets.push(encodePacket(text));
    questions.push(question);
  };
  // The stub remembers both from whoever was there before, so both are set: thread ids as pX.Y, virtual addresses.
  ask('qSupported:multiprocess+');
  ask('Qqemu.PhyMemMode:0');
  for (let vcpu = 0; vcpu < plan.vcpus; vcpu += 1) {
    ask(`Hgp1.${(vcpu + 1).toString(16)}`);
    ask('g', { kind: 'registers', vcpu });
    askMemory(memory, (read) => typeof read.space === 'object' && read.space.vcpu === vcpu, ask);
  }
  if (memory.some((read) => read.space === 'physical')) {
    ask('Qqemu.PhyMemMode:1');
    askMemory(memory, (read) => read.space === 'physical', ask);
    ask('Qqemu.PhyMemMode:0');
  }
  if (plan.resume) ask('D;1', { kind: 'detach' });
  return {
    bytes: Buffer.concat(packets),
    questions,
    replies: questions.length,
    replyBytesMax: 64 * 1024 + plan.vcpus * REGISTER_BYTES_MAX + memoryBytes * 2 + questions.length * 64,
  };
}

function askMemory(
  memory: readonly MemoryRead[],
  isMeant: (read: MemoryRead) => boolean,
  ask: (text: string, question: Question) => void,
): void {
  for (const [index, read] of memory.entries()) {
    if (!isMeant(read)) continue;
    for (let offset = 0; offset < read.bytes; offset += MEMORY_BYTES_EACH) {
      const bytes = Math.min(MEMORY_BYTES_EACH, read.bytes - offset);
      const address = BigInt.asUintN(64, read.address + BigInt(offset));
      ask(`m${address.toString(16)},${bytes.toString(16)}`, { kind: 'memory', read: index, offset, bytes });
    }
  }
}

/** A packet that answers nothing: the stub says by itself that the guest stopped. */
export function isStopReply(packet: Uint8Array): boolean {
  return /^[TSWX][0-9a-f]{2}/u.test(Buffer.from(packet.subarray(0, 3)).toString('latin1'));
}

/** @param replies the packets that came, without stop replies; fewer than asked for when the stub went away */
export function readScript(
  plan: ScriptPlan,
  script: GdbScript,
  replies: readonly Uint8Array[],
): ScriptResult {
  const registers: VcpuRegisters[] = [];
  const parts = (plan.memory ?? []).map((): Uint8Array[] => []);
  /** Memory ends where a part is missing. */
  const lengths = parts.map(() => 0);
  let isReleased = !plan.resume;
  for (const [at, question] of script.questions.entries()) {
    const reply = replies[at];
    if (reply === undefined) break;
    if (question.kind === 'registers') {
      const decoded = decodeRegisters(question.vcpu, plan.architecture, reply);
      if (decoded !== undefined) registers.push(decoded);
    } else if (question.kind === 'memory') {
      const bytes = fromHex(Buffer.from(reply).toString('latin1'));
      if (bytes?.length === question.bytes && lengths[question.read] === question.offset) {
        parts[question.read]?.push(bytes);
        lengths[question.read] = question.offset + bytes.length;
      }
    } else if (question.kind === 'detach') isReleased = Buffer.from(reply).toString('latin1') === 'OK';
  }
  const memory = (plan.memory ?? []).map((read, at) => ({ read, bytes: Buffer.concat(parts[at] ?? []) }));
  return { registers, memory, isReleased };
}
