import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nearestName } from '#protocol/config/nearest-name.ts';

const KNOWN = [
  'app',
  'heartbeat',
  'schedule',
  'periodSeconds',
  'console',
  'logger',
  'recorder',
  'link',
  'allow',
];

test('usual slips are understood', () => {
  const slips = {
    aap: 'app',
    heartbeet: 'heartbeat',
    hearbeat: 'heartbeat',
    shcedule: 'schedule',
    periodSecond: 'periodSeconds',
    period_seconds: 'periodSeconds',
    'period-seconds': 'periodSeconds',
    Console: 'console',
    recordr: 'recorder',
    lnik: 'link',
  };
  for (const [slip, meant] of Object.entries(slips)) assert.equal(nearestName(slip, KNOWN), meant, slip);
});

test('a name that is like none gets no suggestion', () => {
  for (const name of ['', 'x', 'zzzz', 'database', 'x'.repeat(1_000_000)]) {
    assert.equal(nearestName(name, KNOWN), undefined, name.slice(0, 20));
  }
});

test('a known name is always nearest to itself', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KNOWN), (name) => {
      assert.equal(nearestName(name, KNOWN), name);
    }),
  );
});
