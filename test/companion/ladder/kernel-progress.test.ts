import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CpuMoment, kernelProgress } from '#companion/ladder/kernel-progress.ts';
import type { CpuSample } from '#companion/sources/qmp/cpu-registers.ts';

type Context = 'user' | 'idle' | 'kernel' | 'deaf' | 'stopped';

function sample(index: number, context: Context): CpuSample {
  return {
    index,
    instructionPointer: 0xffff_ffff_8100_0000n,
    stackPointer: 0n,
    flags: 0n,
    privilege: context === 'user' ? 3 : 0,
    isHalted: context === 'idle' || context === 'stopped',
    takesInterrupts: context !== 'deaf' && context !== 'stopped',
    cr3: 0n,
  };
}

/** One moment a second; what each CPU does, by the second. */
function moments(seconds: number, ...cpus: readonly ((second: number) => Context)[]): CpuMoment[] {
  return Array.from({ length: seconds + 1 }, (_, second) => ({
    atMs: second * 1000,
    cpus: cpus.map((context, index) => sample(index, context(second))),
  }));
}

const always = (context: Context) => (): Context => context;
const busyGuest = (second: number): Context => (second % 3 === 0 ? 'kernel' : 'user');

function progress(all: readonly CpuMoment[]): [string, string, string | undefined][] {
  const nowMs = (all.at(-1)?.atMs ?? 0) + 500;
  return kernelProgress(all, { nowMs, source: 'qmp' }).map(({ id, state, part }) => [id, state, part]);
}

describe('the kernel seen by registers from outside', () => {
  it('is alive when a CPU is seen in two contexts', () => {
    assert.deepEqual(progress(moments(5, busyGuest, always('idle'))), [['vcpu.kernel', 'alive', undefined]]);
  });

  it('tells nothing by a CPU that is always idle, or by one moment', () => {
    assert.deepEqual(progress(moments(20, always('idle'))), [['vcpu.kernel', 'unknown', undefined]]);
    assert.deepEqual(progress(moments(0, always('deaf'))), [['vcpu.kernel', 'unknown', undefined]]);
    assert.deepEqual(progress([]), []);
  });

  it('is dead when every CPU is in it with interrupts off for seconds', () => {
    assert.deepEqual(progress(moments(2, always('deaf'))), [['vcpu.kernel', 'unknown', undefined]]);
    assert.deepEqual(progress(moments(4, always('deaf'), always('deaf'))), [
      ['vcpu.kernel', 'dead', undefined],
    ]);
  });

  it('is dead after a panic: one CPU loops, the others are halted for good', () => {
    assert.deepEqual(progress(moments(10, always('kernel'), always('stopped'))), [
      ['vcpu.kernel', 'dead', undefined],
    ]);
    assert.deepEqual(progress(moments(4, always('stopped'))), [['vcpu.kernel', 'dead', undefined]]);
  });

  it('is dead in part when one CPU of two never leaves it', () => {
    assert.deepEqual(progress(moments(10, busyGuest, always('kernel'))), [
      ['vcpu.kernel:cpu1', 'dead', 'cpu1'],
      ['vcpu.kernel', 'alive', undefined],
    ]);
  });

  it('is not dead because it works hard for a few seconds', () => {
    assert.deepEqual(progress(moments(8, always('kernel'))), [['vcpu.kernel', 'unknown', undefined]]);
  });
});
