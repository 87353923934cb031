import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DailyPattern, longestGapSeconds } from '#agent/core/heartbeat/longest-gap.ts';

const range = (end: number): number[] => Array.from({ length: end }, (_, i) => i);
const pattern = (some: Partial<DailyPattern>): DailyPattern => ({
  seconds: [0],
  minutes: range(60),
  hours: range(24),
  onDay: () => true,
  everyDay: true,
  ...some,
});

test('every ten seconds promises ten seconds', () => {
  assert.equal(longestGapSeconds(pattern({ seconds: [0, 10, 20, 30, 40, 50] })), 10);
});

test('an uneven pattern promises its longest gap', () => {
  assert.equal(longestGapSeconds(pattern({ seconds: [0, 7, 45] })), 38);
});

test('once an hour promises an hour, with nothing for summer time', () => {
  assert.equal(longestGapSeconds(pattern({ minutes: [5] })), 3600);
});

test('once a day promises a day and the hour that the end of summer time adds', () => {
  assert.equal(longestGapSeconds(pattern({ minutes: [0], hours: [3] })), 86_400 + 3600);
});

test('days that are left out count', () => {
  const weekdays = pattern({ minutes: [0], hours: [3], everyDay: false, onDay: (day) => day % 7 < 5 });
  assert.equal(longestGapSeconds(weekdays), 3 * 86_400 + 3600);
});

test('a pattern that never comes, or only once, promises nothing', () => {
  assert.equal(longestGapSeconds(pattern({ everyDay: false, onDay: () => false })), undefined);
  assert.equal(longestGapSeconds(pattern({ everyDay: false, onDay: (day) => day === 3 })), undefined);
});
