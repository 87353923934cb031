import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SysrqLane } from '#agent/core/sysrq/sysrq-lane.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { FakeClock } from '#test/support/fake-clock.ts';
import { FakeSysrq } from '#test/support/fake-sysrq.ts';

const { Code } = cherub;
const ROOM = { deadlineMs: 10_000, bytesMax: 10_000 };

function setUp() {
  const clock = new FakeClock();
  const kernel = new FakeSysrq(clock);
  return { clock, kernel, lane: new SysrqLane({ port: kernel, clock }) };
}

/** A kernel that prints these lines for any key. */
function says(kernel: FakeSysrq, ...lines: string[]): void {
  kernel.onKey = async () => {
    for (const line of lines) kernel.print(line);
    return { ok: true, value: undefined };
  };
}

test('what the kernel prints after the key is given as lines of a console, and nothing from before', async () => {
  const { kernel, lane } = setUp();
  for (let i = 0; i < 1000; i += 1) kernel.print(`old ${i}`);
  says(kernel, 'sysrq: Show State', '  task:sh  state:S');
  const answered = await lane.ask('t', ROOM);
  assert.deepEqual(answered, {
    ok: true,
    value: {
      key: 't',
      text: '[    5.140900] sysrq: Show State\n[    5.140900]   task:sh  state:S\n',
      complete: true,
      linesCut: 0,
      linesLost: 0,
      reason: '',
    },
  });
  assert.deepEqual([kernel.pressed, kernel.openReaders], [['t'], 0]);
});

test('no key is pressed but those that only show something', async () => {
  const { kernel, lane } = setUp();
  for (const key of ['b', 'c', 'o', 'e', 'i', 'f', 's', 'u', 'tb', '', '9', '\n']) {
    const answered = await lane.ask(key, ROOM);
    assert.equal(answered.ok ? '' : answered.code, Code.CODE_INVALID, key);
  }
  assert.deepEqual(kernel.pressed, []);
});

test('lines that come after the write has ended are waited for', async () => {
  const { clock, kernel, lane } = setUp();
  says(kernel, 'sysrq: Show backtrace of all active CPUs');
  let waits = 0;
  const wait = kernel.wait.bind(kernel);
  kernel.wait = (milliseconds) => {
    waits += 1;
    if (waits === 5) kernel.print('NMI backtrace for cpu 1');
    return wait(milliseconds);
  };
  const before = clock.nowUs;
  const answered = await lane.ask('l', ROOM);
  assert.match(answered.ok ? (answered.value.text ?? '') : '', /cpu 1/);
  assert.ok(clock.nowUs - before < 2_000_000, 'it ended when the kernel was quiet');
});

test('what programs write to the kernel log is left out', async () => {
  const { kernel, lane } = setUp();
  kernel.onKey = async () => {
    kernel.print('sysrq: Show Memory');
    kernel.print('systemd says something', 30);
    return { ok: true, value: undefined };
  };
  const answered = await lane.ask('m', ROOM);
  assert.equal(answered.ok && answered.value.text, '[    5.140900] sysrq: Show Memory\n');
});

test('a text that is too long loses its end, and the answer says so', async () => {
  const { kernel, lane } = setUp();
  says(kernel, ...Array.from({ length: 100 }, (_, i) => `line ${i}`));
  const answered = await lane.ask('t', { deadlineMs: 10_000, bytesMax: 230 });
  assert.ok(answered.ok);
  const { text = '', complete, linesCut, reason } = answered.value;
  assert.equal(text?.split('\n').length, 11);
  assert.deepEqual([complete, linesCut, reason], [false, 90, '90 lines found no room in the answer']);
});

test('a kernel that overwrote lines before they were read makes the answer incomplete', async () => {
  const { kernel, lane } = setUp();
  kernel.onKey = async () => {
    kernel.print('sysrq: Show State');
    kernel.log.push({ kind: 'overwritten' });
    kernel.print('the end');
    return { ok: true, value: undefined };
  };
  const answered = await lane.ask('t', ROOM);
  assert.deepEqual(answered.ok && [answered.value.complete, answered.value.linesLost], [false, 1]);
});

test('a kernel that never comes back from the key costs one answer, and no second key is pressed', async () => {
  const { clock, kernel, lane } = setUp();
  kernel.onKey = () => {
    kernel.print('sysrq: Show State');
    return new Promise(() => {});
  };
  const before = clock.nowUs;
  const first = await lane.ask('t', ROOM);
  assert.deepEqual(first.ok && [first.value.complete, first.value.reason], [
    false,
    'the kernel had not ended by the deadline',
  ]);
  assert.ok(clock.nowUs - before <= 9_100_000, 'it left time for the way back');
  const second = await lane.ask('w', ROOM);
  assert.equal(second.ok ? '' : second.code, Code.CODE_BUSY);
  assert.deepEqual(kernel.pressed, ['t']);
});

test('a log that grows for ever ends at the deadline', async () => {
  const { kernel, lane } = setUp();
  const wait = kernel.wait.bind(kernel);
  kernel.wait = (milliseconds) => {
    kernel.print('flood');
    return wait(Math.max(milliseconds, 1));
  };
  says(kernel, 'sysrq: Show State');
  const answered = await lane.ask('t', { deadlineMs: 3000, bytesMax: 2000 });
  assert.equal(answered.ok && answered.value.complete, false);
});

test('one at a time: a second request meanwhile is busy', async () => {
  const { kernel, lane } = setUp();
  says(kernel, 'sysrq: Show State');
  const [first, second] = await Promise.all([lane.ask('t', ROOM), lane.ask('w', ROOM)]);
  assert.deepEqual([first.ok, second.ok ? '' : second.code], [true, Code.CODE_BUSY]);
  assert.equal((await lane.ask('w', ROOM)).ok, true);
});

test('what cannot be opened or written is unavailable, with the reason', async () => {
  const { kernel, lane } = setUp();
  kernel.onKey = async () => ({ ok: false, problem: '/proc/sysrq-trigger cannot be written: EACCES' });
  assert.deepEqual(await lane.ask('t', ROOM), {
    ok: false,
    code: Code.CODE_UNAVAILABLE,
    message: '/proc/sysrq-trigger cannot be written: EACCES',
  });
  kernel.openProblem = '/dev/kmsg cannot be read: EPERM';
  const closed = await lane.ask('t', ROOM);
  assert.equal(closed.ok ? '' : closed.message, '/dev/kmsg cannot be read: EPERM');
});
