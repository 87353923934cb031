import type { Signal } from '../../ladder/signal.ts';
import { judgeVcpu, type VcpuProgress, type VcpuSample, vcpuSignals } from './vcpu-progress.ts';

/** Enough for a lockup to show at one sample in five seconds, and soon forgotten. */
const WINDOW_US = 30_000_000;
const SAMPLES_MAX = 64;
const VCPUS_MAX = 1024;

/** Samples of all vCPUs of a VM over the last half minute. Pure; time comes with the samples. */
export class VcpuWatch {
  readonly #samples = new Map<number, VcpuSample[]>();

  /** @param samples of one moment, by the index of the vCPU */
  add(samples: ReadonlyMap<number, VcpuSample>): void {
    for (const index of this.#samples.keys()) if (!samples.has(index)) this.#samples.delete(index);
    for (const [index, sample] of samples) {
      if (index >= VCPUS_MAX) continue;
      const kept = (this.#samples.get(index) ?? []).filter(({ atUs }) => sample.atUs - atUs <= WINDOW_US);
      this.#samples.set(index, [...kept, sample].slice(-SAMPLES_MAX));
    }
  }

  /** The VM stood still, or is another one: what was seen before says nothing of what comes. */
  clear(): void {
    this.#samples.clear();
  }

  judge(): VcpuProgress[] {
    return [...this.#samples].map(([index, samples]) => judgeVcpu(index, samples));
  }

  signals(nowUs: number): Signal[] {
    let firstUs = Number.POSITIVE_INFINITY;
    let lastUs = 0;
    for (const samples of this.#samples.values()) {
      firstUs = Math.min(firstUs, samples[0]?.atUs ?? firstUs);
      lastUs = Math.max(lastUs, samples.at(-1)?.atUs ?? lastUs);
    }
    // Old samples say nothing of now.
    if (nowUs - lastUs > WINDOW_US) return [];
    const ageMs = Math.max(0, Math.round((nowUs - lastUs) / 1000));
    return vcpuSignals(this.judge(), { ageMs, spanUs: Math.max(0, lastUs - firstUs) });
  }
}
