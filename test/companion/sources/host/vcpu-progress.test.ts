import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { judgeVcpu, type VcpuSample, vcpuSignals } from '#companion/sources/host/vcpu-progress.ts';
import { VcpuWatch } from '#companion/sources/host/vcpu-watch.ts';

const KERNEL = 0xffff_ffff_8100_0000n;

interface Shape {
  /** CPU time gained from sample to sample, of the 5 s between them. */
  readonly cpuMs?: number;
  readonly waitMs?: number;
  readonly state?: string;
  readonly pointer?: (at: number) => bigint;
  readonly interrupts?: (at: number) => boolean;
  readonly halted?: boolean;
  readonly privilege?: number;
  readonly registers?: boolean;
  readonly schedstat?: boolean;
  readonly count?: number;
}

function samplesOf(shape: Shape): VcpuSample[] {
  return Array.from({ length: shape.count ?? 6 }, (_, at) => ({
    atUs: at * 5_000_000,
    thread: {
      state: shape.state ?? 'S',
      cpuTimeUs: 1_000_000 + at * (shape.cpuMs ?? 0) * 1000,
      ...(shape.schedstat !== false && { waitedUs: at * (shape.waitMs ?? 0) * 1000 }),
      ...(shape.state === 'D' && { wchan: 'io_schedule' }),
    },
    ...(shape.registers !== false && {
      registers: {
        instructionPointer: shape.pointer?.(at) ?? KERNEL,
        privilege: shape.privilege ?? 0,
        isHalted: shape.halted ?? false,
        takesInterrupts: shape.interrupts?.(at) ?? true,
      },
    }),
  }));
}

const off = (): boolean => false;

const TABLE: readonly (readonly [string, Shape, string])[] = [
  ['an idle guest that wakes up now and then', { cpuMs: 3, halted: true }, 'runs'],
  ['a busy guest', { cpuMs: 4990, pointer: (at) => BigInt(at) * 77n, privilege: 3 }, 'runs'],
  ['a guest that has not run for a while', { cpuMs: 0, halted: true }, 'idle'],
  ['the same on a host without schedstat', { cpuMs: 0, halted: true, schedstat: false }, 'unknown'],
  ['a guest that gets no CPU of the host', { cpuMs: 0, waitMs: 4900, state: 'R' }, 'starved'],
  ['a thread in the host kernel', { cpuMs: 0, state: 'D' }, 'stuck'],
  ['a stopped thread', { cpuMs: 0, state: 'T' }, 'stuck'],
  ['a hard lockup', { cpuMs: 4990, interrupts: off }, 'locked'],
  [
    'a hard lockup in a delay loop',
    { cpuMs: 4990, interrupts: off, pointer: (at) => KERNEL + BigInt(at % 2) * 0x40_0000n },
    'locked',
  ],
  ['one sample with interrupts on', { cpuMs: 4990, interrupts: (at) => at === 3 }, 'runs'],
  ['a soft lockup', { cpuMs: 4990 }, 'runs'],
  ['too few samples for a lockup', { cpuMs: 4990, interrupts: off, count: 4 }, 'runs'],
  ['a boot loader that polls', { cpuMs: 4990, interrupts: off, pointer: () => 0x7c00n }, 'runs'],
  ['short sections without interrupts, always hit', { cpuMs: 20, interrupts: off }, 'runs'],
  ['a vCPU that was taken offline', { cpuMs: 0, interrupts: off, halted: true }, 'halted'],
  [
    'a program with interrupts off',
    { cpuMs: 4990, interrupts: off, privilege: 3, pointer: () => 0x400000n },
    'runs',
  ],
  ['one sample', { cpuMs: 5000, count: 1 }, 'unknown'],
  ['no sample', { count: 0 }, 'unknown'],
  ['no registers, a thread that runs', { cpuMs: 10, registers: false }, 'runs'],
];

for (const [name, shape, kind] of TABLE) {
  test(`${name}: ${kind}`, () => {
    const found = judgeVcpu(1, samplesOf(shape));
    assert.equal(found.kind, kind, found.reason);
    assert.match(found.reason, /^vCPU 1 [ -~]+$/u);
  });
}

test('a lockup is told with the place where it turns', () => {
  const reason = judgeVcpu(1, samplesOf({ cpuMs: 5000, interrupts: off })).reason;
  assert.equal(reason, 'vCPU 1 turns with interrupts off at ffffffff81000000 for 25 s');
});

const states = (shapes: readonly Shape[], spanUs = 25_000_000): string[] =>
  vcpuSignals(
    shapes.map((shape, index) => judgeVcpu(index, samplesOf(shape))),
    { ageMs: 0, spanUs },
  ).map(({ id, rung, state }) => `${id} ${rung} ${state}`);

test('healthy vCPUs speak alive for their rung only', () => {
  assert.deepEqual(
    states([
      { cpuMs: 3, halted: true },
      { cpuMs: 0, halted: true },
    ]),
    ['vcpu.progress vcpu alive'],
  );
});

test('one locked vCPU is a dead part of the kernel, all of them a dead kernel, on vCPUs that are alive', () => {
  const busy = { cpuMs: 30, privilege: 3 };
  assert.deepEqual(states([busy, { cpuMs: 5000, interrupts: off }]), [
    'vcpu.lockup:cpu1 kernel dead',
    'vcpu.progress vcpu alive',
  ]);
  const locked = { cpuMs: 5000, interrupts: off };
  assert.deepEqual(states([locked, locked]), ['vcpu.lockup kernel dead', 'vcpu.progress vcpu alive']);
  assert.deepEqual(states([{ cpuMs: 5000, interrupts: off }]), [
    'vcpu.lockup kernel dead',
    'vcpu.progress vcpu alive',
  ]);
});

test('what was seen before the lockup does not hide it, nor does a host that has no CPU free', () => {
  const before = samplesOf({ cpuMs: 30, count: 2 });
  const since = (shape: Shape): VcpuSample[] =>
    samplesOf({ interrupts: off, count: 5, ...shape }).map((sample) => ({
      ...sample,
      atUs: sample.atUs + 10_000_000,
    }));
  assert.equal(judgeVcpu(1, [...before, ...since({ cpuMs: 4900 })]).kind, 'locked');
  assert.equal(judgeVcpu(1, [...before, ...since({ cpuMs: 1500, waitMs: 3000 })]).kind, 'locked');
  assert.equal(judgeVcpu(1, [...before, ...since({ cpuMs: 4900, count: 4 })]).kind, 'runs');
});

test('a vCPU that turns in one page of the kernel and takes interrupts is told as a circle', () => {
  assert.deepEqual(states([{ cpuMs: 30, privilege: 3 }, { cpuMs: 4990 }]), [
    'vcpu.circle:cpu1 kernel dead',
    'vcpu.progress vcpu alive',
  ]);
  assert.deepEqual(states([{ cpuMs: 4990, pointer: (at) => KERNEL + BigInt(at) * 0x1000n }]), [
    'vcpu.progress vcpu alive',
  ]);
});

test('one halted vCPU beside one that runs is nobody dead', () => {
  const halted = { cpuMs: 0, interrupts: off, halted: true };
  assert.deepEqual(states([halted, { cpuMs: 30 }]), ['vcpu.progress vcpu alive']);
  assert.deepEqual(states([halted, halted]), ['vcpu.lockup kernel dead', 'vcpu.progress vcpu unknown']);
});

test('a guest of which no vCPU ran for long is a dead kernel, for a shorter time it is unknown', () => {
  const idle = { cpuMs: 0, halted: true };
  assert.deepEqual(states([idle, idle]), ['vcpu.lockup kernel dead', 'vcpu.progress vcpu unknown']);
  assert.deepEqual(states([idle, idle], 15_000_000), ['vcpu.progress vcpu unknown']);
});

test('a stuck thread is a dead vCPU, a starved one is not', () => {
  assert.deepEqual(states([{ cpuMs: 30 }, { cpuMs: 0, state: 'D' }]), ['vcpu.progress vcpu dead']);
  assert.deepEqual(states([{ cpuMs: 0, waitMs: 4900, state: 'R' }]), ['vcpu.progress vcpu unknown']);
});

test('no vCPU that ran in a sample is ever called stuck, halted, idle or starved', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 0, max: 5000 }),
      fc.constantFrom('R', 'S'),
      fc.boolean(),
      (cpuMs, waitMs, state, halted) => {
        const { kind } = judgeVcpu(0, samplesOf({ cpuMs, waitMs, state, halted }));
        assert.equal(kind, 'runs');
      },
    ),
  );
});

test('samples are forgotten after half a minute, with their vCPU, and after a pause', () => {
  const watch = new VcpuWatch();
  const locked = samplesOf({ cpuMs: 5000, interrupts: off, count: 12 });
  for (const sample of locked) watch.add(new Map([[0, sample]]));
  const lastUs = locked.at(-1)?.atUs ?? 0;
  assert.equal(watch.signals(lastUs)[0]?.id, 'vcpu.lockup');
  assert.match(watch.judge()[0]?.reason ?? '', /for 30 s$/u);
  assert.deepEqual(watch.signals(lastUs + 31_000_000), []);
  watch.add(new Map([[1, { atUs: lastUs + 1 }]]));
  assert.deepEqual(
    watch.judge().map(({ index }) => index),
    [1],
  );
  watch.clear();
  assert.deepEqual(watch.signals(lastUs), []);
});
