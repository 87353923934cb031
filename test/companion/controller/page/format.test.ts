import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  formatAge,
  formatBytes,
  formatDuration,
  formatPercent,
  timeTicks,
} from '#companion/controller/page/format.ts';

test('bytes have three digits at most', () => {
  assert.equal(formatBytes(0), '0 B');
  assert.equal(formatBytes(999), '999 B');
  assert.equal(formatBytes(1000), '0.98 KiB');
  assert.equal(formatBytes(1536 * 1024), '1.50 MiB');
  assert.equal(formatBytes(2 ** 53), '8.00 PiB');
});

test('durations have two units at most', () => {
  assert.equal(formatDuration(400), '0 s');
  assert.equal(formatDuration(-5), '0 s');
  assert.equal(formatDuration(59_600), '1 min');
  assert.equal(formatDuration(200_000), '3 min 20 s');
  assert.equal(formatDuration(3_600_000), '1 h');
  assert.equal(formatDuration(100 * 3_600_000), '4 d 4 h');
  assert.equal(formatAge(200_000), '3 min');
});

test('percents are whole from ten on', () => {
  assert.equal(formatPercent(0), '0 %');
  assert.equal(formatPercent(9.96), '10.0 %');
  assert.equal(formatPercent(33.4), '33 %');
});

test('ticks are round in local time, ascending, and not too many', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }),
      fc.integer({ min: 10_000, max: 31 * 86_400_000 }),
      fc.integer({ min: 2, max: 20 }),
      fc.integer({ min: -12 * 4, max: 14 * 4 }),
      (fromMs, length, countMax, quarters) => {
        const offsetMs = quarters * 900_000;
        const ticks = timeTicks(fromMs, fromMs + length, countMax, offsetMs);
        assert.ok(ticks.length <= Math.max(countMax + 1, 6));
        for (const [index, tick] of ticks.entries()) {
          assert.equal((tick.ms + offsetMs) % 5000, 0);
          assert.ok(tick.ms >= fromMs && tick.ms <= fromMs + length);
          assert.ok(index === 0 || tick.ms > (ticks[index - 1]?.ms ?? 0));
        }
      },
    ),
  );
});
