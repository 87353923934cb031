import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { readMachineUnits } from '#agent/core/snapshot/machine-units.ts';
import { createNodeCollector } from '#agent/platform/node/snapshot/create-collector.ts';
import { FailedUnitsLane } from '#agent/platform/node/snapshot/failed-units-lane.ts';
import { NodeKernelLogSource } from '#agent/platform/node/snapshot/kernel-log-source.ts';
import { NodeSystemFiles } from '#agent/platform/node/snapshot/node-system-files.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { FakeSystemFiles, recordedSystemFiles } from '#test/support/fake-system-files.ts';

const INPUTS = { state: cherub.State.STATE_OK, checks: [], counters: undefined };

const clock = () => ({ monotonicUs: Number(process.hrtime.bigint() / 1000n), wallUs: Date.now() * 1000 });

function withFolder(run: (folder: string) => void | Promise<void>): () => Promise<void> {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'collector-'));
    try {
      await run(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

function writeTree(folder: string, files: FakeSystemFiles): void {
  for (const [path, content] of files.files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

test('this machine gives a snapshot with nothing failed', async () => {
  const collector = createNodeCollector({ app: 'self', periodMs: 1000 });
  await collector.warmUp(clock, 5000);
  const snapshot = collector.collect(clock(), INPUTS);
  collector.close();
  assert.ok((snapshot.memory?.totalBytes ?? 0) > 0);
  assert.ok(snapshot.filesystems?.some((item) => item.mount === '/' && (item.totalBytes ?? 0) > 0));
  assert.ok(snapshot.top?.some((item) => (item.cpuPermille ?? 0) > 0));
  assert.ok((snapshot.collectUs ?? 0) > 0);
  assert.equal(collector.openQuestions(), 0);
});

test(
  'a recorded tree is read through the root folder',
  withFolder((folder) => {
    writeTree(folder, recordedSystemFiles('debian-6.12'));
    mkdirSync(join(folder, 'sys/block/vda'), { recursive: true });
    const collector = createNodeCollector({ root: folder, app: 'x', periodMs: 1000 });
    const snapshot = collector.collect(clock(), INPUTS);
    collector.close();
    assert.equal(snapshot.cpu?.online, 2);
    assert.equal(snapshot.disks?.[0]?.name, 'vda');
    assert.ok(snapshot.top?.some((item) => item.comm === 'init'));
  }),
);

test(
  'files are cut at the bound, links are told, and errors are names',
  withFolder((folder) => {
    writeFileSync(join(folder, 'long'), 'x'.repeat(100_000));
    symlinkSync('somewhere', join(folder, 'link'));
    const files = new NodeSystemFiles(folder);
    const long = files.read('/long', 10_000);
    assert.ok(long.ok && long.text.length === 10_000);
    const page = files.readBytes('/long', 8);
    assert.ok(page.ok && page.bytes.length === 8);
    const all = files.read('/long', 1_000_000);
    assert.ok(all.ok && all.text.length === 65_536);
    assert.deepEqual(files.link('/link'), { ok: true, target: 'somewhere' });
    assert.deepEqual(files.read('/none', 10), { ok: false, code: 'ENOENT' });
    assert.deepEqual(files.read('/', 10), { ok: false, code: 'EISDIR' });
    assert.deepEqual(files.list('/long'), { ok: false, code: 'ENOTDIR' });
    assert.deepEqual(files.link('/long'), { ok: false, code: 'EINVAL' });
  }),
);

test('bytes that were given stay when the buffer is used again', () => {
  const files = new NodeSystemFiles('/');
  const first = files.readBytes('/proc/self/auxv', 4096);
  assert.ok(first.ok);
  const copy = Uint8Array.from(first.bytes);
  files.read('/proc/self/status', 4096);
  assert.deepEqual(first.bytes, copy);
});

test('page size and tick come from the kernel, and have defaults', () => {
  const units = readMachineUnits(new NodeSystemFiles('/'));
  assert.ok([4096, 16_384, 65_536].includes(units.pageBytes));
  assert.equal(units.ticksPerSecond, 100);
  assert.deepEqual(readMachineUnits(new FakeSystemFiles()), { pageBytes: 4096, ticksPerSecond: 100 });
});

test('a kernel log that is not there fails with its reason and can be closed', () => {
  const source = new NodeKernelLogSource('/nonexistent/kmsg');
  assert.deepEqual(source.next(), { kind: 'failed', reason: '/nonexistent/kmsg cannot be read: ENOENT' });
  source.close();
});

/** A program in place of systemctl; resolves when the lane has its answer. */
async function askWith(folder: string, script: string) {
  const program = join(folder, 'systemctl');
  writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const lane = new FailedUnitsLane({ isSystemd: true, command: program });
  lane.step(0);
  while (!lane.isComplete()) await new Promise((resolve) => setImmediate(resolve));
  return lane.read(0);
}

test(
  'failed units are what systemctl prints',
  withFolder(async (folder) => {
    const answer = await askWith(folder, 'echo "nginx.service loaded failed failed A server"');
    assert.deepEqual(answer, { kind: 'ok', value: [{ name: 'nginx.service' }] });
  }),
);

test(
  'a systemctl that fails is a failed part',
  withFolder(async (folder) => {
    const answer = await askWith(folder, 'exit 3');
    assert.equal(answer.kind, 'failed');
    assert.match(answer.kind === 'failed' ? answer.reason : '', /ended with 3$/);
  }),
);

test('without systemd nothing is started and nothing is missing', () => {
  const lane = new FailedUnitsLane({ isSystemd: false, command: '/nonexistent' });
  lane.step(0);
  assert.ok(lane.isComplete());
  assert.deepEqual(lane.read(0), { kind: 'ok', value: [] });
});

test('a systemctl that is not installed is said to be', async () => {
  const lane = new FailedUnitsLane({ isSystemd: true, command: '/nonexistent/systemctl' });
  lane.step(0);
  while (!lane.isComplete()) await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(lane.read(0), { kind: 'failed', reason: '/nonexistent/systemctl: is not installed' });
});

test(
  'a systemctl that hangs is asked once, and said to hang',
  withFolder((folder) => {
    const program = join(folder, 'systemctl');
    writeFileSync(program, '#!/bin/sh\nexec sleep 30\n', { mode: 0o755 });
    const lane = new FailedUnitsLane({ isSystemd: true, command: program });
    lane.step(0);
    lane.step(120_000_000);
    const answer = lane.read(120_000_000);
    assert.match(answer.kind === 'failed' ? answer.reason : '', /has not ended for 120 s/);
    lane.close();
  }),
);
