import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatBytes, formatDuration, formatTime, parseBytes } from '#companion/output/quantities.ts';

test('durations are told in the unit that fits', () => {
  const told = [undefined, 0, 3200, 32_000, 300_000, 3 * 3_600_000, 12 * 86_400_000].map(formatDuration);
  assert.deepEqual(told, ['-', '0.0 s', '3.2 s', '32 s', '5 min', '3.0 h', '12 d']);
});

test('sizes are told in the unit that fits', () => {
  assert.deepEqual([0, 1023, 4096, 1.2 * 1024 ** 3].map(formatBytes), [
    '0 B',
    '1023 B',
    '4.0 KiB',
    '1.2 GiB',
  ]);
});

test('sizes are read with binary units', () => {
  assert.deepEqual(
    ['16M', '1 GiB', '4096', '1.5k', '512KB'].map(parseBytes),
    [16_777_216, 1_073_741_824, 4096, 1536, 524_288],
  );
  assert.deepEqual(
    ['', 'M', '-1', '1.0001', '1e3', '16 X', '99999999T'].map(parseBytes),
    Array(7).fill(undefined),
  );
});

test('a time that no calendar holds is no time', () => {
  assert.deepEqual([0, -1, Number.NaN, 9e15].map(formatTime), ['-', '-', '-', '-']);
  assert.equal(formatTime(1_795_500_000_123), '2026-11-24 06:00:00.123Z');
});
