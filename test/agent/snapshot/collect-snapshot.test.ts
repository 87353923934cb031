import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SnapshotCollector, type SnapshotInputs } from '#agent/core/snapshot/collect-snapshot.ts';
import { fitSnapshot, SNAPSHOT_BYTES_DEFAULT } from '#agent/core/snapshot/fit-snapshot.ts';
import type { SystemFiles } from '#agent/core/snapshot/system-files.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { type FakeSystemFiles, recordedSystemFiles } from '#test/support/fake-system-files.ts';

const NOW = { monotonicUs: 100_000_000, wallUs: 1_795_000_000_000_000 };

const INPUTS: SnapshotInputs = {
  state: cherub.State.STATE_OK,
  filesystems: { part: { kind: 'ok', value: [] }, incomplete: undefined },
  failedUnits: { kind: 'ok', value: [] },
  kernelLog: { kind: 'ok', value: { messages: [], dropped: 0 } },
  checks: [],
  counters: undefined,
};

function collectFrom(files: SystemFiles, inputs: SnapshotInputs = INPUTS): cherub.Snapshot.$Properties {
  const options = { files, app: 'web', periodMs: 10_000, pageBytes: 4096, ticksPerSecond: 100 };
  return new SnapshotCollector(options).collect(NOW, inputs);
}

function missingOf(snapshot: cherub.Snapshot.$Properties): Record<string, string> {
  return Object.fromEntries((snapshot.missing ?? []).map((item) => [item.part, item.reason ?? '']));
}

for (const name of ['debian-6.1', 'debian-6.12'] as const) {
  test(`a snapshot of a real guest (${name}) is whole and fits one block`, () => {
    const snapshot = collectFrom(recordedSystemFiles(name));
    assert.deepEqual(snapshot.missing, []);
    assert.equal(snapshot.cpu?.online, 2);
    assert.ok((snapshot.memory?.availableBytes ?? 0) > 0);
    assert.ok(snapshot.cpuSome && snapshot.memoryFull && snapshot.ioFull);
    assert.deepEqual(
      snapshot.disks?.map((disk) => disk.name),
      ['vda'],
    );
    assert.deepEqual(
      snapshot.interfaces?.map((item) => [item.name, item.up]),
      [['eth0', false]],
    );
    assert.ok((snapshot.top ?? []).length > 0);
    const fitted = fitSnapshot(snapshot);
    assert.equal(fitted.snapshot, snapshot);
    assert.ok(fitted.bytes <= SNAPSHOT_BYTES_DEFAULT);
  });
}

test('each part that is not there is named once with its reason, and the others stay', () => {
  const files = recordedSystemFiles('debian-6.12').remove('/proc/pressure').remove('/proc/net');
  files.failures.set('/proc/vmstat', 'EACCES');
  files.set('/proc/meminfo', 'nonsense');
  const snapshot = collectFrom(files);
  assert.deepEqual(missingOf(snapshot), {
    memory: '/proc/meminfo has no MemTotal',
    vmstat: '/proc/vmstat cannot be read: EACCES',
    pressure: '/proc/pressure/cpu is not there',
    interfaces: '/proc/net/dev is not there',
  });
  assert.ok(snapshot.load && snapshot.cpu && snapshot.disks && snapshot.top);
});

test('what was found out beside the path is taken over, with its reasons', () => {
  const snapshot = collectFrom(recordedSystemFiles('debian-6.12'), {
    ...INPUTS,
    filesystems: { part: { kind: 'ok', value: [{ mount: '/' }] }, incomplete: '/mnt: ESTALE' },
    failedUnits: { kind: 'failed', reason: 'systemctl: is not installed' },
    kernelLog: { kind: 'ok', value: { messages: [{ sequence: 1, text: 'x' }], dropped: 7 } },
  });
  assert.deepEqual(missingOf(snapshot), {
    filesystems: '/mnt: ESTALE',
    failed_units: 'systemctl: is not installed',
  });
  assert.equal(snapshot.kernelLogDropped, 7);
});

test('a mistake of ours in one part does not cost the others', () => {
  const files = recordedSystemFiles('debian-6.12');
  const broken: SystemFiles = {
    read: (path, bytesMax) => {
      if (path === '/proc/vmstat') throw new TypeError('oops');
      return files.read(path, bytesMax);
    },
    readBytes: (path, bytesMax) => files.readBytes(path, bytesMax),
    list: (path) => files.list(path),
    link: (path) => files.link(path),
  };
  const snapshot = collectFrom(broken);
  assert.deepEqual(missingOf(snapshot), { vmstat: 'internal error: oops' });
  assert.ok(snapshot.load && snapshot.memory && snapshot.top);
});

test('names that a process or an admin chose cannot do anything to a terminal', () => {
  const files = recordedSystemFiles('debian-6.12');
  files.set('/proc/1/stat', '1 (\u001b]0;x\u0007) R 0 0 0 0 -1 0 0 0 0 0 1 1 0 0 20 0 1 0 1 0 9999999 0');
  const snapshot = collectFrom(files);
  assert.ok(snapshot.top?.some((item) => item.comm === '?]0;x?'));
  const files2 = recordedSystemFiles('debian-6.12');
  const options = { files: files2, app: 'a\u001b[2Jb', periodMs: 1, pageBytes: 4096, ticksPerSecond: 100 };
  assert.equal(new SnapshotCollector(options).collect(NOW, INPUTS).app, 'a?[2Jb');
});

test('whatever /proc and /sys hold, a snapshot comes, encodes and fits', () => {
  const paths = [...recordedSystemFiles('debian-6.12').files.keys()].filter(
    (path) => !path.startsWith('/proc/sys/') && !path.startsWith('/dev/'),
  );
  const mutation = fc.record({
    path: fc.constantFrom(...paths),
    how: fc.oneof(
      fc.constant({ kind: 'remove' as const }),
      fc.record({ kind: fc.constant('text' as const), text: fc.string({ unit: 'binary', maxLength: 200 }) }),
      fc.record({ kind: fc.constant('cut' as const), at: fc.nat(2000) }),
      fc.record({ kind: fc.constant('swap' as const), from: fc.constantFrom('0', '1', ' ', '\n', ')') }),
      fc.record({ kind: fc.constant('fail' as const), code: fc.constantFrom('EACCES', 'EIO', 'ENOMEM') }),
    ),
  });
  fc.assert(
    fc.property(
      fc.array(mutation, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 12, max: 4000 }),
      (mutations, budget) => {
        const files = recordedSystemFiles('debian-6.12');
        for (const { path, how } of mutations) mutate(files, path, how);
        const snapshot = collectFrom(files);
        const fitted = fitSnapshot(snapshot, budget);
        const bytes = cherub.Snapshot.encode(fitted.snapshot).finish();
        assert.equal(bytes.length, fitted.bytes);
        assert.ok(bytes.length <= budget);
        assert.equal(cherub.Snapshot.decode(bytes).state, cherub.State.STATE_OK);
      },
    ),
    { numRuns: 60 },
  );
});

type Mutation =
  | { readonly kind: 'remove' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'swap'; readonly from: string }
  | { readonly kind: 'fail'; readonly code: string };

function mutate(files: FakeSystemFiles, path: string, how: Mutation): void {
  const before = files.files.get(path);
  const text = typeof before === 'string' ? before : '';
  switch (how.kind) {
    case 'remove':
      files.remove(path);
      break;
    case 'text':
      files.set(path, how.text);
      break;
    case 'cut':
      files.set(path, text.slice(0, how.at));
      break;
    case 'swap':
      files.set(path, text.replaceAll(how.from, '99999999999999999999'));
      break;
    case 'fail':
      files.failures.set(path, how.code);
      break;
  }
}
