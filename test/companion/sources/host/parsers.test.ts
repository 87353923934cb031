import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCgroup } from '#companion/sources/host/cgroup-facts.ts';
import { parseKernelRecord, readKernelLog } from '#companion/sources/host/kernel-log.ts';
import { parseKeyValues } from '#companion/sources/host/key-values.ts';
import { freeBytes, parseDiskstats, parseNetDev, readNode } from '#companion/sources/host/node-facts.ts';
import { readNodeInventory } from '#companion/sources/host/node-inventory.ts';
import { parsePressure } from '#companion/sources/host/pressure.ts';
import { ProcFiles } from '#companion/sources/host/proc-files.ts';
import { parseProcessStat, parseSchedstat } from '#companion/sources/host/process-stat.ts';
import { FakeRoot, statLine } from '#test/support/fake-root.ts';

test('a stat line is read, whatever the name holds', () => {
  for (const name of ['qemu', 'a) R 1 (b', '', ')))', 'with blank']) {
    assert.deepEqual(parseProcessStat(statLine({ pid: 7, name, state: 'D', ticks: 12, start: 99 })), {
      pid: 7,
      name,
      state: 'D',
      cpuTicks: 12,
      startTicks: 99,
      cpu: 1,
    });
  }
});

test('every truncation of a stat line is none or whole', () => {
  const line = statLine({ pid: 7 });
  for (let end = 0; end < line.length; end += 1) {
    const stat = parseProcessStat(line.slice(0, end));
    if (stat !== undefined) assert.equal(stat.startTicks, 1000);
  }
});

test('schedstat is read, and nothing else', () => {
  assert.deepEqual(parseSchedstat('1063470 66498 2\n'), { runNs: 1_063_470, waitNs: 66_498 });
  for (const text of ['', '1 2', 'a b c', '1 2 3 4']) assert.equal(parseSchedstat(text), undefined);
});

test('pressure is read as far as it is there', () => {
  const text =
    'some avg10=77.04 avg60=1.50 avg300=0.00 total=1871336138\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=5\n';
  assert.deepEqual(parsePressure(text), {
    some: { avg10: 77.04, avg60: 1.5, avg300: 0, totalUs: 1_871_336_138 },
    full: { avg10: 0, avg60: 0, avg300: 0, totalUs: 5 },
  });
  assert.deepEqual(parsePressure('some avg10=x'), {});
});

test('names and numbers are read', () => {
  const values = parseKeyValues('VmRSS:\t  1024 kB\nusage_usec 5\nnr x\n');
  assert.deepEqual(
    [...values],
    [
      ['VmRSS', 1024],
      ['usage_usec', 5],
    ],
  );
});

test('disks that were never used are left out', () => {
  const text =
    '   8       0 sda 100 0 800 5 50 0 400 6 2 77 11 0 0 0 0 0 0\n   7 0 loop0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n bad\n';
  assert.deepEqual(parseDiskstats(text), [
    { name: 'sda', readBytes: 409_600, writtenBytes: 204_800, inFlight: 2, busyMs: 77 },
  ]);
});

test('interfaces are read with their errors', () => {
  const text = `Inter-|   Receive\n face |bytes\n  eth0: 10 1 2 3 0 0 0 0 20 2 4 5 0 0 0 0\n    lo:7 1 0 0 0 0 0 0 7 1 0 0 0 0 0 0\n`;
  assert.deepEqual(parseNetDev(text)[0], {
    name: 'eth0',
    receivedBytes: 10,
    receiveErrors: 2,
    receiveDrops: 3,
    sentBytes: 20,
    sendErrors: 4,
    sendDrops: 5,
  });
  assert.equal(parseNetDev(text)[1]?.receivedBytes, 7);
});

test('kernel records are read with the escapes that they have, safe to print', () => {
  assert.deepEqual(parseKernelRecord('4,1234,5000,-,caller=T1;oom-kill: \u001b[2J\n SUBSYSTEM=x\n'), {
    sequence: 1234,
    monotonicUs: 5000,
    level: 4,
    text: 'oom-kill: \\x1b[2J',
  });
  assert.equal(parseKernelRecord('nonsense'), undefined);
});

test('a kernel log that may not be read is a reason', () => {
  const log = readKernelLog(10, '/nonexistent/kmsg');
  assert.equal(log.ok, false);
});

test('parsers do not throw, whatever the files hold', () => {
  const parsers = [
    parseProcessStat,
    parseSchedstat,
    parsePressure,
    parseKeyValues,
    parseDiskstats,
    parseNetDev,
    parseKernelRecord,
  ];
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      for (const parse of parsers) parse(text);
    }),
  );
});

test('cgroups of both versions are read', () => {
  const root = new FakeRoot().write({
    '/proc/7/cgroup': '0::/vm/web\n',
    '/sys/fs/cgroup/vm/web/memory.current': '1000\n',
    '/sys/fs/cgroup/vm/web/memory.max': 'max\n',
    '/sys/fs/cgroup/vm/web/cpu.stat': 'usage_usec 500\nnr_throttled 3\nthrottled_usec 20\n',
    '/sys/fs/cgroup/vm/web/memory.events': 'low 0\noom_kill 2\n',
    '/sys/fs/cgroup/vm/web/cgroup.events': 'populated 1\nfrozen 1\n',
    '/sys/fs/cgroup/vm/web/io.pressure': 'some avg10=1.00 avg60=2.00 avg300=3.00 total=4\n',
    '/proc/8/cgroup': '4:memory:/eve\n2:cpu,cpuacct:/eve\n6:freezer:/eve\n0::/\n',
    '/sys/fs/cgroup/memory/eve/memory.usage_in_bytes': '2000\n',
    '/sys/fs/cgroup/memory/eve/memory.limit_in_bytes': '9223372036854771712\n',
    '/sys/fs/cgroup/cpu/eve/cpuacct.usage': '5000000\n',
    '/sys/fs/cgroup/cpu/eve/cpu.stat': 'nr_throttled 1\nthrottled_time 7000\n',
    '/sys/fs/cgroup/freezer/eve/freezer.state': 'THAWED\n',
    '/proc/9/cgroup': '0::/../../etc\n',
  });
  const files = new ProcFiles(root.path);
  const second = readCgroup(files, 7);
  assert.deepEqual(
    [
      second?.memoryBytes,
      second?.memoryMaxBytes,
      second?.cpuUsageUs,
      second?.throttledPeriods,
      second?.oomKills,
    ],
    [1000, undefined, 500, 3, 2],
  );
  assert.deepEqual([second?.isFrozen, second?.pressure.io?.some?.avg60], [true, 2]);
  const first = readCgroup(files, 8);
  assert.deepEqual(
    [
      first?.version,
      first?.memoryBytes,
      first?.memoryMaxBytes,
      first?.cpuUsageUs,
      first?.throttledUs,
      first?.isFrozen,
    ],
    [1, 2000, undefined, 5000, 7, false],
  );
  assert.equal(readCgroup(files, 9), undefined);
  assert.equal(readCgroup(files, 10), undefined);
  root.remove();
});

test('a host whose /proc is empty gives facts without values', () => {
  const root = new FakeRoot();
  const facts = readNode(new ProcFiles(root.path));
  assert.deepEqual(facts, { pressure: { cpu: {}, memory: {}, io: {} }, disks: [], interfaces: [] });
  root.remove();
});

test('this host has an uptime, load and memory', () => {
  const facts = readNode(new ProcFiles());
  assert.ok((facts.uptimeSeconds ?? 0) > 0);
  assert.ok((facts.memoryTotalBytes ?? 0) > (facts.memoryAvailableBytes ?? 0));
  assert.equal(facts.load?.length, 3);
});

test('free space is told, and a path that is not there is not', async () => {
  assert.ok(((await freeBytes('/tmp', 5000)) ?? 0) > 0);
  assert.equal(await freeBytes('/nonexistent', 5000), undefined);
});

test('an inventory has what came in time, and says what did not', async () => {
  const never = new Promise<object>(() => undefined);
  const inventory = await readNodeInventory({
    deadlineMs: 30,
    source: {
      system: () => Promise.resolve({ model: 'edge' }),
      cpu: () => never,
      operatingSystem: () => Promise.reject(new Error('no lsb_release')),
      disks: () => Promise.resolve([]),
      filesystems: () => Promise.resolve([]),
      interfaces: () => Promise.resolve([]),
    },
  });
  assert.deepEqual(inventory.system, { model: 'edge' });
  assert.deepEqual(inventory.missing, { cpu: 'no answer within 30 ms', operatingSystem: 'no lsb_release' });
});
