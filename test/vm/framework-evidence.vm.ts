import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { artifactFolder } from './guest/artifacts.ts';
import { makeBlankDisk } from './guest/disks.ts';
import type { GuestError } from './guest/guest-error.ts';
import { withGuest } from './guest/with-guest.ts';

const SHELL = { deadlineMs: 60_000 };
const SOON = { deadlineMs: 20_000 };
/** A machine under load may take long; the limit is for what hangs. */
const LIMIT = { timeout: 240_000 };

test('kill leaves nothing running and nothing on the disk', LIMIT, async (t) => {
  const seen = await withGuest(t, { root: { kind: 'initramfs' } }, async (guest) => {
    await guest.console.waitFor(/Linux version/, SOON);
    const waiting = assert.rejects(
      guest.console.waitFor(/never printed/, SHELL),
      (error: GuestError) => error.code === 'exited' && error.message.includes('Linux version'),
    );
    await guest.kill();
    await waiting;
    assert.equal(guest.exitCode, 137);
    return { pid: guest.pid, directory: guest.directory };
  });
  assertNothingLeft(seen);
});

test('a failed wait keeps its evidence and says where', LIMIT, async (t) => {
  const lines: string[] = [];
  const spied = { fullName: t.fullName, signal: t.signal, diagnostic: (line: string) => lines.push(line) };
  await assert.rejects(
    withGuest(spied, { name: 'loser', root: { kind: 'initramfs' } }, async (guest) => {
      const kept = join(guest.directory, 'kept.img');
      await makeBlankDisk(kept, 512);
      guest.keepOnFailure(kept);
      await guest.console.waitForShell(SHELL);
      await guest.console.waitFor(/never printed/, { deadlineMs: 100 });
    }),
    (error: GuestError) => error.code === 'deadline' && error.message.includes('never printed'),
  );
  const folder = artifactFolder(t.fullName, 'loser');
  assert.match(lines.join('\n'), /guest loser: evidence kept in .*artifacts\/vm\/.*\/loser$/);
  assert.deepEqual(readdirSync(folder).sort(), [
    ...['command-line.txt', 'console.log', 'error.txt', 'kept.img', 'qemu.log', 'qmp.log'],
  ]);
  assert.match(readFileSync(join(folder, 'console.log'), 'utf8'), /Linux version/);
  assert.match(readFileSync(join(folder, 'qmp.log'), 'utf8'), /qmp_capabilities/);
  assert.match(readFileSync(join(folder, 'error.txt'), 'utf8'), /never printed/);
  await rm(folder, { recursive: true });
});

test('a test that is cancelled keeps its evidence, and its guest ends at once', LIMIT, async (t) => {
  const lines: string[] = [];
  const controller = new AbortController();
  const spied = {
    fullName: t.fullName,
    signal: controller.signal,
    diagnostic: (line: string) => lines.push(line),
  };
  const seen: Traces[] = [];
  await assert.rejects(
    withGuest(spied, { name: 'cancelled', root: { kind: 'initramfs' } }, async (guest) => {
      seen.push({ pid: guest.pid, directory: guest.directory });
      await guest.console.waitFor(/Linux version/, SHELL);
      controller.abort();
      await guest.console.waitFor(/never printed/, SHELL);
    }),
    (error: GuestError) => error.code === 'exited',
  );
  assert.match(lines.join('\n'), /^guest cancelled: evidence kept in .*cancelled$/);
  for (const traces of seen) assertNothingLeft(traces);
  await rm(artifactFolder(t.fullName, 'cancelled'), { recursive: true });
});

test('a QEMU that refuses its arguments says so', LIMIT, async (t) => {
  const description = { root: { kind: 'initramfs' as const }, qemuArguments: ['-device', 'no-such-device'] };
  await assert.rejects(
    withGuest(t, description, async () => {}),
    (error: GuestError) => error.code === 'exited' && error.message.includes('no-such-device'),
  );
});

for (const victim of ['test', 'guard'] as const) {
  test(`nothing is left when the ${victim} is killed with SIGKILL`, LIMIT, async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'guest-holder/main.ts')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: child.stdout }), 'line', {
      signal: AbortSignal.timeout(SHELL.deadlineMs),
    });
    const guest = readHolder(String(line));
    assert.equal(isRunning(guest.pid), true);
    const ended = once(child, 'exit');
    if (victim === 'test') child.kill('SIGKILL');
    else process.kill(parentOf(guest.pid), 'SIGKILL');
    child.stdin.end();
    await ended;
    await untilNothingLeft(guest);
  });
}

interface Traces {
  readonly pid: number;
  readonly directory: string;
}

function readHolder(line: string): Traces {
  const [pid, directory] = line.split(' ');
  return { pid: Number(pid), directory: String(directory) };
}

function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}`);
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

function assertNothingLeft({ pid, directory }: Traces): void {
  assert.equal(isRunning(pid), false, 'QEMU is gone');
  assert.equal(existsSync(directory), false, 'its directory is gone');
}

/** The guard works after this process saw the end of its victim. */
async function untilNothingLeft(traces: Traces): Promise<void> {
  const deadline = AbortSignal.timeout(SOON.deadlineMs);
  const left = (): boolean => isRunning(traces.pid) || existsSync(traces.directory);
  while (left() && !deadline.aborted) await setTimeout(50);
  assertNothingLeft(traces);
}
