import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseStack, parseWchan } from '#agent/core/snapshot/blocked-tasks.ts';
import { parseCpu } from '#agent/core/snapshot/cpu.ts';
import { parseDisks } from '#agent/core/snapshot/disks.ts';
import { parseFailedUnits } from '#agent/core/snapshot/failed-units.ts';
import { parseInterfaces } from '#agent/core/snapshot/interfaces.ts';
import { parseKernelMessage } from '#agent/core/snapshot/kernel-message.ts';
import { parseLoad } from '#agent/core/snapshot/load.ts';
import { parseMemory } from '#agent/core/snapshot/memory.ts';
import { parseMounts } from '#agent/core/snapshot/mounts.ts';
import { parsePressure } from '#agent/core/snapshot/pressure.ts';
import { parseProcessStat } from '#agent/core/snapshot/process-stat.ts';
import { parseVmstat } from '#agent/core/snapshot/vmstat.ts';
import { recordedSystemFiles } from '#test/support/fake-system-files.ts';

const recorded = recordedSystemFiles('debian-6.12');

function textOf(path: string): string {
  const file = recorded.read(path, 65_536);
  assert.ok(file.ok, path);
  return file.text;
}

test('the load average of a text that is cut off is not understood', () => {
  assert.deepEqual(parseLoad('0.12 0.05 0.01 1/123 4567\n'), {
    kind: 'ok',
    value: { load1: 0.12, load5: 0.05, load15: 0.01, runnable: 1, tasks: 123 },
  });
  assert.equal(parseLoad('0.12 0.05').kind, 'failed');
});

test('CPU times are in milliseconds whatever the tick is', () => {
  const text = 'cpu  10 1 20 300 4 5 6 7 0 0\ncpu0 1 1\ncpu2 1 1\nctxt 99\nprocesses 42\nprocs_blocked 3\n';
  const cpu = parseCpu(text, 100);
  assert.equal(cpu.kind, 'ok');
  if (cpu.kind !== 'ok') return;
  assert.equal(cpu.value.waitingForDisk, 3);
  assert.deepEqual(cpu.value.time, {
    online: 2,
    userMs: 100,
    niceMs: 10,
    systemMs: 200,
    idleMs: 3000,
    iowaitMs: 40,
    irqMs: 50,
    softirqMs: 60,
    stealMs: 70,
    contextSwitches: 99,
    forks: 42,
  });
});

test('memory of a real guest adds up', () => {
  const memory = parseMemory(textOf('/proc/meminfo'));
  assert.equal(memory.kind, 'ok');
  if (memory.kind !== 'ok') return;
  const { totalBytes, freeBytes, availableBytes, slabUnreclaimableBytes } = memory.value;
  assert.ok(totalBytes && freeBytes && availableBytes && slabUnreclaimableBytes);
  assert.ok(totalBytes > 400e6 && totalBytes < 512 * 1024 * 1024);
  assert.ok(freeBytes < totalBytes && availableBytes < totalBytes);
});

test('a pressure line gives averages and the total', () => {
  const some = { avg10: 1.5, avg60: 0.25, avg300: 0, totalUs: 123456 };
  assert.deepEqual(parsePressure('some avg10=1.50 avg60=0.25 avg300=0.00 total=123456\n'), {
    some,
    full: undefined,
  });
});

test('allocation stalls are summed over the zones', () => {
  const text =
    'nr_free_pages 1\npgfault 7\npgmajfault 2\nallocstall_dma 1\nallocstall_normal 2\nallocstall_movable 4\n';
  const vmstat = parseVmstat(text);
  assert.equal(vmstat.kind, 'ok');
  if (vmstat.kind === 'ok') assert.equal(vmstat.value.allocationStalls, 7);
});

test('vmstat of a real kernel is understood', () => {
  const vmstat = parseVmstat(textOf('/proc/vmstat'));
  assert.equal(vmstat.kind, 'ok');
  if (vmstat.kind === 'ok') assert.ok((vmstat.value.pageFaults ?? 0) > 1000);
});

test('disks are whole, used, and counted in bytes', () => {
  const text = [
    ' 254       0 vda 10 0 80 2 5 0 16 1 1 30 40 0 0 0 0',
    ' 254       1 vda1 10 0 80 2 5 0 16 1 1 30 40 0 0 0 0',
    '   7       0 loop0 10 0 80 2 5 0 16 1 0 30 40 0 0 0 0',
    ' 254      16 vdb 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0',
  ].join('\n');
  assert.deepEqual(
    parseDisks(text, (name) => name !== 'vda1'),
    {
      disks: [
        {
          name: 'vda',
          reads: 10,
          readBytes: 40960,
          writes: 5,
          writtenBytes: 8192,
          inFlight: 1,
          busyMs: 30,
          weightedMs: 40,
        },
      ],
      left: 0,
    },
  );
});

test('interfaces leave the loopback out and put container plumbing last', () => {
  const line = (name: string) => `${name}: 1 2 3 4 0 0 0 0 5 6 7 8 0 0 0 0`;
  const text = ['Inter-| x', ' face |bytes', line('    lo'), line('veth1'), line('  eth0')].join('\n');
  const { interfaces } = parseInterfaces(text);
  assert.deepEqual(
    interfaces.map((item) => item.name),
    ['eth0', 'veth1'],
  );
  assert.equal(interfaces[0]?.txDropped, 8);
});

test('a hundred interfaces are cut, and said to be', () => {
  const text = Array.from({ length: 100 }, (_, n) => `eth${n}: 1 2 3 4 0 0 0 0 5 6 7 8 0 0 0 0`).join('\n');
  const { interfaces, left } = parseInterfaces(text);
  assert.equal(interfaces.length + left, 100);
  assert.ok(interfaces.length < 20);
});

test('a process may be called like the rest of its own line', () => {
  const numbers = '0 0 0 0 -1 0 0 0 0 0 11 22 0 0 20 0 3 0 444 0 55 0';
  assert.deepEqual(parseProcessStat(`7 (evil) R 1 (name) S ${numbers}`), {
    comm: 'evil) R 1 (name',
    state: 'S',
    cpuTicks: 33,
    threads: 3,
    startTicks: 444,
    residentPages: 55,
  });
});

test('every recorded process is understood', () => {
  const stats = [...recorded.files.keys()].filter((path) => /^\/proc\/\d+\/stat$/.test(path));
  assert.ok(stats.length > 15);
  for (const path of stats) assert.ok(parseProcessStat(textOf(path)), path);
  const init = parseProcessStat(textOf('/proc/1/stat'));
  assert.equal(init?.comm, 'init');
  assert.ok((init?.residentPages ?? 0) > 100);
});

test('a stack loses its addresses and sizes and keeps its modules', () => {
  const text = '[<0>] io_schedule+0x42/0x70\n[<0>] nfs_wait_bit_killable+0x11/0x90 [nfs]\nnoise\n';
  assert.deepEqual(parseStack(text), ['io_schedule+0x42', 'nfs_wait_bit_killable+0x11 [nfs]']);
  assert.equal(parseWchan('0'), '');
  assert.equal(parseWchan('do_wait\n'), 'do_wait');
});

test('a kernel record loses its dictionary and keeps its escapes', () => {
  const record = '4,339,5140900,-;usb 1-1: \\x1b[31m odd\n SUBSYSTEM=usb\n';
  assert.deepEqual(parseKernelMessage(record), {
    sequence: 339,
    monotonicUs: 5140900,
    priority: 4,
    text: 'usb 1-1: \\x1b[31m odd',
  });
  assert.equal(parseKernelMessage('no semicolon'), undefined);
});

test('failed units are named with and without a mark in front', () => {
  const text =
    'nginx.service loaded failed failed A high performance web server\n● foo@1.mount loaded failed failed Foo\n';
  assert.deepEqual(parseFailedUnits(text), {
    units: [{ name: 'nginx.service' }, { name: 'foo@1.mount' }],
    left: 0,
  });
});

test('no parser throws, whatever the text is', () => {
  const piece = fc.constantFrom(
    'cpu ',
    'MemTotal:',
    'some avg10=',
    ' total=',
    'pgfault ',
    'eth0:',
    ' - ',
    ') S ',
    '(',
    '\n',
    ' ',
    '\t',
    '\\040',
    '99999999999999999999',
    '-1',
    '6,1,2,-;',
    '[<0>] f+0x1/0x2',
  );
  const text = fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 60 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (any) => {
      parseLoad(any);
      parseCpu(any, 100);
      parseMemory(any);
      parsePressure(any);
      parseVmstat(any);
      parseDisks(any, () => true);
      parseInterfaces(any);
      parseMounts(any);
      parseProcessStat(any);
      parseStack(any);
      parseWchan(any);
      parseKernelMessage(any);
      parseFailedUnits(any);
    }),
    { numRuns: 500 },
  );
});
