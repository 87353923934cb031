import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { ServiceManager } from '#agent/platform/node/process/service-manager.ts';

const folder = mkdtempSync(join(tmpdir(), 'cherub-notify-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function notifier(name: string, exitCode: number): { program: string; calls: () => string[] } {
  const program = join(folder, name);
  const log = `${program}.log`;
  writeFileSync(program, `#!/bin/sh\necho "$@" >>${log}\nexit ${exitCode}\n`);
  chmodSync(program, 0o755);
  return { program, calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []) };
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !holds(); i += 1) await delay(20);
  assert.ok(holds());
}

test('systemd hears READY once and WATCHDOG six times within its patience', async () => {
  const { program, calls } = notifier('notify', 0);
  const problems: (string | undefined)[] = [];
  const manager = new ServiceManager(
    { NOTIFY_SOCKET: '/run/x', WATCHDOG_USEC: '60000000' },
    (problem) => problems.push(problem),
    () => program,
  );
  manager.ready();
  await until(() => problems.length === 1);
  for (let second = 0; second < 60; second += 1) {
    const before = problems.length;
    manager.tick(second * 1e6);
    if (second % 10 === 0) await until(() => problems.length > before);
  }
  assert.deepEqual(calls(), ['--ready', ...Array.from({ length: 6 }, () => 'WATCHDOG=1')]);
  assert.ok(problems.every((problem) => problem === undefined));
});

test('a notice that failed is given again with the next tick', async () => {
  const { program, calls } = notifier('fails', 1);
  const problems: (string | undefined)[] = [];
  const manager = new ServiceManager(
    { NOTIFY_SOCKET: '/run/x', WATCHDOG_USEC: '60000000' },
    (problem) => problems.push(problem),
    () => program,
  );
  manager.tick(0);
  await until(() => problems.length === 1);
  manager.tick(1e6);
  await until(() => problems.length === 2);
  assert.equal(calls().length, 2);
  assert.deepEqual(problems, ['systemd-notify failed', 'systemd-notify failed']);
});

test('without systemd nothing is run', async () => {
  const { program, calls } = notifier('unused', 0);
  const manager = new ServiceManager(
    {},
    () => assert.fail('no problem'),
    () => program,
  );
  manager.ready();
  manager.tick(0);
  manager.stopping();
  await delay(50);
  assert.deepEqual(calls(), []);
});

test('a systemd that waits for a notice that cannot be given is told to a person', () => {
  const problems: (string | undefined)[] = [];
  const manager = new ServiceManager(
    { NOTIFY_SOCKET: '/run/x' },
    (problem) => problems.push(problem),
    () => undefined,
  );
  manager.ready();
  assert.equal(problems.length, 1);
});
