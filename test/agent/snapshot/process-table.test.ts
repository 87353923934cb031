import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProcessTable, READS_MAX } from '#agent/core/snapshot/process-table.ts';
import { FakeSystemFiles } from '#test/support/fake-system-files.ts';

const SECOND_US = 1_000_000;
const CALM = { tasks: 100, suspectBlocked: false };
const SUSPECT = { tasks: 100, suspectBlocked: true };

interface FakeStat {
  readonly comm?: string;
  readonly state?: string;
  readonly ticks?: number;
  readonly threads?: number;
  readonly start?: number;
  readonly pages?: number;
}

function statLine(pid: number, o: FakeStat): string {
  const { comm = 'task', state = 'S', ticks = 0, threads = 1, start = 5, pages = 10 } = o;
  return `${pid} (${comm}) ${state} 1 0 0 0 -1 0 0 0 0 0 ${ticks} 0 0 0 20 0 ${threads} 0 ${start} 0 ${pages} 0`;
}

function setProcess(files: FakeSystemFiles, pid: number, o: FakeStat = {}): void {
  files.set(`/proc/${pid}/stat`, statLine(pid, o));
}

function newTable(): ProcessTable {
  return new ProcessTable({ pageBytes: 4096, ticksPerSecond: 100 });
}

function sample(table: ProcessTable, files: FakeSystemFiles, seconds: number, hints = CALM) {
  const part = table.sample(files, seconds * SECOND_US, hints);
  assert.equal(part.kind, 'ok');
  return part.kind === 'ok' ? part.value : assert.fail();
}

test('CPU use is what was used since the last snapshot, the busiest first', () => {
  const files = new FakeSystemFiles();
  const table = newTable();
  setProcess(files, 10, { comm: 'a', ticks: 1000 });
  setProcess(files, 11, { comm: 'b', ticks: 50 });
  assert.deepEqual(
    sample(table, files, 100).top.map((item) => item.cpuPermille),
    [0, 0],
  );
  setProcess(files, 10, { comm: 'a', ticks: 1100 });
  setProcess(files, 11, { comm: 'b', ticks: 550 });
  assert.deepEqual(
    sample(table, files, 110).top.map((item) => [item.comm, item.cpuPermille]),
    [
      ['b', 500],
      ['a', 100],
    ],
  );
});

test('another process under an old number starts from its own beginning', () => {
  const files = new FakeSystemFiles();
  const table = newTable();
  setProcess(files, 10, { ticks: 90_000, start: 5 });
  sample(table, files, 1000);
  setProcess(files, 10, { ticks: 250, start: 1005_00 });
  const [reused] = sample(table, files, 1010).top;
  assert.equal(reused?.cpuPermille, 500);
});

test('a process whose counters went back is not busy', () => {
  const files = new FakeSystemFiles();
  const table = newTable();
  setProcess(files, 10, { ticks: 500 });
  sample(table, files, 100);
  setProcess(files, 10, { ticks: 100 });
  assert.equal(sample(table, files, 110).top[0]?.cpuPermille, 0);
});

test('the largest processes are named behind the busy ones', () => {
  const files = new FakeSystemFiles();
  const table = newTable();
  for (let pid = 10; pid < 40; pid++) setProcess(files, pid, { pages: pid });
  const { top } = sample(table, files, 100);
  assert.deepEqual(
    top.map((item) => item.pid),
    [39, 38],
  );
  assert.equal(top[0]?.residentBytes, 39 * 4096);
});

test('a task that stays in state D is followed and described', () => {
  const files = new FakeSystemFiles();
  const table = newTable();
  setProcess(files, 10, { comm: 'dd', state: 'D' });
  files.set('/proc/10/task/10/wchan', 'io_schedule');
  files.set('/proc/10/task/10/stack', '[<0>] io_schedule+0x42/0x70\n');
  assert.equal(sample(table, files, 100).blocked[0]?.seenMs, 0);
  assert.deepEqual(sample(table, files, 110), {
    top: [{ pid: 10, comm: 'dd', state: 'D', cpuPermille: 0, residentBytes: 40960, threads: 1 }],
    blocked: [{ pid: 10, comm: 'dd', wchan: 'io_schedule', stack: ['io_schedule+0x42'], seenMs: 10_000 }],
    blockedTotal: 1,
    incomplete: undefined,
  });
  setProcess(files, 10, { comm: 'dd', state: 'S' });
  assert.equal(sample(table, files, 120).blockedTotal, 0);
  setProcess(files, 10, { comm: 'dd', state: 'D' });
  assert.equal(sample(table, files, 130).blocked[0]?.seenMs, 0);
});

test('the stack of a task in the middle of an execve is never read', () => {
  const files = new FakeSystemFiles();
  setProcess(files, 10, { state: 'D' });
  files.set('/proc/10/task/10/wchan', 'begin_new_exec');
  files.set('/proc/10/task/10/stack', '[<0>] begin_new_exec+0x1/0x2\n');
  assert.deepEqual(sample(newTable(), files, 100).blocked[0]?.stack, []);
  assert.ok(!files.asked.includes('/proc/10/task/10/stack'));
});

test('a blocked thread behind a sleeping main thread is found when there is a reason to look', () => {
  const files = new FakeSystemFiles();
  const table = newTable();
  setProcess(files, 10, { comm: 'server', threads: 3 });
  files.set('/proc/10/task/10/stat', statLine(10, { comm: 'server' }));
  files.set('/proc/10/task/11/stat', statLine(11, { comm: 'worker' }));
  files.set('/proc/10/task/12/stat', statLine(12, { comm: 'worker', state: 'D' }));
  files.set('/proc/10/task/12/wchan', 'rpc_wait_bit_killable');
  assert.equal(sample(table, files, 100, CALM).blockedTotal, 0);
  const found = sample(table, files, 110, SUSPECT);
  assert.equal(found.blocked[0]?.pid, 12);
  assert.equal(found.blocked[0]?.wchan, 'rpc_wait_bit_killable');
  // Once it is known it is followed without any other reason.
  assert.equal(sample(table, files, 120, CALM).blocked[0]?.seenMs, 10_000);
});

test('of very many blocked tasks the longest are described and all are counted', () => {
  const files = new FakeSystemFiles();
  for (let pid = 10; pid < 110; pid++) setProcess(files, pid, { state: 'D' });
  const { blocked, blockedTotal } = sample(newTable(), files, 100);
  assert.equal(blockedTotal, 100);
  assert.ok(blocked.length <= 16);
});

test('with ten thousand processes each snapshot reads a bounded number, and all are read in turn', () => {
  const files = new FakeSystemFiles();
  const table = newTable();
  for (let pid = 1; pid <= 10_000; pid++) setProcess(files, pid);
  const seen = new Set<string>();
  for (let turn = 0; turn < 42; turn++) {
    files.asked.length = 0;
    const { incomplete } = sample(table, files, 100 + turn * 10);
    assert.match(incomplete ?? '', /10000 processes/);
    const reads = files.asked.filter((path) => path.endsWith('/stat'));
    assert.ok(reads.length <= READS_MAX, `${reads.length}`);
    for (const path of reads) seen.add(path);
  }
  assert.equal(seen.size, 10_000);
});

test('among thousands a process that was busy once is looked at each time', () => {
  const files = new FakeSystemFiles();
  const table = newTable();
  for (let pid = 1; pid <= 1000; pid++) setProcess(files, pid);
  let ticks = 0;
  const shares: number[] = [];
  for (let turn = 0; turn < 20; turn++) {
    ticks += 1000;
    setProcess(files, 3, { comm: 'spinner', ticks });
    const { top } = sample(table, files, 100 + turn * 10);
    shares.push(top.find((item) => item.pid === 3)?.cpuPermille ?? -1);
  }
  assert.deepEqual(new Set(shares.slice(5)), new Set([1000]));
});

test('idle kernel threads of a calm guest are read in turn, and all of them when something may be blocked', () => {
  const files = new FakeSystemFiles();
  const table = newTable();
  for (let pid = 2; pid < 102; pid++)
    setProcess(files, pid, { comm: `kworker/${pid}`, state: 'I', pages: 0 });
  setProcess(files, 200, { comm: 'server' });
  const readsAt = (seconds: number, hints = CALM): readonly string[] => {
    files.asked.length = 0;
    sample(table, files, seconds, hints);
    return files.asked.filter((path) => path.endsWith('/stat'));
  };
  assert.equal(readsAt(100).length, 101);
  assert.equal(readsAt(110).length, 101);
  const turns = [120, 130, 140, 150].map((seconds) => readsAt(seconds));
  assert.deepEqual(
    turns.map((reads) => reads.length),
    [26, 26, 26, 26],
  );
  assert.equal(new Set(turns.flat()).size, 101);
  assert.equal(readsAt(160, SUSPECT).length, 101);
});

test('under a fork bomb /proc is not even listed', () => {
  const files = new FakeSystemFiles();
  setProcess(files, 1);
  const { incomplete } = sample(newTable(), files, 100, { tasks: 1_000_000, suspectBlocked: true });
  assert.match(incomplete ?? '', /1000000 tasks/);
  assert.ok(!files.asked.includes('/proc'));
});

test('a process that ends between the listing and the read is passed over', () => {
  const files = new FakeSystemFiles();
  setProcess(files, 1);
  files.folders.get('/proc')?.add('77');
  assert.equal(sample(newTable(), files, 100).top.length, 1);
});

test('/proc that cannot be listed is a failed part', () => {
  const files = new FakeSystemFiles();
  files.failures.set('/proc', 'EACCES');
  assert.equal(newTable().sample(files, 0, CALM).kind, 'failed');
});
