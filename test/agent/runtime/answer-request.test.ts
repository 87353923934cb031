import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { REQUEST_NAMES } from '#agent/core/link/request-name.ts';
import { type AnswerSources, answerRequest } from '#agent/core/runtime/answer-request.ts';
import { decodeMessage } from '#protocol/messages/decode-message.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';

const { Code } = cherub;
const nothingYet: AnswerSources = {
  allowed: () => REQUEST_NAMES,
  hello: () => ({ app: 'web' }),
  snapshot: () => undefined,
  inventory: () => undefined,
  counters: () => ({ beats: 3 }),
  sysrq: async (key) => ({ ok: true, value: { key, text: 'said' } }),
  check: async () => ({ ok: false, code: Code.CODE_INVALID, message: 'no such check' }),
};

const answer = async (
  request: cherub.Request.$Properties,
  sources: AnswerSources = nothingYet,
): Promise<cherub.Answer.$Properties> => answerRequest(request, sources, 'link');

test('a ping brings its payload back', () => {
  const payload = Uint8Array.of(1, 2, 3);
  assert.deepEqual(answerRequest({ id: 5, ping: { payload } }, nothingYet, 'link'), {
    requestId: 5,
    code: Code.CODE_OK,
    pong: { payload },
  });
});

test('a ping of more than 1,024 bytes is invalid', async () => {
  assert.equal((await answer({ ping: { payload: new Uint8Array(1025) } })).code, Code.CODE_INVALID);
});

test('what is not there yet is unavailable, with the reason', async () => {
  for (const request of [{ snapshot: {} }, { inventory: {} }]) {
    const { code, message } = await answer(request);
    assert.equal(code, Code.CODE_UNAVAILABLE);
    assert.notEqual(message, '');
  }
});

test('a snapshot is the latest one, or a new one when asked for', async () => {
  const sources = { ...nothingYet, snapshot: (fresh: boolean) => ({ app: fresh ? 'new' : 'latest' }) };
  assert.equal((await answer({ snapshot: {} }, sources)).snapshot?.app, 'latest');
  assert.equal((await answer({ snapshot: { fresh: true } }, sources)).snapshot?.app, 'new');
});

test('what the config does not allow is denied, whatever it is', async () => {
  for (const name of REQUEST_NAMES) {
    const allowed = REQUEST_NAMES.filter((each) => each !== name);
    const denied = await answer({ id: 9, [name]: {} }, { ...nothingYet, allowed: () => allowed });
    assert.equal(denied.code, Code.CODE_DENIED);
    assert.equal(denied.requestId, 9);
  }
});

test('a request of a kind that is not known is unsupported', async () => {
  assert.equal((await answer({ id: 1 })).code, Code.CODE_UNSUPPORTED);
});

test('what a slow source says is the answer, and so is what it refuses', async () => {
  assert.deepEqual(await answer({ id: 3, sysrq: { key: 't' } }), {
    requestId: 3,
    code: Code.CODE_OK,
    sysrq: { key: 't', text: 'said' },
  });
  assert.deepEqual(await answer({ id: 4, check: { name: 'web' } }), {
    requestId: 4,
    code: Code.CODE_INVALID,
    message: 'no such check',
  });
});

test('an answer by mailbox gets less room for text than one by link, and the deadline of the request', async () => {
  const asked: object[] = [];
  const sources: AnswerSources = {
    ...nothingYet,
    sysrq: async (key, o) => {
      asked.push(o);
      return { ok: true, value: { key } };
    },
  };
  await answerRequest({ sysrq: { key: 't' } }, sources, 'link');
  await answerRequest({ deadlineMs: 9000, sysrq: { key: 't' } }, sources, 'mailbox');
  assert.deepEqual(asked, [
    { deadlineMs: 5000, bytesMax: 120_000 },
    { deadlineMs: 9000, bytesMax: 60_000 },
  ]);
});

test('no bytes of a host make it throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const decoded = decodeMessage(cherub.Request, bytes);
      if (decoded.ok) assert.ok(cherub.Answer.encode(await answer(decoded.message)).finish().length > 0);
    }),
  );
});
