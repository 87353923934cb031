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
};

test('a ping brings its payload back', () => {
  const payload = Uint8Array.of(1, 2, 3);
  assert.deepEqual(answerRequest({ id: 5, ping: { payload } }, nothingYet), {
    requestId: 5,
    code: Code.CODE_OK,
    pong: { payload },
  });
});

test('a ping of more than 1,024 bytes is invalid', () => {
  assert.equal(
    answerRequest({ ping: { payload: new Uint8Array(1025) } }, nothingYet).code,
    Code.CODE_INVALID,
  );
});

test('what is not there yet is unavailable, with the reason', () => {
  for (const request of [{ snapshot: {} }, { inventory: {} }]) {
    const answer = answerRequest(request, nothingYet);
    assert.equal(answer.code, Code.CODE_UNAVAILABLE);
    assert.notEqual(answer.message, '');
  }
});

test('a snapshot is the latest one, or a new one when asked for', () => {
  const sources = { ...nothingYet, snapshot: (fresh: boolean) => ({ app: fresh ? 'new' : 'latest' }) };
  assert.equal(answerRequest({ snapshot: {} }, sources).snapshot?.app, 'latest');
  assert.equal(answerRequest({ snapshot: { fresh: true } }, sources).snapshot?.app, 'new');
});

test('what the config does not allow is denied, whatever it is', () => {
  for (const name of REQUEST_NAMES) {
    const allowed = REQUEST_NAMES.filter((each) => each !== name);
    const answer = answerRequest({ id: 9, [name]: {} }, { ...nothingYet, allowed: () => allowed });
    assert.equal(answer.code, Code.CODE_DENIED);
    assert.equal(answer.requestId, 9);
  }
});

test('a request of a kind that is not known is unsupported', () => {
  assert.equal(answerRequest({ id: 1 }, nothingYet).code, Code.CODE_UNSUPPORTED);
});

test('no bytes of a host make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const decoded = decodeMessage(cherub.Request, bytes);
      if (decoded.ok)
        assert.ok(cherub.Answer.encode(answerRequest(decoded.message, nothingYet)).finish().length > 0);
    }),
  );
});
