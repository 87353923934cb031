import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findQemu } from '#companion/sources/host/find-qemu.ts';
import { hostOptionsShape } from '#companion/sources/host/options.ts';
import { ProcFiles } from '#companion/sources/host/proc-files.ts';
import { readProcess } from '#companion/sources/host/process-facts.ts';
import { type ProcessLook, ProcessWatch } from '#companion/sources/host/process-watch.ts';
import { createHostSource, type HostSource } from '#companion/sources/host/source.ts';
import type { QmpPort } from '#companion/sources/qmp/qmp-port.ts';
import { FakeRoot, statLine } from '#test/support/fake-root.ts';

const SOCKET = '/run/web/qmp';

function rootWithQemu(): FakeRoot {
  return new FakeRoot().write({
    '/proc/5/stat': statLine({ pid: 5, name: 'bash' }),
    '/proc/5/cmdline': `qemu\0${SOCKET}\0`,
    '/proc/7/stat': statLine({ pid: 7 }),
    '/proc/7/status': 'Name:\tqemu\nVmRSS:\t   2048 kB\n',
    '/proc/7/cmdline': `qemu-system-x86_64\0-chardev\0socket,id=qmp,path=${SOCKET},server=on\0`,
    '/proc/7/cgroup': '0::/web\n',
    '/proc/7/wchan': '0',
    '/proc/7/task/7/stat': statLine({ pid: 7 }),
    '/proc/7/task/8/stat': statLine({ pid: 8, name: 'CPU 0/TCG', state: 'D', ticks: 5 }),
    '/proc/7/task/8/schedstat': '5000000 3000000 4\n',
    '/proc/7/task/8/wchan': 'io_schedule',
    '/proc/7/task/8/stack': '[<0>] io_schedule+0x46/0x80\n',
    '/sys/fs/cgroup/web/cgroup.events': 'frozen 0\n',
  });
}

test('QEMU is found by its pid file, by its socket, and by its command line', () => {
  const root = rootWithQemu().write({
    '/run/web.pid': '7\n',
    '/run/wrong.pid': '5\n',
    '/run/odd.pid': '7; reboot\n',
  });
  const files = new ProcFiles(root.path);
  const found = { pid: 7, startTicks: 1000 };
  assert.deepEqual(findQemu(files, { pidFile: '/run/web.pid' }), found);
  assert.equal(findQemu(files, { pidFile: '/run/wrong.pid' }), undefined);
  assert.equal(findQemu(files, { pidFile: '/run/odd.pid' }), undefined);
  assert.deepEqual(findQemu(files, { pidFile: '/run/none.pid', qmpSocket: SOCKET }), found);
  assert.equal(findQemu(files, { qmpSocket: '/run/other/qmp' }), undefined);
  assert.equal(findQemu(files, { qmpSocket: '/qmp' }), undefined);
  root.write({
    '/proc/net/unix': `Num RefCount Protocol Flags Type St Inode Path\n0000: 00000002 00000000 00010000 0001 01 4711 ${SOCKET}\n0000: 00000003 00000000 00000000 0001 03 4712 ${SOCKET}\n`,
    '/proc/7/cmdline': 'qemu\0',
  });
  root.link('/proc/7/fd/9', 'socket:[4711]');
  assert.deepEqual(findQemu(files, { qmpSocket: SOCKET }), found);
  root.remove();
});

test('threads come with state, time, the place in the kernel, and the stack when asked for', () => {
  const root = rootWithQemu();
  const files = new ProcFiles(root.path);
  const facts = readProcess(files, 7, { stacks: true });
  assert.equal(facts?.residentBytes, 2048 * 1024);
  assert.deepEqual(facts?.threads[1], {
    tid: 8,
    name: 'CPU 0/TCG',
    state: 'D',
    cpuTimeUs: 5000,
    waitedUs: 3000,
    wchan: 'io_schedule',
    stack: '[<0>] io_schedule+0x46/0x80',
  });
  assert.equal(readProcess(files, 7)?.threads[1]?.stack, undefined);
  assert.equal(readProcess(files, 99), undefined);
  root.remove();
});

test('this very process is read with its threads', () => {
  const facts = readProcess(new ProcFiles(), process.pid);
  assert.ok((facts?.threads.length ?? 0) > 0);
  assert.ok((facts?.residentBytes ?? 0) > 0);
});

const found = (state: string, more: Partial<Extract<ProcessLook, { kind: 'found' }>> = {}): ProcessLook => ({
  kind: 'found',
  identity: { pid: 7, startTicks: 1000 },
  state,
  isFrozen: false,
  ...more,
});

for (const [state, expected, isProof] of [
  ['S', 'alive', undefined],
  ['R', 'alive', undefined],
  ['D', 'alive', undefined],
  ['T', 'dead', undefined],
  ['t', 'dead', undefined],
  ['Z', 'dead', true],
] as const) {
  test(`a QEMU in state ${state} is ${expected}`, () => {
    const watch = new ProcessWatch();
    watch.look(found(state), 0);
    const signal = watch.signal(1_000_000);
    assert.deepEqual([signal.state, signal.proof, signal.ageMs], [expected, isProof, 1000]);
  });
}

test('a QEMU that stays in the host kernel is dead, one that was there once is not', () => {
  const watch = new ProcessWatch();
  watch.look(found('D'), 0);
  watch.look(found('S'), 1);
  watch.look(found('D', { wchan: 'nfs_wait' }), 2);
  assert.equal(watch.signal(2).state, 'alive');
  watch.look(found('D', { wchan: 'nfs_wait' }), 3);
  assert.match(watch.signal(3).reason, /nfs_wait/u);
  assert.equal(watch.signal(3).state, 'dead');
});

test('a frozen QEMU is dead', () => {
  const watch = new ProcessWatch();
  watch.look(found('S', { isFrozen: true }), 0);
  assert.equal(watch.signal(0).state, 'dead');
});

test('a QEMU that was never found is unknown, one that is gone is dead with proof', () => {
  const watch = new ProcessWatch();
  assert.equal(watch.signal(0).state, 'unknown');
  watch.look({ kind: 'not-found' }, 0);
  assert.equal(watch.signal(0).state, 'unknown');
  watch.look(found('S'), 1);
  watch.look({ kind: 'not-found' }, 2);
  assert.deepEqual([watch.signal(2).state, watch.signal(2).proof], ['dead', true]);
  assert.equal(watch.look(found('S', { identity: { pid: 7, startTicks: 2000 } }), 3), true);
  assert.equal(watch.signal(3).state, 'alive');
});

const INFO =
  'CPU#0\nRSP=ffffffff85c03e80\nRIP=ffffffff844e55da RFL=00000046 [] CPL=0 II=0 A20=1 SMM=0 HLT=0\n';
const PORT: QmpPort = {
  execute: (command) =>
    Promise.resolve({
      ok: true,
      value: command === 'query-cpus-fast' ? [{ 'cpu-index': 0, 'thread-id': 8, target: 'x86_64' }] : INFO,
    }),
};

interface Scene {
  readonly root: FakeRoot;
  readonly source: HostSource;
  readonly look: (times: number, cpuMsEach: number) => Promise<void>;
  readonly states: () => string[];
  runState: string | undefined;
}

async function withScene(use: (scene: Scene) => Promise<void>): Promise<void> {
  const root = rootWithQemu();
  let nowUs = 0;
  let runNs = 0;
  const source = createHostSource(
    { qmpSocket: SOCKET, pollMs: 5000 },
    { files: new ProcFiles(root.path), qmp: PORT, monotonicUs: () => nowUs, runState: () => scene.runState },
  );
  const scene: Scene = {
    root,
    source,
    runState: 'running',
    look: async (times, cpuMsEach) => {
      for (let i = 0; i < times; i += 1) {
        nowUs += 5_000_000;
        runNs += cpuMsEach * 1_000_000;
        root.write({
          '/proc/7/task/8/stat': statLine({ pid: 8, state: 'R' }),
          '/proc/7/task/8/schedstat': `${runNs} 0 4\n`,
        });
        await source.look(new AbortController().signal);
      }
    },
    states: () =>
      source.signals(nowUs).map(({ id, state, proof }) => `${id} ${state}${proof === true ? '!' : ''}`),
  };
  await use(scene);
  root.remove();
}

test('looks at a VM that turns with interrupts off become a lockup', () =>
  withScene(async ({ look, states, source }) => {
    await look(1, 5000);
    assert.deepEqual(states(), ['host.process alive', 'vcpu.progress unknown']);
    await look(5, 5000);
    assert.deepEqual(states(), ['host.process alive', 'vcpu.lockup dead', 'vcpu.progress alive']);
    assert.equal(source.process()?.pid, 7);
  }));

test('a VM that is paused is not judged, and starts anew after', () =>
  withScene(async (scene) => {
    await scene.look(6, 5000);
    scene.runState = 'paused';
    await scene.look(1, 0);
    assert.deepEqual(scene.states(), ['host.process alive']);
    scene.runState = 'running';
    await scene.look(2, 5000);
    assert.deepEqual(scene.states(), ['host.process alive', 'vcpu.progress alive']);
  }));

test('a QEMU that has ended is proof, and leaves no word of its vCPUs', () =>
  withScene(async ({ look, states, root, source }) => {
    await look(6, 5000);
    root.remove('/proc/7');
    root.write({ '/proc/1/stat': statLine({ pid: 1, name: 'init' }) });
    await source.look(new AbortController().signal);
    assert.equal(states()[0], 'host.process dead!');
    assert.equal(states().length, 1);
  }));

test('a QEMU that is nowhere is looked for ever more rarely, and at once when QMP tells something new', () =>
  withScene(async (scene) => {
    const { root, source } = scene;
    const stat = statLine({ pid: 7 });
    const { signal } = new AbortController();
    root.remove('/proc/7/stat');
    for (let i = 0; i < 5; i += 1) await source.look(signal);
    root.write({ '/proc/7/stat': stat });
    await source.look(signal);
    assert.equal(source.process(), undefined);
    scene.runState = 'paused';
    await source.look(signal);
    assert.equal(source.process()?.pid, 7);
  }));

test('facts hold process, cgroup and node', () =>
  withScene(async ({ look, source }) => {
    await look(1, 1);
    const facts = source.facts();
    assert.equal(facts.process?.threads.length, 2);
    assert.equal(facts.cgroup?.path, '/web');
    assert.deepEqual(facts.node.disks, []);
    assert.equal(source.counters()['looks'], 1);
  }));

test('the config looks every three seconds unless told otherwise', () => {
  assert.deepEqual(hostOptionsShape.safeParse({}).data, { pollSeconds: 3 });
  assert.equal(hostOptionsShape.safeParse({ pollSeconds: 0 }).success, false);
});
