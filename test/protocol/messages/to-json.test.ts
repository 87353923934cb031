import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { messageToJson } from '#protocol/messages/to-json.ts';

test('enums are short names and a number that is not known stays one', () => {
  assert.deepEqual(messageToJson({ state: cherub.State.STATE_DEGRADED, build: 99 }), {
    state: 'degraded',
    build: 99,
  });
  assert.deepEqual(messageToJson({ code: cherub.Code.CODE_DEADLINE_EXCEEDED }), {
    code: 'deadline_exceeded',
  });
});

test('a text under the name of an enum stays a text', () => {
  assert.deepEqual(messageToJson({ pid: 1, state: 'D' }), { pid: 1, state: 'D' });
});

test('defaults are left out, so that both ends give the same', () => {
  const plain = {
    app: '',
    state: 0,
    periodMs: 0,
    disks: [],
    load: { load1: 0, load5: 0.1 },
    missing: [{ part: '' }],
  };
  const expected = { load: { load5: 0.1 }, missing: [{}] };
  assert.deepEqual(messageToJson(plain), expected);
  const decoded = cherub.Snapshot.decode(cherub.Snapshot.encode(plain).finish());
  assert.deepEqual(messageToJson(decoded), expected);
});

test('a float reads as the shortest decimal that means it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_999_999 }),
      fc.integer({ min: 0, max: 4 }),
      (digits, decimals) => {
        const value = Number((digits / 10 ** decimals).toPrecision(7));
        const { load } = cherub.Snapshot.decode(cherub.Snapshot.encode({ load: { load1: value } }).finish());
        assert.deepEqual(messageToJson(load ?? {}), value === 0 ? {} : { load1: value });
      },
    ),
  );
});

test('a number that is none is null, never broken JSON', () => {
  for (const load1 of [Number.NaN, Infinity, -Infinity]) {
    const { load } = cherub.Snapshot.decode(cherub.Snapshot.encode({ load: { load1 } }).finish());
    assert.deepEqual(messageToJson(load ?? {}), { load1: null });
  }
});

test('a message that contains itself is a bug of the caller', () => {
  const loop: { self?: object } = {};
  loop.self = loop;
  assert.throws(() => messageToJson(loop), RangeError);
});
