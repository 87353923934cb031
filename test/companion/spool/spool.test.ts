import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import type { Entry } from '#companion/entries/entry.ts';
import { type DroppedApp, Spool } from '#companion/spool/spool.ts';

const ALL = { entriesMax: 1000, bytesMax: 1024 * 1024 };

function directory(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'cherub-spool-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return join(path, 'spool');
}

function entry(id: number, bytes = 20): Entry {
  return {
    id: `id-${id}`,
    appId: 'app',
    appName: 'web',
    atMs: id,
    severity: 'info',
    source: 'console',
    content: 'x'.repeat(bytes),
    tags: {},
  };
}

function idsOf(spool: Spool, reader = 'a', limits = ALL): string[] {
  return spool.read(reader, limits).entries.map((each) => each.entry.id);
}

function segments(path: string): string[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.seg'))
    .sort()
    .map((name) => join(path, name));
}

/** What a killed process leaves: the files as they are, no orderly close. */
function reopen(path: string, readers: readonly string[] = ['a'], bytesMax = 1024 * 1024): Spool {
  return Spool.open({ directory: path, bytesMax, readers });
}

test('every sink gets every entry in order, at its own pace, also over a restart', (t) => {
  const path = directory(t);
  const spool = reopen(path, ['a', 'b']);
  spool.append([entry(1), entry(2)]);
  spool.append([entry(3)]);
  assert.deepEqual(idsOf(spool, 'a', { entriesMax: 2, bytesMax: 1000 }), ['id-1', 'id-2']);
  spool.commit('a', spool.read('a', { entriesMax: 2, bytesMax: 1000 }).next);
  assert.deepEqual(idsOf(spool, 'a'), ['id-3']);
  assert.deepEqual(idsOf(spool, 'b'), ['id-1', 'id-2', 'id-3']);
  const again = reopen(path, ['a', 'b']);
  assert.deepEqual(idsOf(again, 'a'), ['id-3']);
  assert.deepEqual(idsOf(again, 'b'), ['id-1', 'id-2', 'id-3']);
  again.append([entry(4)]);
  assert.deepEqual(idsOf(again, 'a'), ['id-3', 'id-4']);
});

test('a segment goes when all sinks have taken it', (t) => {
  const path = directory(t);
  const spool = reopen(path, ['a', 'b']);
  for (let i = 0; i < 40; i += 1) spool.append([entry(i, 10_000)]);
  const before = segments(path).length;
  assert.ok(before >= 3);
  spool.commit('a', 41);
  assert.equal(segments(path).length, before);
  spool.commit('b', 41);
  assert.equal(segments(path).length, 1);
});

test('when it is full the oldest go first, are counted by sink and told by app', (t) => {
  const path = directory(t);
  const told: [string, DroppedApp][] = [];
  const spool = Spool.open({
    directory: path,
    bytesMax: 1024 * 1024,
    readers: ['a', 'b'],
    onDropped: (apps) => told.push(...apps),
  });
  for (let i = 0; i < 50; i += 1) spool.append([entry(i, 10_000)]);
  spool.commit('a', spool.read('a', { entriesMax: 50, bytesMax: 1e9 }).next);
  for (let i = 50; i < 300; i += 1) spool.append([entry(i, 10_000)]);
  const { bytes, readers } = spool.statistics();
  assert.ok(bytes <= 1024 * 1024);
  const first = Number(idsOf(spool, 'b')[0]?.slice(3));
  assert.equal(readers['b']?.dropped, first);
  assert.ok((readers['a']?.dropped ?? 0) < first);
  assert.equal(readers['b']?.pending, 300 - first);
  const toldCount = told.reduce((sum, [, { count }]) => sum + count, 0);
  assert.equal(toldCount, first);
});

test('a crash at any byte of the last write loses at most the entries of that write', (t) => {
  const path = directory(t);
  const spool = reopen(path);
  spool.append([entry(1), entry(2)]);
  const file = segments(path)[0] ?? '';
  const before = readFileSync(file);
  spool.append([entry(3), entry(4)]);
  const after = readFileSync(file);
  for (let length = before.length; length <= after.length; length += 1) {
    writeFileSync(file, after.subarray(0, length));
    const recovered = reopen(path);
    const ids = idsOf(recovered);
    assert.deepEqual(ids.slice(0, 2), ['id-1', 'id-2']);
    recovered.append([entry(9)]);
    assert.deepEqual(idsOf(recovered), [...ids, 'id-9']);
  }
});

test('damage in the middle costs what is damaged and what follows in its segment, and is counted', (t) => {
  const path = directory(t);
  const spool = reopen(path);
  for (let i = 0; i < 40; i += 1) spool.append([entry(i, 10_000)]);
  const [first = ''] = segments(path);
  const bytes = readFileSync(first);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(first, bytes);
  const again = reopen(path);
  const ids: string[] = [];
  for (let i = 0; i < 100; i += 1) {
    const batch = again.read('a', { entriesMax: 3, bytesMax: 1e6 });
    ids.push(...batch.entries.map((each) => each.entry.id));
    again.commit('a', batch.next);
  }
  assert.equal(ids.length + again.statistics().damaged, 40);
  assert.ok(ids.includes('id-0') && ids.includes('id-39'));
  assert.equal(again.pending('a'), 0);
});

test('damaged cursors send everything again, and lost data sends nothing twice under an old number', (t) => {
  const path = directory(t);
  const spool = reopen(path);
  spool.append([entry(1), entry(2)]);
  spool.commit('a', 3);
  writeFileSync(join(path, 'cursors.json'), '{"a":');
  assert.deepEqual(idsOf(reopen(path)), ['id-1', 'id-2']);

  const behind = reopen(path);
  behind.commit('a', 3);
  truncateSync(segments(path)[0] ?? '', 20);
  const recovered = reopen(path);
  recovered.append([entry(7)]);
  assert.deepEqual(idsOf(recovered), ['id-7']);
});

test('garbage at the end of the last segment is not taken for entries', (t) => {
  const path = directory(t);
  reopen(path).append([entry(1)]);
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (garbage) => {
      appendFileSync(segments(path)[0] ?? '', garbage);
      assert.deepEqual(idsOf(reopen(path)), ['id-1']);
    }),
    { numRuns: 50 },
  );
});

test('a new sink begins with the oldest entry, and one that left holds nothing back', (t) => {
  const spool = reopen(directory(t), ['a', 'slow']);
  spool.append([entry(1)]);
  spool.commit('a', 2);
  spool.setReaders(['a', 'new']);
  assert.deepEqual(idsOf(spool, 'new'), ['id-1']);
  assert.deepEqual(idsOf(spool, 'a'), []);
  assert.deepEqual(Object.keys(spool.statistics().readers), ['a', 'new']);
});

test('without a sink nothing is kept', (t) => {
  const spool = reopen(directory(t), []);
  spool.append([entry(1)]);
  assert.equal(spool.statistics().pending, 0);
});

test('any mix of appends, commits and crashes gives each sink what it has not committed, in order', (t) => {
  const base = directory(t);
  const step = fc.oneof(
    fc.record({ kind: fc.constant('append' as const), count: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ kind: fc.constant('take' as const), count: fc.integer({ min: 1, max: 7 }) }),
    fc.constant({ kind: 'crash' as const, count: 0 }),
  );
  let run = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      run += 1;
      const path = `${base}-${run}`;
      let spool = reopen(path);
      let appended = 0;
      let taken = 0;
      for (const { kind, count } of steps) {
        if (kind === 'crash') spool = reopen(path);
        else if (kind === 'append') {
          spool.append(Array.from({ length: count }, (_, i) => entry(appended + i, 5000)));
          appended += count;
        } else {
          const batch = spool.read('a', { entriesMax: count, bytesMax: 1e6 });
          assert.deepEqual(
            batch.entries.map((each) => each.entry.id),
            batch.entries.map((_, i) => `id-${taken + i}`),
          );
          assert.ok(batch.entries.length > 0 || taken === appended);
          taken += batch.entries.length;
          spool.commit('a', batch.next);
        }
        assert.equal(spool.pending('a'), appended - taken);
      }
      rmSync(path, { recursive: true, force: true });
    }),
    { numRuns: 60 },
  );
});
