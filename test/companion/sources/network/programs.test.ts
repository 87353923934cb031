import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { isHostName, probeIcmp } from '#companion/sources/network/icmp.ts';
import { runProgram } from '#companion/sources/network/run-program.ts';
import { probeSsh, type SshTarget } from '#companion/sources/network/ssh.ts';

const LIMITS = { deadlineMs: 10_000 };

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fake-program-'));
});
after(() => rm(folder, { recursive: true }));

let made = 0;
async function fakeProgram(script: string): Promise<string> {
  made += 1;
  const path = join(folder, `program-${made}`);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

test('a program gives its code and the beginning of its outputs', async () => {
  const program = await fakeProgram('echo out; echo err >&2; exit 3');
  assert.deepEqual(await runProgram(program, [], LIMITS), {
    kind: 'exited',
    code: 3,
    stdout: 'out\n',
    stderr: 'err\n',
  });
});

test('a program that writes without end is read, and kept in bounds', async () => {
  const program = await fakeProgram('head -c 50000000 /dev/zero | tr "\\0" x; exit 0');
  const result = await runProgram(program, [], { ...LIMITS, outputBytesMax: 1000 });
  assert.equal(result.kind === 'exited' && result.stdout.length, 1000);
});

test('a program that is not there is told', async () => {
  assert.equal((await runProgram('/nonexistent/program', [], LIMITS)).kind, 'missing');
});

test('a program that hangs is killed at the deadline, with its children', async () => {
  const pidFile = join(folder, 'child.pid');
  const program = await fakeProgram(`sleep 600 & echo $! >${pidFile}; wait`);
  const result = await runProgram(program, [], { deadlineMs: 300 });
  assert.equal(result.kind, 'deadline');
  const pid = readFileSync(pidFile, 'utf8').trim();
  // A killed child stays as a zombie until init has noticed.
  const isGone = (): boolean =>
    !existsSync(`/proc/${pid}`) || readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z');
  for (let i = 0; i < 200 && !isGone(); i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(isGone(), true);
});

test('a program whose child keeps its outputs open ends with the program', async () => {
  const program = await fakeProgram('sleep 5 & exit 0');
  const result = await runProgram(program, [], { deadlineMs: 4000 });
  assert.equal(result.kind, 'exited');
});

test('an echo that comes back is ok, none is failed, trouble of ping is unknown', async () => {
  const probe = async (script: string): Promise<string> =>
    (await probeIcmp({ host: '10.0.0.1', program: await fakeProgram(script) }, LIMITS)).outcome;
  assert.equal(await probe('exit 0'), 'ok');
  assert.equal(await probe('exit 1'), 'failed');
  assert.equal(await probe('echo "ping: permission denied (are you root?)" >&2; exit 1'), 'unknown');
  assert.equal(await probe('echo "ping: connect: Network is unreachable" >&2; exit 2'), 'unknown');
  assert.equal(
    (await probeIcmp({ host: '10.0.0.1', program: '/nonexistent/ping' }, LIMITS)).outcome,
    'unknown',
  );
});

test('a host that could be an option is none', async () => {
  for (const host of ['-f', '', 'a b', '$(reboot)', 'a\nb', 'x'.repeat(254)])
    assert.equal(isHostName(host), false, host);
  for (const host of ['10.0.0.1', 'guest.local', 'fe80::1%eth0', '::1'])
    assert.equal(isHostName(host), true, host);
  assert.equal((await probeIcmp({ host: '-f' }, LIMITS)).outcome, 'unknown');
});

const TARGET: SshTarget = { host: '10.0.0.1', user: 'root', keyFile: '/key', command: 'uptime' };

async function ssh(script: string, target: Partial<SshTarget> = {}): Promise<readonly [string, string]> {
  const { outcome, reason } = await probeSsh(
    { ...TARGET, ...target, program: await fakeProgram(script) },
    LIMITS,
  );
  return [outcome, reason];
}

test('a command over ssh is ok or failed by its code', async () => {
  assert.deepEqual(await ssh('exit 0'), ['ok', 'the command ended with 0']);
  assert.deepEqual(await ssh('exit 4'), ['failed', 'the command ended with 4']);
});

for (const [words, outcome] of [
  ['root@10.0.0.1: Permission denied (publickey).', 'unknown'],
  ['Host key verification failed.', 'unknown'],
  ['ssh: Could not resolve hostname x: Name or service not known', 'unknown'],
  ['ssh: connect to host 10.0.0.1 port 22: Connection refused', 'failed'],
  ['ssh: connect to host 10.0.0.1 port 22: Connection timed out', 'failed'],
  ['ssh: connect to host 10.0.0.1 port 22: No route to host', 'failed'],
  ['Connection timed out during banner exchange', 'failed'],
  ['something new', 'unknown'],
] as const) {
  test(`ssh that ends with "${words}" is ${outcome}`, async () => {
    assert.equal((await ssh(`echo '${words}' >&2; exit 255`))[0], outcome);
  });
}

test('ssh takes no configuration but ours, asks nobody, and forwards nothing', async () => {
  const file = join(folder, 'arguments');
  await ssh(`printf '%s\\n' "$@" >${file}`, { knownHostsFile: '/known', port: 2222 });
  const args = readFileSync(file, 'utf8').trim().split('\n');
  assert.deepEqual(args.slice(0, 8), ['-F', '/dev/null', '-i', '/key', '-p', '2222', '-l', 'root']);
  for (const option of [
    'BatchMode=yes',
    'StrictHostKeyChecking=yes',
    'UserKnownHostsFile=/known',
    'ForwardAgent=no',
  ]) {
    assert.ok(args.includes(option), option);
  }
  assert.deepEqual(args.slice(-3), ['10.0.0.1', '--', 'uptime']);
});

test('a user that could be an option is none', async () => {
  assert.equal((await ssh('exit 0', { user: '-oProxyCommand=x' }))[0], 'unknown');
  assert.equal((await ssh('exit 0', { host: '-oProxyCommand=x' }))[0], 'unknown');
});
