import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChecksLane } from '#agent/core/checks/checks-lane.ts';
import { readAgentConfig } from '#agent/core/config/read-agent-config.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { FakeChecks } from '#test/support/fake-checks.ts';
import { FakeClock } from '#test/support/fake-clock.ts';

const { OUTCOME_OK, OUTCOME_FAILED, OUTCOME_UNKNOWN } = cherub.Outcome;

function setUp(checks: string) {
  const read = readAgentConfig(`checks:\n${checks}`, () => undefined);
  assert.ok(read.ok, JSON.stringify(read));
  const clock = new FakeClock();
  const port = new FakeChecks();
  const notes: string[] = [];
  const lane = new ChecksLane({
    port,
    clock,
    checks: read.value.checks,
    onNote: (note) => void notes.push(note),
  });
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 50; i += 1) await Promise.resolve();
  };
  const pass = async (seconds: number): Promise<void> => {
    for (let i = 0; i < seconds; i += 1) {
      lane.tick();
      await settle();
      clock.pass(1);
    }
  };
  const standing = (): Record<string, unknown> =>
    Object.fromEntries(lane.results().map(({ name, outcome }) => [name, outcome]));
  return { clock, port, notes, lane, pass, settle, standing };
}

const WEB = '  - { name: web, exec: { command: [/bin/web] }, periodSeconds: 10, timeoutSeconds: 5 }\n';
const FILE = '  - { name: disk, file: { path: /data/a }, periodSeconds: 10, timeoutSeconds: 5 }\n';
const OTHER = '  - { name: other, file: { path: /etc/b }, periodSeconds: 10, timeoutSeconds: 5 }\n';

test('a check that has not run yet could not tell; then its result stands there with its age', async () => {
  const { lane, pass } = setUp(WEB);
  assert.deepEqual(lane.results(), [
    { name: 'web', outcome: OUTCOME_UNKNOWN, message: 'has not run yet', ageMs: 0 },
  ]);
  await pass(4);
  assert.deepEqual(lane.results(), [
    { name: 'web', outcome: OUTCOME_OK, message: 'ended with 0', ageMs: 4000 },
  ]);
});

test('each check runs in its own rhythm', async () => {
  const slow = '  - { name: slow, exec: { command: [/bin/slow] }, periodSeconds: 30 }\n';
  const { port, pass } = setUp(WEB + slow);
  await pass(60);
  const count = (program: string) => port.commands.filter(([first]) => first === program).length;
  assert.deepEqual([count('/bin/web'), count('/bin/slow')], [6, 2]);
});

test('a check that does not come back is told after its time, is not started again, and ends its silence by itself', async () => {
  const { port, lane, pass, settle } = setUp(WEB);
  let end: (() => void) | undefined;
  port.program = () =>
    new Promise((resolve) => {
      end = () => resolve({ kind: 'ended', code: 0, output: '' });
    });
  await pass(40);
  assert.equal(port.commands.length, 1);
  assert.deepEqual(lane.results(), [
    { name: 'web', outcome: OUTCOME_UNKNOWN, message: 'has not ended for 40 s', ageMs: 0 },
  ]);
  end?.();
  await settle();
  assert.equal(lane.results()[0]?.outcome, OUTCOME_OK);
});

test('a file that hangs costs one question: other files wait and say for whom, programs go on', async () => {
  const { port, lane, pass, standing } = setUp(FILE + OTHER + WEB);
  port.files.set('/data/a', { hangs: true });
  port.files.set('/etc/b', { modifiedUs: 1 });
  await pass(30);
  assert.deepEqual(standing(), { disk: OUTCOME_UNKNOWN, other: OUTCOME_UNKNOWN, web: OUTCOME_OK });
  assert.equal(lane.results()[1]?.message, 'waits for the check disk, which has not ended');
  assert.equal(port.commands.length, 3);
});

test('no more than four programs run at the same time', async () => {
  const many = Array.from(
    { length: 10 },
    (_, i) => `  - { name: c${i}, exec: { command: [/bin/c] }, periodSeconds: 10 }\n`,
  );
  const { port, pass } = setUp(many.join(''));
  port.program = () => new Promise(() => {});
  await pass(20);
  assert.equal(port.commands.length, 4);
});

test('a failed check is a failure of the guest until it is well again, and each change is told once', async () => {
  const { port, lane, notes, pass } = setUp(WEB);
  await pass(10);
  assert.equal(lane.hasFailed, false);
  port.program = async () => ({ kind: 'ended', code: 2, output: 'no answer\n' });
  await pass(20);
  assert.deepEqual([lane.hasFailed, lane.results()[0]?.outcome], [true, OUTCOME_FAILED]);
  port.program = async () => ({ kind: 'ended', code: 0, output: '' });
  await pass(20);
  assert.equal(lane.hasFailed, false);
  assert.deepEqual(notes, ['check web: failed: no answer (2)', 'check web: ok: ended with 0']);
});

test('who asks gets the latest result at once, or a new one when it shall be fresh', async () => {
  const { port, lane, pass } = setUp(WEB);
  await pass(5);
  const latest = await lane.ask('web', { deadlineMs: 1000, fresh: false });
  assert.deepEqual(latest.ok && [latest.value.outcome, latest.value.ageMs], [OUTCOME_OK, 5000]);
  const fresh = await lane.ask('web', { deadlineMs: 1000, fresh: true });
  assert.deepEqual(fresh.ok && [fresh.value.outcome, fresh.value.ageMs], [OUTCOME_OK, 0]);
  assert.equal(port.commands.length, 2);
});

test('who asks before the first result waits for it, and not beyond the deadline', async () => {
  const { port, lane, pass } = setUp(WEB);
  port.program = () => new Promise(() => {});
  const asked = lane.ask('web', { deadlineMs: 3000, fresh: false });
  await pass(5);
  const answered = await asked;
  assert.equal(answered.ok ? '' : answered.code, cherub.Code.CODE_DEADLINE_EXCEEDED);
});

test('a name that is not there is refused with the nearest one', async () => {
  const { lane } = setUp(WEB);
  const answered = await lane.ask('wbe', { deadlineMs: 1000, fresh: false });
  assert.deepEqual(answered, {
    ok: false,
    code: cherub.Code.CODE_INVALID,
    message: 'the config names no such check; did you mean web?',
  });
});

test('a lane that is closed starts nothing, and answers who waits', async () => {
  const { port, lane, pass } = setUp(WEB);
  port.program = () => new Promise(() => {});
  const asked = lane.ask('web', { deadlineMs: 60_000, fresh: false });
  lane.close();
  assert.equal((await asked).ok, false);
  await pass(30);
  assert.equal(port.commands.length, 1);
});
