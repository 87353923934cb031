import { resume } from '../qmp/actions.ts';
import type { QmpPort } from '../qmp/qmp-port.ts';
import { queryCpus, queryStatus } from '../qmp/queries.ts';
import { classifyRunState } from '../qmp/run-state.ts';
import type { GdbExchange, GdbFailure } from './exchange.ts';
import type { GdbOptions } from './options.ts';
import { qmpExchange } from './qmp-exchange.ts';
import { architectureOf, type VcpuRegisters } from './registers.ts';
import { type MemoryContent, type MemoryRead, planScript, readScript, type ScriptPlan } from './script.ts';

const DEADLINE_MS = 5000;
/** Linux kernel stacks on x86-64 and arm64 are 16 KiB, aligned to their size. */
const STACK_BYTES = 16_384;
const STACKS_MAX = 32;
/** Stacks are read where the pointers stood a moment before; this often it is tried to find them still there. */
const STACK_TRIES = 6;

/** What was seen of a machine that stood still for a moment. */
export interface GdbSight {
  readonly ok: true;
  readonly registers: readonly VcpuRegisters[];
  readonly memory: readonly MemoryContent[];
  /** The guest ran before and runs again; false: it stood still before and still does. */
  readonly isRunning: boolean;
}

export interface GdbLook {
  readonly memory?: readonly MemoryRead[];
  /** Default 5,000 for everything. */
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
}

/** QEMU's gdb stub as a source: looks when asked to, and is never attached between looks. */
export interface GdbSource {
  /** Registers of every vCPU, and memory at the same moment. The guest stands still for some milliseconds. */
  look(o?: GdbLook): Promise<GdbSight | GdbFailure>;
  /** The same with the stack of each vCPU that is in the kernel: from the stack pointer's 16 KiB frame. */
  lookAtStacks(o?: GdbLook): Promise<GdbSight | GdbFailure>;
  counters(): Readonly<Record<string, number>>;
}

export interface GdbSourceContext {
  readonly qmp: QmpPort;
  readonly qmpSocket: string;
  /** Milliseconds since 1970. */
  readonly wallMs: () => number;
}

export function createGdbSource(options: GdbOptions, context: GdbSourceContext): GdbSource {
  return new StubSource(context.qmp, qmpExchange({ ...context, ...options }));
}

class StubSource implements GdbSource {
  readonly #qmp: QmpPort;
  readonly #exchange: GdbExchange;
  readonly #counters = { looks: 0, failed: 0, invalid: 0, resumed: 0 };
  #last: Promise<unknown> = Promise.resolve();

  constructor(qmp: QmpPort, exchange: GdbExchange) {
    this.#qmp = qmp;
    this.#exchange = exchange;
  }

  counters(): Readonly<Record<string, number>> {
    return { ...this.#counters };
  }

  look(o: GdbLook = {}): Promise<GdbSight | GdbFailure> {
    // QEMU has one stub: who comes second waits.
    const turn = this.#last.then(() => this.#lookNow(o));
    this.#last = turn;
    return turn;
  }

  async lookAtStacks(o: GdbLook = {}): Promise<GdbSight | GdbFailure> {
    let sight = await this.look(o);
    let stacks: readonly MemoryRead[] = [];
    for (let tries = 0; sight.ok && tries < STACK_TRIES; tries += 1) {
      const wanted = sight.registers.flatMap(stackOf);
      // A guest that went on to other stacks is looked at again, also where it was before; one that hangs is right at once.
      if (wanted.every((read) => holds(sight, read))) return sight;
      stacks = [...wanted, ...stacks.filter((old) => !wanted.some((read) => isSame(old, read)))].slice(
        0,
        STACKS_MAX,
      );
      sight = await this.look({ ...o, memory: [...(o.memory ?? []), ...stacks] });
    }
    return sight;
  }

  async #lookNow(o: GdbLook): Promise<GdbSight | GdbFailure> {
    this.#counters.looks += 1;
    const result = await this.#tryLook(o);
    if (!result.ok) {
      this.#counters.failed += 1;
      if (result.problem === 'invalid') this.#counters.invalid += 1;
    }
    return result;
  }

  async #tryLook(o: GdbLook): Promise<GdbSight | GdbFailure> {
    const given = o.signal === undefined ? {} : { signal: o.signal };
    const cpus = await queryCpus(this.#qmp, given);
    if (!cpus.ok) return { ok: false, problem: cpus.problem, detail: cpus.detail };
    const architecture = architectureOf(cpus.value[0]?.target ?? '');
    if (architecture === undefined) {
      return {
        ok: false,
        problem: 'refused',
        detail: `no registers are known for ${cpus.value[0]?.target ?? '?'}`,
      };
    }
    // Asked last, so that a person who pauses the VM has little time to do it unseen: a detach lets it run.
    const status = await queryStatus(this.#qmp, given);
    if (!status.ok) return { ok: false, problem: status.problem, detail: status.detail };
    const isRunning = status.value.status === 'running';
    if (!isRunning && !mayLook(status.value.status)) {
      return { ok: false, problem: 'busy', detail: `the VM is in run state ${status.value.status}` };
    }
    const plan: ScriptPlan = {
      architecture,
      vcpus: cpus.value.length,
      memory: o.memory ?? [],
      resume: isRunning,
    };
    return this.#exchangePlan(plan, o);
  }

  async #exchangePlan(plan: ScriptPlan, o: GdbLook): Promise<GdbSight | GdbFailure> {
    const script = planScript(plan);
    const exchanged = await this.#exchange(script, {
      deadlineMs: o.deadlineMs ?? DEADLINE_MS,
      signal: o.signal ?? new AbortController().signal,
    });
    const result = exchanged.ok ? readScript(plan, script, exchanged.replies) : undefined;
    // As long as no stub was opened nobody was stopped.
    const isOpened = exchanged.ok || (exchanged.problem !== 'busy' && exchanged.problem !== 'refused');
    if (plan.resume && isOpened && result?.isReleased !== true) await this.#release();
    if (!exchanged.ok) return exchanged;
    if (result === undefined || result.registers.length === 0) {
      return { ok: false, problem: 'invalid', detail: 'the gdb stub told no registers' };
    }
    return { ok: true, registers: result.registers, memory: result.memory, isRunning: plan.resume };
  }

  /** The stub did not confirm that the guest runs: it is looked at, and if it stands still it was us. */
  async #release(): Promise<void> {
    const status = await queryStatus(this.#qmp);
    if (!status.ok || status.value.status !== 'paused') return;
    this.#counters.resumed += 1;
    await resume(this.#qmp);
  }
}

/** Not while QEMU moves or saves the machine, or before it ever ran. */
function mayLook(state: string): boolean {
  const found = classifyRunState(state);
  if (found.kind === 'broken') return true;
  return found.kind === 'suppressed' && ['paused', 'guest-shutdown', 'guest-suspended'].includes(found.by);
}

function stackOf(vcpu: VcpuRegisters): MemoryRead[] {
  // The kernel has the upper half of the addresses; a program's stack would tell nothing without its code.
  if (vcpu.stackPointer >> 63n === 0n || vcpu.instructionPointer >> 63n === 0n) return [];
  const address = vcpu.stackPointer & ~BigInt(STACK_BYTES - 1);
  return [{ address, bytes: STACK_BYTES, space: { vcpu: vcpu.index } }];
}

function holds(sight: GdbSight | GdbFailure, wanted: MemoryRead): boolean {
  return sight.ok && sight.memory.some(({ read }) => isSame(read, wanted));
}

function isSame(one: MemoryRead, other: MemoryRead): boolean {
  if (typeof one.space !== 'object' || typeof other.space !== 'object') return false;
  return one.address === other.address && one.space.vcpu === other.space.vcpu;
}
