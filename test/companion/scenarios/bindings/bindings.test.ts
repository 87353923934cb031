import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bindings, CHANGES_MAX } from '#companion/scenarios/bindings/bindings.ts';
import type { Labelled, Target } from '#companion/scenarios/bindings/target.ts';

const WEB: Labelled = {
  name: 'web',
  appId: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  labels: { role: 'front' },
};
const DB: Labelled = { name: 'db', appId: '6ba7b811-9dad-11d1-80b4-00c04fd430c8', labels: { role: 'db' } };
const app = (name: string): Target => ({ kind: 'app', app: name });
const label = (text: string): Target => ({ kind: 'label', label: text });

test('a VM is meant by its name, its UUID in any case, a label, or a label with its value', () => {
  for (const target of [app('web'), app(WEB.appId.toUpperCase()), label('role'), label('role=front')]) {
    assert.deepEqual(new Bindings([{ scenario: 's', target }], []).of(WEB), ['s']);
  }
  for (const target of [app('we'), label('rol'), label('role=fron'), label('toString')]) {
    assert.deepEqual(new Bindings([{ scenario: 's', target }], []).of(WEB), []);
  }
});

test('one VM is taken out of a binding by label of the config, and put back', () => {
  const bindings = new Bindings([{ scenario: 's', target: label('role') }], []);
  assert.ok(bindings.unbind({ scenario: 's', target: app('web') }));
  assert.deepEqual([bindings.of(WEB), bindings.of(DB)], [[], ['s']]);
  const again = new Bindings([{ scenario: 's', target: label('role') }], bindings.changes);
  assert.deepEqual(again.of(WEB), []);
  assert.ok(again.bind({ scenario: 's', target: app('web') }));
  assert.deepEqual(again.of(WEB), ['s']);
});

test('the last word that means a VM holds', () => {
  const bindings = new Bindings([], []);
  bindings.bind({ scenario: 's', target: app('web') });
  bindings.bind({ scenario: 's', target: label('role') });
  bindings.unbind({ scenario: 's', target: label('role=front') });
  assert.deepEqual([bindings.of(WEB), bindings.of(DB)], [[], ['s']]);
  bindings.bind({ scenario: 's', target: app('web') });
  assert.deepEqual(bindings.of(WEB), ['s']);
});

test('an unbind that has nothing left to hold against leaves no trace', () => {
  const bindings = new Bindings([{ scenario: 'other', target: app('web') }], []);
  bindings.bind({ scenario: 's', target: app('web') });
  assert.ok(bindings.has({ scenario: 's', target: app('web') }));
  bindings.unbind({ scenario: 's', target: app('web') });
  assert.deepEqual(bindings.changes, []);
});

test('more changes than a person says are refused', () => {
  const bindings = new Bindings([], []);
  for (let i = 0; i < CHANGES_MAX; i += 1) assert.ok(bindings.bind({ scenario: 's', target: app(`vm${i}`) }));
  assert.equal(bindings.bind({ scenario: 's', target: app('web') }), false);
  assert.ok(bindings.bind({ scenario: 's', target: app('vm5') }));
});
