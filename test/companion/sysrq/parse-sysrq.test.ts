import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CpusShown } from '#companion/sysrq/parse/parse-cpus.ts';
import type { FtraceShown } from '#companion/sysrq/parse/parse-ftrace.ts';
import type { MemoryShown } from '#companion/sysrq/parse/parse-memory.ts';
import type { RegistersShown } from '#companion/sysrq/parse/parse-registers.ts';
import { parseSysrq } from '#companion/sysrq/parse/parse-sysrq.ts';
import type { TasksShown } from '#companion/sysrq/parse/parse-tasks.ts';
import type { TimersShown } from '#companion/sysrq/parse/parse-timers.ts';
import type { SysrqStructure } from '#companion/sysrq/parse/parsed.ts';
import { SYSRQ_KEYS, type SysrqKey } from '#companion/sysrq/sysrq-key.ts';
import { readAnswer } from '#test/support/fake-sysrq-guest.ts';

const KERNELS = ['5.10', '6.1', '6.12'] as const;
type Kernel = (typeof KERNELS)[number];

/** How many tasks the guest had, and who waited for the slow disk. */
const TASKS: Record<Kernel, number> = { '5.10': 50, '6.1': 57, '6.12': 65 };

function shown<Kind extends SysrqStructure['kind']>(
  kernel: Kernel,
  key: SysrqKey,
  kind: Kind,
): Extract<SysrqStructure, { kind: Kind }> {
  const parsed = parseSysrq(key, readAnswer(kernel, key));
  assert.deepEqual([parsed.isPartial, parsed.problems], [false, []]);
  const structure = parsed.shown;
  assert.equal(structure.kind, kind);
  return structure as Extract<SysrqStructure, { kind: Kind }>;
}

for (const kernel of KERNELS) {
  test(`${kernel}: every task has a state, a pid and a stack`, () => {
    const { tasks }: TasksShown = shown(kernel, 't', 'tasks');
    assert.equal(tasks.length, TASKS[kernel]);
    assert.ok(
      tasks.every(({ comm, state, frames }) => comm !== '' && /^[A-Z]$/u.test(state) && frames.length > 0),
    );
    const init = tasks.find(({ pid }) => pid === 1);
    assert.deepEqual([init?.comm, init?.state, init?.ppid], ['init', 'S', 0]);
    assert.match(init?.userInstruction ?? '', /^0x[0-9a-f]+$/u);
    assert.ok(tasks.some(({ state, comm }) => state === 'R' && comm === 'dd'));
  });

  test(`${kernel}: the blocked task is the one that writes to the slow disk`, () => {
    const { tasks }: TasksShown = shown(kernel, 'w', 'tasks');
    assert.deepEqual(
      tasks.map(({ comm, state }) => [comm, state]),
      [['dd', 'D']],
    );
    const functions =
      tasks[0]?.frames.filter(({ isReliable }) => isReliable).map((frame) => frame.function) ?? [];
    assert.deepEqual(functions.slice(0, 3), ['__schedule', 'schedule', 'io_schedule']);
    assert.ok(functions.includes('blkdev_fsync'));
  });

  test(`${kernel}: both processors are there, one with what it was interrupted at`, () => {
    const { cpus }: CpusShown = shown(kernel, 'l', 'cpus');
    assert.deepEqual(
      cpus.map(({ cpu }) => cpu).toSorted((a, b) => a - b),
      [0, 1],
    );
    const asking = cpus[0];
    assert.match(asking?.contexts[0]?.instruction ?? '', /^\w+\+0x/u);
    assert.match(asking?.contexts[0]?.registers['RSP'] ?? '', /^ffff[0-9a-f]{12}$/u);
    assert.ok(cpus.every(({ idleAt, frames }) => idleAt !== undefined || frames.length > 3));
  });

  test(`${kernel}: zones, free blocks and totals of memory`, () => {
    const { pages, nodes, zones, totals }: MemoryShown = shown(kernel, 'm', 'memory');
    assert.ok((pages['free'] ?? 0) > 10_000);
    assert.deepEqual(
      nodes.map(({ node, isUnreclaimable }) => [node, isUnreclaimable]),
      [[0, false]],
    );
    assert.deepEqual(
      zones.map(({ zone }) => zone),
      ['DMA', 'DMA32'],
    );
    for (const { kb, free } of zones) {
      const inBlocks = free.reduce((sum, { blockKb, count }) => sum + blockKb * count, 0);
      // The kernel counts twice, at slightly different times.
      assert.ok(Math.abs(inBlocks - (kb['free'] ?? 0)) < 1000, `${inBlocks} of ${kb['free']}`);
      assert.equal(free.length, 11);
    }
    assert.deepEqual([totals['ramPages'], totals['totalSwapKb']], [98_171, 0]);
  });

  test(`${kernel}: the timers of both processors, and their devices`, () => {
    const { nowNs, cpus, devices }: TimersShown = shown(kernel, 'q', 'timers');
    assert.ok((nowNs ?? 0) > 1e10);
    assert.deepEqual(
      cpus.map(({ cpu, clocks }) => [cpu, clocks.length]),
      [
        [0, 8],
        [1, 8],
      ],
    );
    for (const { clocks, values } of cpus) {
      assert.equal(clocks[0]?.clock, 'ktime_get');
      const functions = clocks[0]?.timers.map((timer) => timer.function) ?? [];
      assert.ok(functions.includes('watchdog_timer_fn'), functions.join());
      assert.ok(
        clocks[0]?.timers.every(({ inNs, expiresNs }) => inNs !== undefined && expiresNs !== undefined),
      );
      assert.match(values['expires_next'] ?? '', /^\d+$/u);
    }
    assert.deepEqual(
      devices.map(({ cpu, name }) => [cpu, name]),
      [
        [undefined, 'hpet'],
        [0, 'lapic'],
        [1, 'lapic'],
      ],
    );
    assert.equal(devices[1]?.values['event_handler'], 'hrtimer_interrupt');
  });

  test(`${kernel}: registers of the processor that took the key`, () => {
    const { comm, contexts, frames }: RegistersShown = shown(kernel, 'p', 'registers');
    assert.ok(comm === 'dd' || comm === 'swapper/1');
    assert.match(contexts[0]?.instruction ?? '', /^\w+\+0x/u);
    assert.match(contexts[0]?.registers['CR3'] ?? '', /^[0-9a-f]{16}$/u);
    assert.ok(frames.length > 3);
  });

  test(`${kernel}: events of the ftrace buffer`, () => {
    const { events, isEmpty }: FtraceShown = shown(kernel, 'z', 'ftrace');
    assert.deepEqual([events.length, isEmpty], [96, false]);
    assert.ok(events.every(({ cpu, text }) => cpu < 2 && /^\w+: /u.test(text)));
    assert.ok(events.some(({ comm, pid }) => comm === 'dd' && pid > 1));
  });
}

test('an empty ftrace buffer is an answer too', () => {
  const text = 'sysrq: Dump ftrace buffer\nDumping ftrace buffer:\n   (ftrace buffer empty)\n';
  assert.deepEqual(parseSysrq('z', text), {
    key: 'z',
    shown: { kind: 'ftrace', isEmpty: true, events: [], lost: 0 },
    isPartial: false,
    problems: [],
  });
});

test('levels, callers and a shell in between do not matter, and a copy by syslog is not read twice', () => {
  const plain = readAnswer('6.1', 'w');
  const noisy = plain
    .replaceAll(/^\[ +(\d+\.\d+)\] /gmu, '<6>[   $1][   T12] ')
    .replaceAll('\n', '\nroot@guest:~# ls\nNov 24 02:11:00 web kernel: [   26.1]  io_schedule+0x1/0x2\n');
  const parsed = parseSysrq('w', noisy);
  assert.deepEqual(parsed.shown, parseSysrq('w', plain).shown);
  assert.equal(parsed.isPartial, false);
  assert.match(parsed.problems.join(), /lines of somebody else/u);
});

test('without printk’s time every line counts', () => {
  const plain = readAnswer('6.12', 't').replaceAll(/^\[ +\d+\.\d+\] /gmu, '');
  assert.deepEqual(parseSysrq('t', plain).shown, parseSysrq('t', readAnswer('6.12', 't')).shown);
});

test('arm64: registers and stacks have other names', () => {
  const text = [
    'sysrq: Show Regs',
    'CPU: 2 PID: 77 Comm: stress-ng Tainted: G        W          6.1.0-18-arm64 #1',
    'pstate: 60400005 (nZCv daif +PAN -UAO -TCO -DIT -SSBS BTYPE=--)',
    'pc : __delay+0x20/0xd0',
    'lr : udelay+0x30/0x40 [busy]',
    'sp : ffff80000a8b3d20',
    'x29: ffff80000a8b3d20 x28: ffff0000c1a2b000 x27: 0000000000000000',
    'Call trace:',
    ' __delay+0x20/0xd0 (P)',
    ' spin+0x44/0x60 [busy 0123abcd]',
  ].join('\n');
  const parsed = parseSysrq('p', text);
  assert.equal(parsed.shown.kind, 'registers');
  const { cpu, pid, taint, contexts, frames } = parsed.shown as RegistersShown;
  assert.deepEqual([cpu, pid, taint], [2, 77, 'GW']);
  assert.equal(contexts[0]?.instruction, '__delay+0x20/0xd0');
  assert.equal(contexts[0]?.registers['x28'], 'ffff0000c1a2b000');
  assert.deepEqual(
    frames.map((frame) => [frame.function, frame.module]),
    [
      ['__delay', undefined],
      ['spin', 'busy'],
    ],
  );
});

test('a processor that did not answer is named', () => {
  const cut = readAnswer('6.1', 'l').replace(/^.*NMI backtrace for cpu 0.*\n/mu, '');
  assert.deepEqual(parseSysrq('l', cut).problems, ['no answer of CPU 0']);
});

test('every cut of every answer is read without a fault, and says that something is missing', () => {
  for (const key of ['t', 'm', 'z', 'q'] as const) {
    const text = readAnswer('6.1', key);
    for (let share = 0; share < 20; share += 1) {
      const parsed = parseSysrq(key, text.slice(0, Math.floor((text.length * share) / 20)));
      assert.equal(parsed.isPartial, true, `${key} at ${share}/20`);
    }
  }
});

test('messages that the kernel dropped make an answer partial', () => {
  const text = readAnswer('6.1', 'w').replace('\n', '\n** 17 printk messages dropped **\n');
  const parsed = parseSysrq('w', text);
  assert.equal(parsed.isPartial, true);
  assert.match(parsed.problems.join(), /dropped 17 messages/u);
});

test('no text makes a parser throw, whatever it is made of', () => {
  const words = fc.constantFrom(
    ...SYSRQ_KEYS.flatMap((key) => readAnswer('6.12', key).split('\n').slice(0, 80)),
    '__proto__: 1',
    'Node 0 __proto__ free:1kB',
    '.__proto__ : 1',
    '** 9 printk messages dropped **',
  );
  const line = fc.oneof(
    words,
    fc.string(),
    fc.tuple(words, words).map(([a, b]) => a.slice(0, 30) + b),
  );
  fc.assert(
    fc.property(fc.constantFrom(...SYSRQ_KEYS), fc.array(line, { maxLength: 60 }), (key, lines) => {
      const parsed = parseSysrq(key, lines.join('\n'));
      assert.equal(parsed.key, key);
      assert.doesNotThrow(() => JSON.stringify(parsed));
    }),
    { numRuns: 300 },
  );
});
