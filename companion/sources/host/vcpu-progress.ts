import type { Signal } from '../../ladder/signal.ts';

/** One vCPU at one moment, from outside. Either half may be missing. */
export interface VcpuSample {
  /** Host's monotonic clock, microseconds. */
  readonly atUs: number;
  /** The host's thread that runs it. */
  readonly thread?: {
    /** As in /proc/PID/stat. */
    readonly state: string;
    readonly cpuTimeUs: number;
    /** Time that it was ready and no CPU of the host was free. */
    readonly waitedUs?: number;
    readonly wchan?: string;
  };
  readonly registers?: {
    readonly instructionPointer: bigint;
    /** 0 is the kernel. */
    readonly privilege: number;
    readonly isHalted: boolean;
    readonly takesInterrupts: boolean;
  };
}

/** What the samples of one vCPU say. */
export interface VcpuProgress {
  readonly index: number;
  readonly kind: /** It executed code of the guest. */
    | 'runs'
    /** It executed nothing, and nothing says that it should have. */
    | 'idle'
    /** The host gave it no CPU. */
    | 'starved'
    /** The host does not let its thread go on. */
    | 'stuck'
    /** It executes kernel code and took no interrupt in any sample. */
    | 'locked'
    /** It waits for an interrupt that it does not take. */
    | 'halted'
    /** Too few samples. */
    | 'unknown';
  /** One line for people. */
  readonly reason: string;
  /** It executes the same page of kernel code in every sample, and does take interrupts: a soft lockup, or work that looks like one. */
  readonly circles?: true;
}

/** For a claim that something does not go on: this many samples over this time. A healthy kernel has its interrupts off for microseconds. */
const SAMPLES_MIN = 5;
const SPAN_US_MIN = 8_000_000;
/** A vCPU that spins uses its CPU; one that is sampled by chance in a short section without interrupts does not. */
const BUSY_SHARE = 0.5;
const STARVED_SHARE = 0.8;
/** Code that turns in circles stays in a function or two. */
const CIRCLE_BYTES = 4096n;
/** Linux looks after its clocks at least every few seconds (watchdog, clocksource, workqueues). */
const SILENT_US_MIN = 20_000_000;

/** @param samples oldest first, of one vCPU of a VM that was running all the time. Pure. */
export function judgeVcpu(index: number, samples: readonly VcpuSample[]): VcpuProgress {
  const told = (kind: VcpuProgress['kind'], text: string): VcpuProgress => ({
    index,
    kind,
    reason: `vCPU ${index} ${text}`,
  });
  const spanUs = (samples.at(-1)?.atUs ?? 0) - (samples[0]?.atUs ?? 0);
  if (samples.length < 2) return told('unknown', 'was looked at too few times');
  const isLong = samples.length >= SAMPLES_MIN && spanUs >= SPAN_US_MIN;
  const seconds = `${Math.round(spanUs / 1_000_000)} s`;
  const stuck = isLong ? stuckReason(samples) : undefined;
  if (stuck !== undefined) return told('stuck', `${stuck} for ${seconds}`);
  const cpuUs = gained(samples, (thread) => thread.cpuTimeUs);
  const locked = lockedReason(samples);
  if (locked !== undefined) return told(locked.kind, locked.text);
  if (isLong && isCircling(samples)) {
    return { ...told('runs', `turns ${placeOf(registersOf(samples))} for ${seconds}`), circles: true };
  }
  if (cpuUs !== undefined && cpuUs > 0) return told('runs', `used ${formatMs(cpuUs)} of CPU in ${seconds}`);
  if (cpuUs === undefined) return judgeByRegisters(samples, told);
  const waitedUs = gained(samples, (thread) => thread.waitedUs);
  // Clock ticks are too coarse for a guest that sleeps: only the scheduler's own count can say that it was nothing.
  if (waitedUs === undefined) return told('unknown', `used less than a clock tick of CPU in ${seconds}`);
  if (waitedUs > STARVED_SHARE * spanUs) return told('starved', `waits for a CPU of the host for ${seconds}`);
  return told('idle', `used no CPU in ${seconds}`);
}

function judgeByRegisters(
  samples: readonly VcpuSample[],
  told: (kind: VcpuProgress['kind'], text: string) => VcpuProgress,
): VcpuProgress {
  const pointers = new Set(samples.flatMap(({ registers }) => registers?.instructionPointer ?? []));
  return pointers.size > 1
    ? told('runs', 'was seen at different places of its code')
    : told('unknown', 'was seen at no two places of its code');
}

/** The thread itself cannot go on, in all samples. */
function stuckReason(samples: readonly VcpuSample[]): string | undefined {
  const states = new Set(samples.map(({ thread }) => thread?.state));
  const [state] = states;
  if (states.size !== 1 || state === undefined) return undefined;
  const wchan = samples.at(-1)?.thread?.wchan;
  if (state === 'D') return `waits in the host's kernel${wchan === undefined ? '' : ` (${wchan})`}`;
  if (state === 'T' || state === 't') return 'has a stopped thread';
  return state === 'Z' || state === 'X' ? 'has an ended thread' : undefined;
}

/** The newest samples that are all deaf count: what was seen before it locked up says nothing of now. */
function lockedReason(
  all: readonly VcpuSample[],
): { readonly kind: 'locked' | 'halted'; readonly text: string } | undefined {
  const samples = all.slice(all.findLastIndex((sample) => !isDeaf(sample)) + 1);
  const spanUs = spanOf(samples);
  if (samples.length < SAMPLES_MIN || spanUs < SPAN_US_MIN) return undefined;
  const registers = registersOf(samples);
  const seconds = `${Math.round(spanUs / 1_000_000)} s`;
  if (registers.every(({ isHalted }) => isHalted)) {
    return { kind: 'halted', text: `is halted with interrupts off for ${seconds}` };
  }
  // Firmware and boot loaders poll with interrupts off; only code in the kernel's half of the addresses is Linux.
  if (!registers.every(isKernelCode) || !isBusy(samples)) return undefined;
  return { kind: 'locked', text: `turns with interrupts off ${placeOf(registers)} for ${seconds}` };
}

function isDeaf({ registers }: VcpuSample): boolean {
  return registers !== undefined && !registers.takesInterrupts && registers.privilege === 0;
}

/** In the same page of the kernel in every sample, and busy. */
function isCircling(samples: readonly VcpuSample[]): boolean {
  const registers = registersOf(samples);
  if (registers.length < samples.length || !registers.every(isKernelCode)) return false;
  if (registers.some(({ isHalted, privilege }) => isHalted || privilege !== 0)) return false;
  const pointers = registers.map(({ instructionPointer }) => instructionPointer).toSorted(compare);
  return (pointers.at(-1) ?? 0n) - (pointers[0] ?? 0n) < CIRCLE_BYTES && isBusy(samples);
}

/** A vCPU that spins uses its CPU, or waits for one of a host that has none free. */
function isBusy(samples: readonly VcpuSample[]): boolean {
  const usedUs = gained(samples, (thread) => thread.cpuTimeUs);
  const waitedUs = gained(samples, (thread) => thread.waitedUs) ?? 0;
  return usedUs === undefined || (usedUs > 0 && usedUs + waitedUs >= BUSY_SHARE * spanOf(samples));
}

type Registers = NonNullable<VcpuSample['registers']>;

function registersOf(samples: readonly VcpuSample[]): Registers[] {
  return samples.flatMap(({ registers }) => registers ?? []);
}

function isKernelCode({ instructionPointer }: Registers): boolean {
  return instructionPointer >> 63n === 1n;
}

function spanOf(samples: readonly VcpuSample[]): number {
  return (samples.at(-1)?.atUs ?? 0) - (samples[0]?.atUs ?? 0);
}

function placeOf(registers: readonly { readonly instructionPointer: bigint }[]): string {
  const pointers = registers.map(({ instructionPointer }) => instructionPointer);
  const [low = 0n, high = low] = [pointers.toSorted(compare)[0], pointers.toSorted(compare).at(-1)];
  const hex = (address: bigint): string => address.toString(16);
  if (low === high) return `at ${hex(low)}`;
  return high - low < CIRCLE_BYTES ? `around ${hex(low)}` : `between ${hex(low)} and ${hex(high)}`;
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : Number(one > other);
}

function gained(
  samples: readonly VcpuSample[],
  of: (thread: NonNullable<VcpuSample['thread']>) => number | undefined,
): number | undefined {
  const values = samples.flatMap(({ thread }) => (thread === undefined ? [] : (of(thread) ?? [])));
  const [first] = values;
  const last = values.at(-1);
  return values.length < 2 || first === undefined || last === undefined
    ? undefined
    : Math.max(0, last - first);
}

function formatMs(us: number): string {
  return us < 10_000 ? `${(us / 1000).toFixed(1)} ms` : `${Math.round(us / 1000)} ms`;
}

/**
 * Begins the id of a signal that is no suspicion by itself: a guest that copies much looks the same. It only confirms what the guest's own watchdog
 * says of that CPU.
 */
export const CIRCLE = 'vcpu.circle:';

/**
 * What all vCPUs together say: `vcpu.progress` whether the host executes them, `vcpu.lockup` whether the guest's kernel
 * makes use of them. Pure.
 *
 * @param o.spanUs the time that the samples cover
 */
export function vcpuSignals(
  vcpus: readonly VcpuProgress[],
  o: { readonly ageMs: number; readonly spanUs: number },
): Signal[] {
  if (vcpus.length === 0) return [];
  const progress = { id: 'vcpu.progress', source: 'host', rung: 'vcpu', ageMs: o.ageMs } as const;
  const lockup = { id: 'vcpu.lockup', source: 'qmp', rung: 'kernel', ageMs: o.ageMs } as const;
  const of = (kind: VcpuProgress['kind']): readonly VcpuProgress[] =>
    vcpus.filter((vcpu) => vcpu.kind === kind);
  const [locked] = of('locked');
  const [running] = of('runs');
  const [stuck] = of('stuck');
  const signals: Signal[] = [];
  if (locked !== undefined && of('locked').length === vcpus.length) {
    signals.push({ ...lockup, state: 'dead', reason: locked.reason });
  } else if (locked !== undefined) {
    for (const { index, reason } of of('locked')) {
      signals.push({ ...lockup, id: `${lockup.id}:cpu${index}`, part: `cpu${index}`, state: 'dead', reason });
    }
  } else if (of('halted').length === vcpus.length) {
    signals.push({ ...lockup, state: 'dead', reason: 'every vCPU is halted with interrupts off' });
  } else if (of('idle').length === vcpus.length && o.spanUs >= SILENT_US_MIN) {
    const reason = `no vCPU executed anything in ${Math.round(o.spanUs / 1_000_000)} s`;
    signals.push({ ...lockup, source: 'host', state: 'dead', reason });
  }
  for (const { index, reason } of vcpus.filter(({ circles }) => circles)) {
    signals.push({ ...lockup, id: `${CIRCLE}cpu${index}`, part: `cpu${index}`, state: 'dead', reason });
  }
  if (stuck !== undefined) signals.push({ ...progress, state: 'dead', reason: stuck.reason });
  else if (running !== undefined) signals.push({ ...progress, state: 'alive', reason: running.reason });
  // A kernel that spins is executed all the same: what is wrong is higher up.
  else if (locked !== undefined) signals.push({ ...progress, state: 'alive', reason: locked.reason });
  else signals.push({ ...progress, state: 'unknown', reason: vcpus[0]?.reason ?? 'no vCPU was looked at' });
  return signals;
}
