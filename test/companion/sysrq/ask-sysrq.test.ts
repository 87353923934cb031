import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AskSysrqOptions, askSysrq, type SysrqAnswer } from '#companion/sysrq/ask-sysrq.ts';
import { SYSRQ_KEYS } from '#companion/sysrq/sysrq-key.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import {
  FakeSysrqGuest,
  type FakeSysrqGuestOptions,
  FakeTime,
  readAnswer,
} from '#test/support/fake-sysrq-guest.ts';

function knows(o: {
  readonly consoles: readonly string[];
  readonly mask?: number;
  readonly printk?: string;
}): cherub.Inventory.$Properties {
  const capability = (name: string, value: string): cherub.Capability.$Properties => ({
    name,
    value,
    available: cherub.Outcome.OUTCOME_OK,
  });
  return {
    consoles: o.consoles.map((name) => ({ name, enabled: true })),
    sysrq: capability('sysrq', String(o.mask ?? 1)),
    capabilities: [capability('printk_level', o.printk ?? '7 4 1 7')],
  };
}

function bench(o: Omit<FakeSysrqGuestOptions, 'time'>): {
  kernel: FakeSysrqGuest;
  time: FakeTime;
  options: (more?: Partial<AskSysrqOptions>) => AskSysrqOptions;
} {
  const time = new FakeTime();
  return {
    time,
    kernel: new FakeSysrqGuest({ ...o, time }),
    options: (more) => ({
      deadlineMs: 120_000,
      bytesMax: 4 * 1024 * 1024,
      signal: new AbortController().signal,
      clock: time,
      ...more,
    }),
  };
}

const routes = (answers: readonly SysrqAnswer[]): string =>
  [...new Set(answers.map(({ route }) => route ?? 'none'))].join(' ');
const reasonOf = (answer: SysrqAnswer | undefined, route: string): string =>
  answer?.passedOver.find((each) => each.route === route)?.reason ?? '';

test('all seven keys by BREAK through the mux, each whole and understood, and the focus is at home again', async () => {
  const { kernel, options } = bench({ isMux: true, consoles: ['ttyS0'] });
  const inventory = knows({ consoles: ['ttyS0'] });
  const answers = await askSysrq({ console: kernel, inventory }, SYSRQ_KEYS, options());
  assert.deepEqual(
    answers.map(({ key, isComplete, parsed }) => [key, isComplete, parsed?.isPartial]),
    SYSRQ_KEYS.map((key) => [key, true, false]),
  );
  assert.equal(routes(answers), 'serial-break');
  // `h` proves the end of nothing here: the ftrace buffer, which comes last, has an end of its own.
  assert.deepEqual([kernel.keys, kernel.typed, kernel.focus, kernel.leases], ['lpwmtqz', '', 'hvc0', 0]);
  assert.deepEqual(
    answers.map(({ text }) => text),
    SYSRQ_KEYS.map((key) => withoutBlankLines(readAnswer('6.1', key))),
  );
});

/** The console source leaves empty lines out; a line with nothing but a time is none. */
const withoutBlankLines = (text: string): string => text.replaceAll(/^\n/gmu, '');

test('by Ctrl-O on hvc0, where it is a kernel console', async () => {
  const { kernel, options } = bench({ isMux: true, consoles: ['hvc0'] });
  const answers = await askSysrq(
    { console: kernel, inventory: knows({ consoles: ['hvc0'] }) },
    ['m', 'w'],
    options(),
  );
  assert.equal(routes(answers), 'hvc-ctrl-o');
  assert.match(reasonOf(answers[0], 'serial-break'), /kernel consoles are hvc0/u);
  // Memory first, whatever the order of the question; `w` has no last line, so `h` proves that it is over.
  assert.deepEqual([kernel.keys, kernel.typed], ['wm', '']);
});

test('an answer without a last line is proved by a last key', async () => {
  const { kernel, options } = bench({ isMux: true, consoles: ['hvc0'] });
  const [answer] = await askSysrq(
    { console: kernel, inventory: knows({ consoles: ['hvc0'] }) },
    ['w'],
    options(),
  );
  assert.deepEqual([answer?.isComplete, kernel.keys], [true, 'wh']);
});

test('without a mux BREAK goes by QMP, to the chardev that QEMU names', async () => {
  const { kernel, options } = bench({ isMux: false, consoles: ['ttyS0'] });
  const ways = { console: kernel, qmp: kernel.qmp, inventory: knows({ consoles: ['ttyS0'] }) };
  const answers = await askSysrq(ways, ['m', 'p'], options());
  assert.equal(routes(answers), 'serial-break');
  assert.ok(answers.every(({ isComplete }) => isComplete));
});

test('a guest that told nothing is asked by the keyboard first, which harms nobody', async () => {
  const { kernel, options } = bench({ isMux: true, consoles: ['ttyS0'], logLevel: 4 });
  const answers = await askSysrq({ console: kernel, qmp: kernel.qmp }, ['m'], options());
  assert.equal(routes(answers), 'send-key');
  assert.deepEqual([kernel.keys, kernel.logLevel], ['9m7', 7]);
});

test('a quiet guest is made loud and quiet again, as it was', async () => {
  const { kernel, options } = bench({ isMux: true, consoles: ['ttyS0'], logLevel: 4 });
  const inventory = knows({ consoles: ['ttyS0'], printk: '4 4 1 7' });
  const [answer] = await askSysrq({ console: kernel, inventory }, ['m'], options());
  assert.equal(answer?.isComplete, true);
  assert.deepEqual([kernel.keys, kernel.logLevel, answer?.notes], ['9m4', 4, []]);
});

test('`quiet` on the command line tells the level when nothing else does', async () => {
  const { kernel, options } = bench({ isMux: true, consoles: ['ttyS0'], logLevel: 4 });
  const inventory = { ...knows({ consoles: ['ttyS0'] }), capabilities: [], kernelCommandLine: 'ro quiet' };
  await askSysrq({ console: kernel, inventory }, ['m'], options());
  assert.deepEqual([kernel.keys, kernel.logLevel], ['9m4', 4]);
});

test('a log level that cannot be put back is told', async () => {
  const { kernel, options } = bench({ isMux: true, consoles: ['ttyS0'], logLevel: 4, deafTo: '4' });
  const inventory = knows({ consoles: ['ttyS0'], printk: '4 4 1 7' });
  const [answer] = await askSysrq({ console: kernel, inventory }, ['m'], options());
  assert.match(answer?.notes.join() ?? '', /raised to 9, and 4 was not seen/u);
});

test('a mask that is known to forbid dumps leaves consoles and keyboard alone', async () => {
  const { kernel, options } = bench({ isMux: true, consoles: ['ttyS0'], mask: 0x1b6 });
  const inventory = knows({ consoles: ['ttyS0'], mask: 0x1b6 });
  const [answer] = await askSysrq({ console: kernel, qmp: kernel.qmp, inventory }, ['t'], options());
  assert.deepEqual([kernel.keys, kernel.typed, answer?.route], ['', '', undefined]);
  assert.match(reasonOf(answer, 'serial-break'), /kernel.sysrq=438 forbids/u);
  assert.match(answer?.missing ?? '', /no route is left/u);
});

test('a mask that turns out to forbid dumps is asked once, and the agent then', async () => {
  const { kernel, options } = bench({ isMux: true, consoles: ['ttyS0'], mask: 0x1b6, logLevel: 4 });
  const asked: string[] = [];
  const mailbox = {
    request: (body: { sysrq?: { key?: string | null } | null }) => {
      asked.push(body.sysrq?.key ?? '');
      const sysrq = { key: 'w', text: readAnswer('6.1', 'w'), complete: true };
      const answer = new cherub.Answer({ code: cherub.Code.CODE_OK, sysrq });
      return Promise.resolve({ ok: true as const, answer, roundTripUs: 1 });
    },
  };
  const refusing = (): Promise<{ ok: false; reason: 'timeout' }> =>
    Promise.resolve({ ok: false, reason: 'timeout' });
  const ways = {
    console: kernel,
    qmp: kernel.qmp,
    inventory: { ...knows({ consoles: ['ttyS0'] }), sysrq: null },
    request: refusing,
    mailbox,
  };
  const [answer] = await askSysrq(ways, ['w'], options());
  assert.deepEqual(
    [kernel.keys, asked, answer?.route, answer?.isComplete],
    ['w', ['w'], 'agent-mailbox', true],
  );
  assert.match(reasonOf(answer, 'serial-break'), /the kernel answered that kernel.sysrq forbids it/u);
  assert.match(reasonOf(answer, 'send-key'), /forbids it/u);
  assert.equal(reasonOf(answer, 'agent-link'), 'the agent: timeout');
});

test('an agent that refuses is passed over with its words, made safe', async () => {
  const answer = new cherub.Answer({ code: cherub.Code.CODE_DENIED, message: 'no\x1b[31m' });
  const request = () => Promise.resolve({ ok: true as const, answer, roundTripUs: 1 });
  const { options } = bench({ isMux: true, consoles: [] });
  const answers = await askSysrq({ request }, ['t', 'm'], options());
  for (const each of answers) assert.match(reasonOf(each, 'agent-link'), /CODE_DENIED: no\\x1b\[31m/u);
});

test('a kernel that is deaf on one route is asked by the next, within the time', async () => {
  const { kernel, time, options } = bench({ isMux: true, consoles: ['ttyS0'], deafTo: 'lpwmtqz' });
  const inventory = knows({ consoles: ['ttyS0', 'hvc0'] });
  const [answer] = await askSysrq(
    { console: kernel, qmp: kernel.qmp, inventory },
    ['l'],
    options({ deadlineMs: 30_000 }),
  );
  assert.deepEqual(
    answer?.passedOver.map(({ route }) => route),
    ['agent-link', 'agent-mailbox', 'serial-break', 'hvc-ctrl-o', 'send-key'],
  );
  assert.equal(answer?.missing, 'send-key: no answer to l');
  assert.ok(time.monotonicMs() <= 31_000, `${time.monotonicMs()} ms`);
  assert.deepEqual([kernel.focus, kernel.leases], ['hvc0', 0]);
});

test('an answer that never ends is kept as far as it came, and the log level is put back', async () => {
  const { kernel, time, options } = bench({
    isMux: true,
    consoles: ['ttyS0'],
    logLevel: 4,
    print: (key, text) => (key === 't' ? text.slice(0, 20_000) : text),
  });
  const inventory = knows({ consoles: ['ttyS0'], printk: '4 4 1 7' });
  const [answer] = await askSysrq({ console: kernel, inventory }, ['t'], options({ deadlineMs: 10_000 }));
  assert.deepEqual([answer?.parsed?.isPartial, kernel.logLevel], [true, 4]);
  assert.match(answer?.parsed?.problems.join() ?? '', /busy workqueues/u);
  assert.ok(time.monotonicMs() <= 11_000);
});

test('what is beyond the bytes is cut at a line, and said', async () => {
  const { kernel, options } = bench({ isMux: true, consoles: ['ttyS0'] });
  const inventory = knows({ consoles: ['ttyS0'] });
  const [answer] = await askSysrq({ console: kernel, inventory }, ['t'], options({ bytesMax: 5000 }));
  assert.deepEqual([answer?.isComplete, answer?.missing], [false, 'the rest found no room']);
  assert.ok(answer !== undefined && answer.text.length <= 5000 && answer.text.endsWith('\n'));
});

test('two kernel consoles on one mux give each line once', async () => {
  const twice = (_: string, text: string): string => text.replaceAll(/^.+\n/gmu, (line) => line + line);
  const { kernel, options } = bench({ isMux: true, consoles: ['ttyS0', 'hvc0'], print: twice });
  const inventory = knows({ consoles: ['ttyS0', 'hvc0'] });
  const [answer] = await askSysrq({ console: kernel, inventory }, ['w'], options());
  assert.equal(answer?.text, readAnswer('6.1', 'w'));
});

test('stopped in the middle, it ends soon and still puts the log level back', async () => {
  const stop = new AbortController();
  const { kernel, time, options } = bench({ isMux: true, consoles: ['ttyS0'], logLevel: 4, delayMs: 500 });
  const inventory = knows({ consoles: ['ttyS0'], printk: '4 4 1 7' });
  time.after(800, () => stop.abort());
  const answers = await askSysrq(
    { console: kernel, inventory },
    SYSRQ_KEYS,
    options({ signal: stop.signal }),
  );
  assert.deepEqual([kernel.logLevel, kernel.focus, kernel.leases], [4, 'hvc0', 0]);
  assert.ok(answers.every(({ missing }) => missing !== undefined));
});

test('a console that nobody gives back is waited for once, and the agent asked then', async () => {
  const { options } = bench({ isMux: true, consoles: [] });
  const console = {
    isMux: true,
    borrow: () => Promise.resolve({ ok: false as const, reason: 'somebody else had the console' }),
  };
  const sysrq = { key: 'm', text: readAnswer('6.1', 'm'), complete: true };
  const answer = new cherub.Answer({ code: cherub.Code.CODE_OK, sysrq });
  const request = () => Promise.resolve({ ok: true as const, answer, roundTripUs: 1 });
  const ways = { console, request, inventory: knows({ consoles: ['ttyS0', 'hvc0'] }) };
  const [given] = await askSysrq(ways, ['m'], options());
  assert.equal(given?.route, 'agent-link');
  for (const route of ['serial-break', 'hvc-ctrl-o']) assert.match(reasonOf(given, route), /somebody else/u);
});

test('with nothing at hand every route has its reason', async () => {
  const { options } = bench({ isMux: false, consoles: [] });
  const [answer] = await askSysrq({}, ['t'], options());
  assert.equal(answer?.passedOver.length, 5);
  assert.ok(answer?.passedOver.every(({ reason }) => reason !== ''));
});
