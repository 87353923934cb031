import assert from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
import { mkdir, readdir, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { type GdbOptions, gdbOptionsShape } from '#companion/sources/gdb/options.ts';
import { createGdbSource, type GdbSource } from '#companion/sources/gdb/source.ts';
import { QmpShort } from '#companion/sources/qmp/qmp-once.ts';
import { FakeGdb, type FakeGdbFaults } from '#test/support/fake-gdb.ts';
import { type FakeCommand, FakeQmp } from '#test/support/fake-qmp.ts';

interface Machine {
  readonly gdb: FakeGdb;
  readonly qmp: FakeQmp;
  readonly source: GdbSource;
}

interface MachineFaults extends FakeGdbFaults {
  readonly chardevs?: string[];
  readonly state?: string;
  readonly refuses?: string;
  readonly options?: (folder: string) => GdbOptions;
}

/** QEMU as far as the way through QMP needs it: the commands of FACTS, with the stub on two files. */
async function withMachine(faults: MachineFaults, use: (machine: Machine) => Promise<void>): Promise<void> {
  const gdb = new FakeGdb(2, faults);
  if (faults.state !== undefined) gdb.isRunning = false;
  const chardevs = new Map<string, { in: string; out: string } | undefined>(
    (faults.chardevs ?? []).map((label) => [label, undefined]),
  );
  const human = (line: string): string => {
    if (line === 'gdbserver none') {
      chardevs.delete('cherub-gdb');
      return 'Disabled gdbserver\r\n';
    }
    const files = chardevs.get('cherub-gdb');
    if (files === undefined) return "Could not open gdbserver on device 'x'\r\n";
    gdb.opened();
    appendFileSync(files.out, gdb.feed(readFileSync(files.in)), 'latin1');
    return "Waiting for gdb connection on device 'chardev:cherub-gdb'\r\n";
  };
  const answer = ({ execute, arguments: args = {} }: FakeCommand): object => {
    if (execute === faults.refuses) return { error: { class: 'GenericError', desc: 'Permission denied' } };
    switch (execute) {
      case 'query-status':
        return { return: { status: faults.state ?? (gdb.isRunning ? 'running' : 'paused') } };
      case 'query-cpus-fast':
        return { return: [0, 1].map((i) => ({ 'cpu-index': i, 'thread-id': 10 + i, target: 'x86_64' })) };
      case 'query-chardev':
        return {
          return: [...chardevs.keys()].map((label) => ({ label, filename: 'f', 'frontend-open': true })),
        };
      case 'chardev-add': {
        const { id, backend } = args as { id: string; backend: { data: { in: string; out: string } } };
        if (chardevs.has(id))
          return { error: { class: 'GenericError', desc: `Chardev '${id}' already exists` } };
        chardevs.set(id, backend.data);
        return { return: {} };
      }
      case 'human-monitor-command':
        return { return: human(String(args['command-line'])) };
      case 'cont':
        gdb.isRunning = true;
        return { return: {} };
      default:
        return { return: {} };
    }
  };
  const qmp = await FakeQmp.start({ answer });
  const source = createGdbSource(faults.options?.(dirname(qmp.path)) ?? {}, {
    qmp: new QmpShort(qmp.path),
    qmpSocket: qmp.path,
    wallMs: () => Date.now(),
  });
  try {
    await use({ gdb, qmp, source });
  } finally {
    await qmp.close();
  }
}

const leftFiles = async (qmp: FakeQmp): Promise<string[]> =>
  (await readdir(dirname(qmp.path))).filter((name) => name.startsWith('.cherub'));

test('a look gives every vCPU, lets the guest run, and leaves nothing', () =>
  withMachine({}, async ({ gdb, qmp, source }) => {
    const sight = await source.look();
    assert.equal(sight.ok && sight.registers.length, 2);
    assert.equal(gdb.isRunning, true);
    assert.deepEqual(await leftFiles(qmp), []);
    assert.equal((await source.look()).ok, true);
    assert.equal(gdb.stops, 2);
  }));

test('looks wait for each other', () =>
  withMachine({}, async ({ source }) => {
    const sights = await Promise.all([source.look(), source.look(), source.look()]);
    assert.deepEqual(
      sights.map(({ ok }) => ok),
      [true, true, true],
    );
  }));

test('stacks are read where the stack pointers stand', () =>
  withMachine({}, async ({ source }) => {
    const sight = await source.lookAtStacks();
    assert.deepEqual(sight.ok && sight.memory.map(({ read, bytes }) => [read.address, bytes.length]), [
      [0xffff_c900_0000_0000n, 16_384],
      [0xffff_c900_0000_8000n, 16_384],
    ]);
  }));

test('a paused guest is looked at and stays paused', () =>
  withMachine({ state: 'paused' }, async ({ gdb, source }) => {
    const sight = await source.look();
    assert.deepEqual(sight.ok && [sight.isRunning, sight.registers.length], [false, 2]);
    assert.equal(gdb.isRunning, false);
  }));

for (const state of ['inmigrate', 'save-vm', 'prelaunch', 'finish-migrate', 'nonsense']) {
  test(`a guest in run state ${state} is left alone`, () =>
    withMachine({ state }, async ({ gdb, source }) => {
      const sight = await source.look();
      assert.equal(!sight.ok && sight.problem, 'busy');
      assert.equal(gdb.questions.length, 0);
    }));
}

test("somebody else's stub is not taken away", () =>
  withMachine({ chardevs: ['gdb'] }, async ({ gdb, qmp, source }) => {
    const sight = await source.look();
    assert.equal(!sight.ok && sight.problem, 'busy');
    assert.equal(gdb.questions.length, 0);
    assert.equal(
      qmp.commands.some(({ execute }) => execute === 'human-monitor-command'),
      false,
    );
  }));

test('what a companion that was killed left in QEMU is taken away first', () =>
  withMachine({ chardevs: ['cherub-gdb'] }, async ({ source }) => {
    assert.equal((await source.look()).ok, true);
  }));

test('old folders of a companion that was killed are removed, young ones are not', () =>
  withMachine({}, async ({ qmp, source }) => {
    const folder = dirname(qmp.path);
    await mkdir(join(folder, '.cherub-gdb-old'));
    await mkdir(join(folder, '.cherub-gdb-new'));
    await utimes(join(folder, '.cherub-gdb-old'), 1, 1);
    await source.look();
    assert.deepEqual(await leftFiles(qmp), ['.cherub-gdb-new']);
  }));

test('a stub that does not let go is answered with cont', () =>
  withMachine({ keeps: true }, async ({ gdb, source }) => {
    const sight = await source.look();
    assert.equal(sight.ok, true);
    assert.equal(gdb.isRunning, true);
    assert.equal(source.counters()['resumed'], 1);
  }));

test('a stub that falls silent ends at the deadline, and the guest runs', () =>
  withMachine(
    { distort: (packet, index) => (index < 3 ? packet : undefined) },
    async ({ gdb, qmp, source }) => {
      const sight = await source.look({ deadlineMs: 150 });
      assert.equal(!sight.ok && sight.problem, 'deadline');
      assert.equal(gdb.isRunning, true);
      assert.deepEqual(await leftFiles(qmp), []);
    },
  ));

test('a stub that answers rubbish is bounded and counted', () =>
  withMachine({ distort: () => 'rubbish '.repeat(1000) }, async ({ gdb, source }) => {
    const sight = await source.look();
    assert.equal(!sight.ok && sight.problem, 'invalid');
    assert.equal(source.counters()['invalid'], 1);
    assert.equal(gdb.isRunning, true);
  }));

test('a QEMU that may not open the files says so, and nobody is stopped', () =>
  withMachine({ refuses: 'chardev-add' }, async ({ gdb, source }) => {
    const sight = await source.look();
    assert.deepEqual(!sight.ok && [sight.problem, sight.detail], ['refused', 'Permission denied']);
    assert.equal(gdb.stops, 0);
  }));

test('a folder that is not there is a reason, not an exception', () =>
  withMachine({ options: () => ({ folder: '/nonexistent' }) }, async ({ source }) => {
    const sight = await source.look();
    assert.equal(!sight.ok && sight.problem, 'refused');
  }));

test('QEMU gets the paths as it sees them', () =>
  withMachine(
    { refuses: 'chardev-add', options: (folder) => ({ folder, folderInQemu: '/inside' }) },
    async ({ qmp, source }) => {
      await source.look();
      const added = qmp.commands.find(({ execute }) => execute === 'chardev-add');
      assert.match(JSON.stringify(added?.arguments), /"in":"\/inside\/\.cherub-gdb-[^"/]+\/script"/u);
    },
  ));

test('a folder as QEMU sees it needs the folder as the companion sees it', () => {
  assert.equal(gdbOptionsShape.safeParse({ folderInQemu: '/x' }).success, false);
  assert.equal(gdbOptionsShape.safeParse({ folder: '/y', folderInQemu: '/x' }).success, true);
  assert.equal(gdbOptionsShape.safeParse({}).success, true);
});
