import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createCronSchedule, cronProblem } from '#agent/platform/node/heartbeat/cron-schedule.ts';
import { NodeConsole } from '#agent/platform/node/heartbeat/node-console.ts';
import { NodeLogger } from '#agent/platform/node/heartbeat/node-logger.ts';

const folder = mkdtempSync(join(tmpdir(), 'cherub-heartbeat-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function script(name: string, body: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('logger gets tag and label, and its stderr is the console', async () => {
  const consolePath = join(folder, 'console-1');
  writeFileSync(consolePath, '');
  const program = script('logger-1', 'echo "$@" >&2');
  const result = await new NodeLogger({ program, tag: 'cherub', consolePath }).send('a label');
  assert.deepEqual(result, { ok: true, value: undefined });
  assert.equal(readFileSync(consolePath, 'utf8'), '-t cherub -s a label\n');
});

test('the logger of busybox takes the same words', async () => {
  const consolePath = join(folder, 'console-2');
  writeFileSync(consolePath, '');
  const program = script('logger-2', 'exec busybox logger "$@"');
  const result = await new NodeLogger({ program, tag: 'cherub', consolePath }).send('a label');
  assert.equal(result.ok, true);
  assert.match(readFileSync(consolePath, 'utf8'), /cherub: a label/);
});

test('a logger that hangs is killed, one that fails or is missing is told', async () => {
  const hangs = new NodeLogger({
    program: script('logger-3', 'exec sleep 60'),
    tag: 't',
    consolePath: undefined,
    limitMs: 200,
  });
  const late = await hangs.send('x');
  assert.match(late.ok ? '' : late.problem, /did not end within 0.2 s/);
  const fails = await new NodeLogger({
    program: script('logger-4', 'exit 3'),
    tag: 't',
    consolePath: undefined,
  }).send('x');
  assert.match(fails.ok ? '' : fails.problem, /ended with 3/);
  const missing = await new NodeLogger({
    program: join(folder, 'no'),
    tag: 't',
    consolePath: undefined,
  }).send('x');
  assert.match(missing.ok ? '' : missing.problem, /cannot be run \(ENOENT\)/);
});

test('a console that nobody reads costs an answer at once, not a wait', () => {
  const path = join(folder, 'console-3');
  execFileSync('mkfifo', [path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const console = new NodeConsole(path);
  assert.equal(console.writeLine('first').ok, true);
  let full = console.writeLine('x'.repeat(400));
  for (let i = 0; i < 10_000 && full.ok; i += 1) full = console.writeLine('x'.repeat(400));
  assert.match(full.ok ? '' : full.problem, /is full|only a part/);
  const buffer = Buffer.alloc(6);
  readSync(reader, buffer);
  assert.equal(buffer.toString(), 'first\n');
  console.close();
  closeSync(reader);
});

test('a console that is not there is a problem with what to do', () => {
  const opened = new NodeConsole(join(folder, 'none')).open();
  assert.match(
    opened.ok ? '' : opened.problem,
    /cannot be opened \(ENOENT\); name one in heartbeat\.console/,
  );
});

test('cron patterns promise their longest gap and are due by the local clock', () => {
  const schedule = createCronSchedule('*/10 * * * * *');
  assert.equal(schedule.everySeconds, 10);
  const base = new Date(2026, 5, 1, 12, 0, 1).getTime();
  const due: number[] = [];
  for (let second = 0; second < 30; second += 1) {
    if (schedule.due({ wallUs: (base + second * 1000) * 1000 })) due.push(second);
  }
  assert.deepEqual(due, [9, 19, 29]);
  assert.equal(createCronSchedule('0 * * * *').everySeconds, 3600);
  assert.equal(createCronSchedule('0 30 3 * * 1-5').everySeconds, 3 * 86_400 + 3600);
});

test('what is no cron pattern, or never comes, is told in words', () => {
  assert.equal(cronProblem('*/10 * * * * *'), undefined);
  assert.match(cronProblem('61 * * * * *') ?? '', /second/);
  assert.match(cronProblem('now and then') ?? '', /5 or 6 fields/);
  assert.match(cronProblem('0 0 0 29 2 1') ?? '', /never/);
});
