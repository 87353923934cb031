import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureCapacity } from '#companion/sources/recorder/measure-capacity.ts';

const stamps = (bootId: string, count: number, stepSeconds: number, blocks = 1) =>
  Array.from({ length: count }, (_, i) => ({ bootId, blocks, monotonicUs: i * stepSeconds * 1_000_000 }));

test('an empty ring is told by the default rate: 16 MiB keep 11 hours', () => {
  const { capacityHours, isMeasured } = measureCapacity(4064, []);
  assert.equal(isMeasured, false);
  assert.ok(capacityHours > 10 && capacityHours < 12);
});

test('the rate of what is there counts, without the time between two boots', () => {
  const { capacityHours, isMeasured } = measureCapacity(3600, [
    ...stamps('a', 100, 5),
    ...stamps('b', 100, 5, 2),
  ]);
  assert.equal(isMeasured, true);
  assert.ok(Math.abs(capacityHours - (3600 * 990) / 297 / 3600) < 0.01);
});
