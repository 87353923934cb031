import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { probeConsole } from '#companion/scenarios/probes/console-probe.ts';
import type { ProbeMemory, ProbeReport } from '#companion/scenarios/probes/probe.ts';
import { FakeConsole, FakeGetty } from '../../../support/fake-console.ts';
import { makeScenario, makeScenarioVm, settled } from '../../../support/scenario-bench.ts';

const NEW: ProbeMemory = { hasConsoleWorked: false, isConsoleLeftOpen: false };

function probe(
  console: FakeConsole,
  options: Readonly<Record<string, unknown>> | undefined,
  o: { readonly memory?: ProbeMemory; readonly deadlineMs?: number; readonly signal?: AbortSignal } = {},
): Promise<ProbeReport> {
  return probeConsole({
    scenario: makeScenario({ name: 'shell', ...(options && { console: options }) }),
    vm: makeScenarioVm(1, { console }),
    deadlineMs: o.deadlineMs ?? 10_000,
    signal: o.signal ?? new AbortController().signal,
    memory: o.memory ?? { ...NEW },
    random: () => 0.5,
  });
}

function passwordFile(t: TestContext, content: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'cherub-secret-'));
  t.after(() => rmSync(directory, { recursive: true, force: true }));
  const file = join(directory, 'password');
  writeFileSync(file, content);
  return file;
}

test('a login with a password from a file, a command, and a logout', async (t) => {
  const getty = new FakeGetty('login');
  const console = new FakeConsole(getty.guest);
  const report = await probe(console, { user: 'root', passwordFile: passwordFile(t, 'secret\n') });
  assert.deepEqual(report, {
    outcome: 'ok',
    detail: 'the command ended with 0: 09:31:33 up 3 min,  0 user,  load average: 0.00',
    rung: 'userspace',
  });
  const [wake, user, secret, command, leave] = console.typed.split('\r');
  assert.deepEqual([wake, user, secret, leave], ['\u0015', 'root', 'secret', 'exit']);
  assert.match(command ?? '', /^ echo cherub''i00000b; uptime; /u);
  await settled();
  assert.deepEqual([getty.state, console.leases, console.released], ['login', 1, 1]);
});

test('a shell that is open already needs no login, and is left open', async () => {
  const console = new FakeConsole(new FakeGetty('shell').guest);
  assert.equal((await probe(console, undefined)).outcome, 'ok');
  assert.doesNotMatch(console.typed, /exit/u);
});

test('one that a dialogue before left open is closed', async () => {
  const console = new FakeConsole(new FakeGetty('shell').guest);
  const memory = { ...NEW, isConsoleLeftOpen: true };
  assert.equal((await probe(console, { user: 'root' }, { memory })).outcome, 'ok');
  assert.match(console.typed, /exit\r$/u);
  assert.equal(memory.isConsoleLeftOpen, false);
});

test('the exit code and the output decide', async () => {
  const ask = (options: object): Promise<ProbeReport> =>
    probe(new FakeConsole(new FakeGetty('shell').guest), { ...options });
  assert.deepEqual(await ask({ command: 'false' }), {
    outcome: 'failed',
    detail: 'the command ended with 1',
    reached: 'kernel',
    rung: 'userspace',
  });
  assert.equal((await ask({ contains: 'load average' })).outcome, 'ok');
  // The command's own echo holds the text, and does not count.
  const missing = await ask({ command: 'true nothing', contains: 'nothing' });
  assert.deepEqual(
    [missing.outcome, missing.detail],
    ['failed', 'the command ended with 0, but did not write what it must'],
  );
});

test('a command that does not end is a failure with what was reached', async () => {
  const console = new FakeConsole(new FakeGetty('shell').guest);
  const report = await probe(console, { command: 'hang' }, { deadlineMs: 1500 });
  assert.deepEqual(report, {
    outcome: 'failed',
    detail: 'the shell is there, but the command did not end',
    reached: 'kernel',
    rung: 'userspace',
  });
  assert.equal(console.released, 1);
});

test('a wrong password, none, or no user could not tell, and is typed once', async (t) => {
  const wrong = new FakeConsole(new FakeGetty('login').guest);
  const file = passwordFile(t, 'wrong');
  const refused = await probe(wrong, { user: 'root', passwordFile: file });
  assert.deepEqual(
    [refused.outcome, refused.detail],
    ['unknown', 'the guest does not take user and password'],
  );
  assert.equal(wrong.typed.split('wrong').length, 2);
  const none = await probe(new FakeConsole(new FakeGetty('login').guest), { user: 'root' });
  assert.match(none.detail, /names no passwordFile$/u);
  const nobody = await probe(new FakeConsole(new FakeGetty('login').guest), {});
  assert.match(nobody.detail, /names no user$/u);
  const missing = await probe(new FakeConsole(new FakeGetty('login').guest), {
    user: 'root',
    passwordFile: '/nowhere/password',
  });
  assert.deepEqual([missing.outcome, missing.detail], ['unknown', '/nowhere/password: ENOENT']);
});

test('silence fails where a login was seen or is described, and could not tell elsewhere', async () => {
  const silent = (): FakeConsole => new FakeConsole(new FakeGetty('frozen').guest);
  const o = { deadlineMs: 600 };
  const described = await probe(silent(), { user: 'root' }, o);
  assert.deepEqual([described.outcome, described.detail], ['failed', 'nothing comes back from the console']);
  const memory = { ...NEW, hasConsoleWorked: true };
  assert.equal((await probe(silent(), undefined, { ...o, memory })).outcome, 'failed');
  const guess = await probe(silent(), undefined, o);
  assert.deepEqual([guess.outcome, guess.passOverPeriods], ['unknown', 10]);
});

test('a console in other hands, one that closes, and one that does not read', async () => {
  const busy = new FakeConsole(() => undefined);
  busy.isBusy = true;
  assert.equal((await probe(busy, {})).detail, 'the console: somebody else types on it');
  const closing = new FakeConsole((_typed, console) => console.close());
  assert.deepEqual(await probe(closing, {}), {
    outcome: 'unknown',
    detail: 'the console: the VM closed it',
    rung: 'userspace',
  });
  const stuck = new FakeConsole(() => undefined);
  stuck.isStuck = true;
  const report = await probe(stuck, {});
  assert.deepEqual([report.outcome, stuck.released], ['failed', 1]);
});

test('a label written over the prompt costs another Enter and no more', async () => {
  const getty = new FakeGetty('shell');
  let turns = 0;
  const console = new FakeConsole((typed, c) => {
    turns += 1;
    getty.guest(typed, c);
    if (turns === 1) c.say('\r\ncherub/1 app=web boot=1 seq=2\r\n');
  });
  assert.equal((await probe(console, {})).outcome, 'ok');
});

test('a console that floods could not tell, and one whose prompts never end is asked for a password once', async (t) => {
  const flood = new FakeConsole((_typed, c) => {
    for (let i = 0; i < 40; i += 1) c.say(new Uint8Array(65_536).fill(0x23));
  });
  const flooded = await probe(flood, {}, { deadlineMs: 5000 });
  assert.deepEqual([flooded.outcome, flooded.detail], ['unknown', 'the console wrote more than 1 MiB']);
  const endless = new FakeConsole((_typed, c) => c.say('Password: '));
  const first = await probe(endless, { user: 'root', passwordFile: passwordFile(t, 'secret') });
  assert.equal(first.outcome, 'unknown');
  assert.doesNotMatch(endless.typed, /secret/u);
});

test('the other device of a mux gets the focus, and a console that is none could not tell', async () => {
  const console = new FakeConsole(new FakeGetty('shell').guest);
  assert.equal((await probe(console, { otherDevice: true })).outcome, 'ok');
  assert.equal(console.focusChanges, 1);
});

test('a dialogue of the config types only what it is asked for, and its end is success', async (t) => {
  const console = new FakeConsole(new FakeGetty('login').guest);
  const file = passwordFile(t, 'secret');
  const dialogue = [
    { send: '' },
    { expect: 'login: ', send: 'root', optional: true },
    { expect: 'assword: ', sendFile: file, optional: true },
    { expect: ['# ', '$ '], send: 'uptime', failed: 'incorrect' },
    { expect: 'load average' },
  ];
  assert.deepEqual(await probe(console, { dialogue }), {
    outcome: 'ok',
    detail: 'all 5 steps were passed',
    rung: 'userspace',
  });
  const open = new FakeConsole(new FakeGetty('shell').guest);
  assert.equal((await probe(open, { dialogue })).outcome, 'ok');
  const refused = await probe(new FakeConsole(new FakeGetty('login', 'other').guest), { dialogue });
  assert.deepEqual([refused.outcome, refused.detail], ['failed', 'step 4 got a text that means failure']);
  const silent = await probe(
    new FakeConsole(new FakeGetty('frozen').guest),
    { dialogue },
    { deadlineMs: 300 },
  );
  assert.equal(silent.detail, 'step 2 of 5 did not get a text that it expects');
});

test('a probe that nobody waits for any more gives the console back', async () => {
  const console = new FakeConsole(new FakeGetty('frozen').guest);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  await probe(console, {}, { signal: stop.signal });
  assert.deepEqual([console.leases, console.released], [1, 1]);
});
