import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CronSchedule, PeriodSchedule } from '#agent/core/heartbeat/schedule.ts';

const everyTen = (wallMs: number): boolean => (wallMs / 1000) % 10 === 0;
const at = (second: number) => ({ wallUs: second * 1e6 + 4321 });

test('a cron schedule is due once for each second that matches', () => {
  const schedule = new CronSchedule(10, everyTen);
  const due: number[] = [];
  for (let second = 101; second < 141; second += 1) {
    if (schedule.due(at(second))) due.push(second);
    assert.equal(schedule.due(at(second)), false, 'the same second again');
  }
  assert.deepEqual(due, [110, 120, 130, 140]);
});

test('a tick that comes late loses no match', () => {
  const schedule = new CronSchedule(10, everyTen);
  assert.equal(schedule.due(at(108)), false);
  assert.equal(schedule.due(at(112)), true);
});

test('after a step of the clock by an hour back, a year on or 56 years on it goes on from the new time', () => {
  for (const step of [-3600, 365 * 86_400, 56 * 365 * 86_400]) {
    let asked = 0;
    const schedule = new CronSchedule(10, (wallMs) => {
      asked += 1;
      return everyTen(wallMs);
    });
    schedule.due(at(4_000_001));
    const from = 4_000_000 + step;
    const due: number[] = [];
    for (let second = from; second < from + 20; second += 1)
      if (schedule.due(at(second))) due.push(second - from);
    assert.equal(due.length, 2, `step ${step}`);
    assert.ok(asked <= 22, `asked ${asked} times`);
  }
});

test('a period keeps its rhythm, starts at once and leaves out what it missed', () => {
  const schedule = new PeriodSchedule(10);
  const due = (seconds: number) => schedule.due({ monotonicUs: seconds * 1e6 });
  assert.equal(due(5), true);
  assert.equal(due(14), false);
  assert.equal(due(15.2), true);
  assert.equal(due(24.4), false);
  assert.equal(due(25), true);
  assert.equal(schedule.missed, 0);
  assert.equal(due(100), true);
  assert.equal(schedule.missed, 6);
  assert.equal(due(104), false);
  assert.equal(due(105), true);
});

test('an ask that comes a little early is not sent away for a whole second', () => {
  const schedule = new PeriodSchedule(2);
  const due: number[] = [];
  for (let second = 0; second < 10; second += 1) {
    const jitter = second % 2 === 0 ? 0.003 : 0;
    if (schedule.due({ monotonicUs: (100 + second - jitter) * 1e6 })) due.push(second);
  }
  assert.deepEqual(due, [0, 2, 4, 6, 8]);
});
