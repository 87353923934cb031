import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FaultRow } from '../vm/faults/fault-case.ts';
import { clearFaultRows, faultTable, readFaultRows } from './fault-rows.ts';

const row = (fault: string, vm: string, more: Partial<FaultRow> = {}): FaultRow => ({
  ...{ fault, vm, verdict: 'dead kernel', expected: 'dead kernel', secondsToVerdict: 0.5 },
  ...{ votes: ['console.panic (console)'], parts: ['console/tail.log'], ok: true },
  ...more,
});

test('rows of tests that ran beside each other become one sorted table, which is kept', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'fault-rows-'));
  t.after(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'artifacts'));
  const rows = [row('b', 'own'), row('a', 'own'), row('b', 'eve')];
  for (const each of rows) appendFileSync(join(root, 'artifacts/faults.jsonl'), `${JSON.stringify(each)}\n`);
  const names = readFaultRows(root).map(({ vm, fault }) => `${vm} ${fault}`);
  assert.deepEqual(names, ['eve b', 'own a', 'own b']);
  assert.equal(JSON.parse(readFileSync(join(root, 'artifacts/faults.json'), 'utf8')).length, 3);
  clearFaultRows(root);
  assert.equal(existsSync(join(root, 'artifacts/faults.json')), false);
  assert.deepEqual(readFaultRows(root), []);
});

test('the table shows the seconds of a good row and the problem of a bad one', () => {
  const text = faultTable([
    row('panic', 'own'),
    row('pause', 'eve', { ok: false, secondsToVerdict: null, problem: 'called dead' }),
  ]);
  assert.match(text, /^ok +own +panic +dead kernel +0\.5 s +1 +console\.panic \(console\)$/m);
  assert.match(text, /^FAIL +eve +pause +dead kernel +- +1 +called dead$/m);
  assert.equal(faultTable([]), '');
});
