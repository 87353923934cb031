import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { ingestEntry } from '#companion/controller/ingest/ingest-entry.ts';
import { ControllerStore } from '#companion/controller/store/controller-store.ts';
import { toEveLogEntry } from '#companion/eve/log-entry.ts';
import { makeEntry, TEST_APP } from '#test/support/make-entry.ts';

let dir: string;
before(() => {
  dir = mkdtempSync(join(tmpdir(), 'cherub-store-'));
});
after(() => {
  rmSync(dir, { recursive: true });
});

const NOW = 1_700_000_000_000;
const lines = (ids: readonly number[], kind = 'console') =>
  ids.map((id) => {
    const entry = makeEntry({
      id: `${kind}-${id}`,
      content: `${id}`,
      atMs: NOW + id,
      tags: { 'cherub.kind': kind },
    });
    return ingestEntry(toEveLogEntry(entry, id), NOW + 1000);
  });

function openStore(name: string, entriesPerKindMax = 1000, appsPerDeviceMax = 10): [ControllerStore, number] {
  const store = ControllerStore.open(join(dir, name), { entriesPerKindMax, appsPerDeviceMax });
  store.devices.add('edge', 'f'.repeat(64), NOW);
  return [store, store.devices.byName('edge')?.id ?? 0];
}

const kept = (store: ControllerStore) =>
  store.entries.log(1, { kinds: ['console', 'other', 'loss'], limit: 1000 }).map((entry) => entry.content);

test('the oldest of a kind go when there are too many, and are counted; other kinds stay', () => {
  const [store, device] = openStore('retention.db', 5);
  store.writer.write(device, TEST_APP, lines([9], 'loss'), NOW);
  store.writer.write(device, TEST_APP, lines([1, 2, 3, 4]), NOW);
  store.writer.write(device, TEST_APP, lines([5, 6, 7]), NOW);
  assert.deepEqual(kept(store), ['3', '4', '5', '6', '7', '9']);
  assert.equal(store.apps.get(1)?.pruned, 2);
  assert.equal(store.apps.get(1)?.entries, 6);
  store.close();
});

test('an entry that comes twice within one request or in two is kept once', () => {
  const [store, device] = openStore('twice.db');
  const first = store.writer.write(device, TEST_APP, lines([1, 2, 1]), NOW);
  assert.ok(first.ok);
  assert.deepEqual([first.stored.length, first.duplicates], [2, 1]);
  const second = store.writer.write(device, TEST_APP, lines([2, 3]), NOW);
  assert.ok(second.ok);
  assert.deepEqual([second.stored.length, second.duplicates], [1, 1]);
  assert.deepEqual(kept(store), ['1', '2', '3']);
  store.close();
});

test('a device cannot have more apps than allowed', () => {
  const [store, device] = openStore('apps.db', 10, 1);
  assert.ok(store.writer.write(device, TEST_APP, lines([1]), NOW).ok);
  const refused = store.writer.write(device, `${TEST_APP.slice(0, -1)}9`, lines([1]), NOW);
  assert.deepEqual(refused, { ok: false, problem: 'this device already has 1 apps' });
  assert.equal(store.apps.list(10).length, 1);
  store.close();
});

test('what goes with a device that is removed is everything', () => {
  const [store, device] = openStore('remove.db');
  store.writer.write(device, TEST_APP, lines([1, 2]), NOW);
  assert.equal(store.devices.remove('edge'), true);
  assert.deepEqual(store.apps.list(10), []);
  assert.deepEqual(kept(store), []);
  store.close();
});

test('hostile text stays data', () => {
  const [store, device] = openStore('hostile.db');
  const content = "'); DROP TABLE entries; --\u0000\u202e";
  const entry = ingestEntry(toEveLogEntry(makeEntry({ id: content, content, appName: content }), 1), NOW);
  store.writer.write(device, TEST_APP, [entry], NOW);
  assert.deepEqual(kept(store), [content]);
  assert.equal(store.apps.get(1)?.name, content);
  store.close();
});

test('the database is for its owner only', () => {
  const [store] = openStore('mode.db');
  assert.equal(statSync(join(dir, 'mode.db')).mode & 0o777, 0o600);
  store.close();
});

test('a database of a newer version and a file that is none are refused in one line', () => {
  const newer = join(dir, 'newer.db');
  const database = new DatabaseSync(newer);
  database.exec('PRAGMA user_version = 99');
  database.close();
  assert.throws(() => ControllerStore.open(newer), /written by a newer cherub/u);
  const none = join(dir, 'none.db');
  writeFileSync(none, 'x'.repeat(10_000));
  assert.throws(() => ControllerStore.open(none), /cannot be used as the controller's database/u);
});
