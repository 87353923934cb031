import { createTask, parse, type ScheduledTask, validateDetailed } from 'node-cron';
import { type DailyPattern, longestGapSeconds } from '#agent/core/heartbeat/longest-gap.ts';
import { CronSchedule } from '#agent/core/heartbeat/schedule.ts';

/**
 * What is wrong with a cron pattern (five fields, or six with seconds in front), or `undefined`. The words are
 * node-cron's.
 */
export function cronProblem(pattern: string): string | undefined {
  const { valid, errors } = validateDetailed(pattern);
  if (valid) return everySecondsOf(pattern) === undefined ? 'never comes twice within four years' : undefined;
  const [first] = errors;
  return first === undefined ? 'is no cron pattern' : `is no cron pattern: ${first.field}: ${first.message}`;
}

/**
 * A heartbeat schedule by a cron pattern in the guest's local time. Only parsing and matching are node-cron's: its own
 * timers fall silent after a step of the clock back and walk through every slot after one forward.
 */
export function createCronSchedule(pattern: string): CronSchedule {
  const task = newTask(pattern);
  return new CronSchedule(everySecondsOf(pattern) ?? 0, (wallMs) => task.match(new Date(wallMs)));
}

function everySecondsOf(pattern: string): number | undefined {
  const fields = parse(pattern);
  const [hour = 0] = fields.hour;
  const [minute = 0] = fields.minute;
  const [second = 0] = fields.second;
  const everyDay =
    fields.dayOfMonth.length === 31 && fields.month.length === 12 && fields.dayOfWeek.length >= 7;
  let task: ScheduledTask | undefined;
  const daily: DailyPattern = {
    seconds: fields.second,
    minutes: fields.minute,
    hours: fields.hour,
    everyDay,
    onDay: (day) => {
      task ??= newTask(pattern);
      return task.match(new Date(2026, 0, 1 + day, hour, minute, second));
    },
  };
  return longestGapSeconds(daily);
}

/** Never started: it has no timer. */
function newTask(pattern: string): ScheduledTask {
  return createTask(pattern, () => {});
}
