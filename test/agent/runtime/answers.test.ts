import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REQUEST_NAMES } from '#agent/core/link/request-name.ts';
import { Answers } from '#agent/core/runtime/answers.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';

function setUp() {
  const ends: (() => void)[] = [];
  const given: cherub.Answer.$Properties[] = [];
  const counters = { requests: 0, mailboxRequests: 0, mailboxInvalid: 0 };
  const answers = new Answers({
    counters,
    sources: {
      allowed: () => REQUEST_NAMES,
      hello: () => ({}),
      snapshot: () => undefined,
      inventory: () => undefined,
      counters: () => ({}),
      sysrq: (key) => new Promise((resolve) => ends.push(() => resolve({ ok: true, value: { key } }))),
      check: async () => ({ ok: false, code: cherub.Code.CODE_INVALID, message: '' }),
    },
  });
  const mail = (request: cherub.Request.$Properties): void =>
    answers.byMail(cherub.Request.encode(request).finish(), (answer) => void given.push(answer));
  return { ends, given, counters, answers, mail };
}

test('a request that stands in the mailbox twice is carried out and answered once', async () => {
  const { ends, given, mail } = setUp();
  mail({ id: 5, sysrq: { key: 't' } });
  mail({ id: 5, sysrq: { key: 't' } });
  assert.deepEqual([ends.length, given.length], [1, 0]);
  ends[0]?.();
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(
    given.map(({ requestId, code }) => [requestId, code]),
    [[5, cherub.Code.CODE_OK]],
  );
});

test('more slow requests by mailbox than a few are busy, and noise is counted', () => {
  const { given, counters, answers, mail } = setUp();
  for (let id = 1; id <= 9; id += 1) mail({ id, sysrq: { key: 't' } });
  assert.deepEqual(
    given.map(({ requestId, code }) => [requestId, code]),
    [[9, cherub.Code.CODE_BUSY]],
  );
  answers.byMail(Uint8Array.of(0xff, 0xff), () => assert.fail('noise is not answered'));
  assert.deepEqual([counters.mailboxRequests, counters.mailboxInvalid], [9, 1]);
});
