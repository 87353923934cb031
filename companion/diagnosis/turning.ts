import type { CpuSample } from '../sources/qmp/cpu-registers.ts';

/** A vCPU that was in the kernel's code at nearly one place in every look. */
export interface TurningCpu {
  readonly cpu: number;
  readonly looks: number;
  /** In none of them it took interrupts. */
  readonly isLocked: boolean;
  /** Its last place. */
  readonly instructionPointer: bigint;
}

/** Fewer looks say nothing. */
const LOOKS_MIN = 4;
/** Code that turns in circles stays in a function or two. */
const CIRCLE_BYTES = 4096n;

/**
 * vCPUs that turn, those with interrupts off first: a healthy kernel has them off for microseconds, so never in every look. Pure.
 * @param looks registers of all vCPUs, look after look
 */
export function findTurning(looks: readonly (readonly CpuSample[])[]): TurningCpu[] {
  const byCpu = new Map<number, CpuSample[]>();
  for (const sample of looks.flat()) byCpu.set(sample.index, [...(byCpu.get(sample.index) ?? []), sample]);
  return [...byCpu.values()]
    .flatMap((samples) => judge(samples) ?? [])
    .toSorted((a, b) => Number(b.isLocked) - Number(a.isLocked) || a.cpu - b.cpu);
}

function judge(samples: readonly CpuSample[]): TurningCpu | undefined {
  const last = samples.at(-1);
  if (last === undefined || samples.length < LOOKS_MIN) return undefined;
  const isInKernel = samples.every(
    ({ privilege, isHalted, instructionPointer }) =>
      privilege === 0 && !isHalted && instructionPointer >> 63n === 1n,
  );
  if (!isInKernel) return undefined;
  const isLocked = samples.every(({ takesInterrupts }) => !takesInterrupts);
  const pointers = samples.map(({ instructionPointer }) => instructionPointer).toSorted(compare);
  const isCircle = (pointers.at(-1) ?? 0n) - (pointers[0] ?? 0n) < CIRCLE_BYTES;
  if (!isLocked && !isCircle) return undefined;
  return { cpu: last.index, looks: samples.length, isLocked, instructionPointer: last.instructionPointer };
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : Number(one > other);
}
