import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type ScenarioState, ScenarioStore } from '#companion/scenarios/store/scenario-store.ts';

const STATE: ScenarioState = {
  changes: [
    { action: 'bind', scenario: 'shell', target: { kind: 'app', app: 'web' } },
    { action: 'unbind', scenario: 'shell', target: { kind: 'label', label: 'role=db' } },
  ],
  pauses: [{ app: 'a', owner: 'ann', reason: 'why', sinceWallMs: 1, untilWallMs: 2 }],
  standings: [{ scenario: 'shell', app: 'a', state: 'failed', successes: 0, failures: 3 }],
};

function open(t: TestContext): { path: string; store: ScenarioStore; told: string[] } {
  const directory = mkdtempSync(join(tmpdir(), 'cherub-store-'));
  t.after(() => rmSync(directory, { recursive: true, force: true }));
  const path = join(directory, 'scenarios.json');
  const told: string[] = [];
  return { path, store: new ScenarioStore(path, (line) => told.push(line)), told };
}

test('what was written is read again, and only its owner may read it', (t) => {
  const { path, store, told } = open(t);
  assert.deepEqual(store.read(), { changes: [], pauses: [], standings: [] });
  assert.equal(store.write(STATE, true), undefined);
  assert.deepEqual(store.read(), STATE);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.deepEqual(told, []);
});

test('the same state is written once', (t) => {
  const { path, store } = open(t);
  store.write(STATE, false);
  rmSync(path);
  assert.equal(store.write(STATE, false), undefined);
  assert.equal(existsSync(path), false);
});

test('a file that is no JSON is put aside and told', (t) => {
  const { path, store, told } = open(t);
  store.write(STATE, true);
  const whole = readFileSync(path, 'utf8');
  writeFileSync(path, whole.slice(0, whole.length / 2));
  assert.deepEqual(store.read(), { changes: [], pauses: [], standings: [] });
  assert.match(told[0] ?? '', /is damaged; it was put aside as .*\.damaged/u);
  assert.equal(readFileSync(`${path}.damaged`, 'utf8'), whole.slice(0, whole.length / 2));
});

test('an entry that cannot be understood costs only itself', (t) => {
  const { path, store, told } = open(t);
  const damaged = {
    changes: [...STATE.changes, { action: 'bnd' }, null],
    pauses: 'none',
    standings: [{ ...STATE.standings[0], failures: -1 }, ...STATE.standings],
  };
  writeFileSync(path, JSON.stringify(damaged));
  assert.deepEqual(store.read(), { ...STATE, pauses: [] });
  assert.deepEqual(
    told.map((line) => line.replace(path, 'f')),
    [
      'f: 2 damaged under "changes" left out; all others hold',
      'f: 1 damaged under "pauses" left out; all others hold',
      'f: 1 damaged under "standings" left out; all others hold',
    ],
  );
  for (const other of ['null', '7', '[]', '"x"']) {
    writeFileSync(path, other);
    assert.deepEqual(store.read(), { changes: [], pauses: [], standings: [] });
  }
});
