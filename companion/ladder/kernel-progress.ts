import { formatDuration } from '../output/quantities.ts';
import type { CpuSample } from '../sources/qmp/cpu-registers.ts';
import type { Signal } from './signal.ts';

/** Registers of all vCPUs at one moment. */
export interface CpuMoment {
  /** Host's monotonic clock. */
  readonly atMs: number;
  readonly cpus: readonly CpuSample[];
}

/** A CPU may hold interrupts off for milliseconds; to be seen so this often, for so long, takes a lockup. */
const DEAF_SAMPLES_MIN = 4;
const DEAF_MS_MIN = 3000;

/** A kernel that works hard is seen leaving itself now and then. */
const BUSY_SAMPLES_MIN = 10;
const BUSY_MS_MIN = 9000;

/** - `turns`: was seen in two different contexts; `deaf`: in the kernel with interrupts off, always; `busy`: in the kernel and never idle, always; `stopped`: halted with interrupts off */
type CpuLife = 'turns' | 'deaf' | 'busy' | 'stopped' | 'unclear';

/**
 * Whether the guest's kernel moves, by registers sampled from outside: what a lockup looks like where the guest has no
 * word in it. For x86-64.
 * @param moments oldest first, of one stretch in which the VM ran
 * @param source by which way they were sampled
 */
export function kernelProgress(
  moments: readonly CpuMoment[],
  o: { readonly nowMs: number; readonly source: 'qmp' | 'gdb' },
): Signal[] {
  const first = moments[0];
  const last = moments.at(-1);
  if (first === undefined || last === undefined) return [];
  const forMs = last.atMs - first.atMs;
  const cpus = last.cpus.map(({ index }) => {
    const samples = moments.flatMap((moment) => moment.cpus.filter((cpu) => cpu.index === index));
    return { index, life: judgeCpu(samples, forMs), samples: samples.length };
  });
  const base = { source: o.source, rung: 'kernel', ageMs: Math.max(0, o.nowMs - last.atMs) } as const;
  const stuck = cpus.filter(({ life }) => life === 'deaf' || life === 'busy');
  const running = cpus.filter(({ life }) => life !== 'stopped');
  const seen = `in ${moments.length} samples over ${formatDuration(forMs)}`;
  if (running.length === 0 && cpus.length > 0) {
    return [{ ...base, id: 'vcpu.kernel', state: 'dead', reason: `every CPU is halted for good ${seen}` }];
  }
  if (stuck.length > 0 && stuck.length === running.length) {
    const how = stuck.every(({ life }) => life === 'deaf') ? 'with interrupts off' : 'and never idle';
    const reason = `every CPU that runs is in the kernel ${how} ${seen}`;
    return [{ ...base, id: 'vcpu.kernel', state: 'dead', reason }];
  }
  const parts = stuck.map(({ index, life }): Signal => {
    const how = life === 'deaf' ? 'with interrupts off' : 'and never idle';
    const reason = `CPU ${index} is in the kernel ${how} ${seen}`;
    return { ...base, id: `vcpu.kernel:cpu${index}`, state: 'dead', reason, part: `cpu${index}` };
  });
  const turning = cpus.filter(({ life }) => life === 'turns').map(({ index }) => index);
  if (turning.length === 0) {
    return [
      ...parts,
      { ...base, id: 'vcpu.kernel', state: 'unknown', reason: `too little was seen of the CPUs ${seen}` },
    ];
  }
  const reason = `CPU ${turning.join(', ')} switches between tasks or to idle and back ${seen}`;
  return [...parts, { ...base, id: 'vcpu.kernel', state: 'alive', reason }];
}

function judgeCpu(samples: readonly CpuSample[], forMs: number): CpuLife {
  const isAlways = (what: (sample: CpuSample) => boolean): boolean =>
    samples.length >= DEAF_SAMPLES_MIN && forMs >= DEAF_MS_MIN && samples.every(what);
  const isKernel = (sample: CpuSample): boolean => sample.privilege === 0;
  if (isAlways((sample) => isKernel(sample) && !sample.takesInterrupts)) {
    return samples.every(({ isHalted }) => isHalted) ? 'stopped' : 'deaf';
  }
  const isLong = samples.length >= BUSY_SAMPLES_MIN && forMs >= BUSY_MS_MIN;
  if (isLong && isAlways((sample) => isKernel(sample) && !sample.isHalted)) return 'busy';
  const contexts = new Set(samples.map((sample) => `${sample.privilege}/${sample.isHalted}`));
  return contexts.size > 1 ? 'turns' : 'unclear';
}
