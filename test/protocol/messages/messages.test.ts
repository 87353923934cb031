import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toHex } from '#protocol/bytes/hex.ts';
import { decodeMessage } from '#protocol/messages/decode-message.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { messageToJson } from '#protocol/messages/to-json.ts';
import { MESSAGE_TYPES, readMessageVectors } from './message-vectors.ts';

test('every golden message reads as its golden JSON', () => {
  for (const { name, type, bytes, json } of readMessageVectors()) {
    const decoded = decodeMessage(MESSAGE_TYPES[type], bytes);
    assert.ok(decoded.ok, name);
    assert.deepEqual(messageToJson(decoded.message), json, name);
  }
});

test('every golden message is encoded to its golden bytes', () => {
  for (const { name, type, bytes } of readMessageVectors()) {
    const message = MESSAGE_TYPES[type];
    assert.equal(toHex(message.encode(message.decode(bytes)).finish()), toHex(bytes), name);
  }
});

test('64-bit fields are numbers, when they are there and when they are not', () => {
  const largest = { sequence: Number.MAX_SAFE_INTEGER, monotonicUs: 2 ** 32, wallUs: 1 };
  const decoded = cherub.Stamp.decode(cherub.Stamp.encode(largest).finish());
  assert.deepEqual(messageToJson(decoded), largest);
  const empty = cherub.Stamp.decode(new Uint8Array(0));
  assert.deepEqual([empty.sequence, empty.monotonicUs, empty.wallUs], [0, 0, 0]);
});

test('a 64-bit field above 2^53 is the nearest number', () => {
  const decoded = cherub.Stamp.decode(Uint8Array.of(0x10, ...Array<number>(9).fill(0xff), 0x01));
  assert.equal(decoded.sequence, 2 ** 64);
});

test('bytes are a Uint8Array of their own and no Buffer', () => {
  const source = Buffer.from('0a0201ff', 'hex');
  const { bootId } = cherub.Stamp.decode(source);
  assert.deepEqual(bootId, Uint8Array.of(1, 255));
  source.fill(0);
  assert.deepEqual(bootId, Uint8Array.of(1, 255));
  assert.equal(Buffer.isBuffer(cherub.Stamp.encode({ runId: 1 }).finish()), false);
});

test('text that is no UTF-8 costs only itself', () => {
  const decoded = decodeMessage(cherub.Beat, Uint8Array.of(10, 3, 0xff, 0xfe, 0x41, 16, 1));
  assert.ok(decoded.ok);
  assert.deepEqual(messageToJson(decoded.message), { line: '\ufffd\ufffdA', delivered: true });
});

test('a text with half a character is written as UTF-8 that any reader takes', () => {
  const bytes = cherub.Beat.encode({ line: 'a\ud83d' }).finish();
  assert.equal(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(2)), 'a\ufffd');
});

test('fields that are not known here are skipped and not kept', () => {
  const later = Uint8Array.of(0xf8, 0x07, 1, 0xfa, 0x07, 2, 9, 9, 0xfd, 0x07, 1, 2, 3, 4, 16, 1);
  const decoded = decodeMessage(cherub.Beat, later);
  assert.ok(decoded.ok);
  assert.deepEqual(messageToJson(decoded.message), { delivered: true });
});

test('no bytes make the decoder throw, and what it gives can be shown', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.tuple(fc.constantFrom(...readMessageVectors()), fc.nat(), fc.nat(255)).map(([vector, at, byte]) => {
      const changed = vector.bytes.slice();
      changed[at % changed.length] = byte;
      return changed;
    }),
    fc
      .tuple(fc.constantFrom(...readMessageVectors()), fc.nat())
      .map(([{ bytes: all }, end]) => all.slice(0, end % all.length)),
  );
  fc.assert(
    fc.property(bytes, fc.constantFrom(...Object.values(MESSAGE_TYPES)), (input, type) => {
      const decoded = decodeMessage(type, input);
      if (decoded.ok) JSON.stringify(messageToJson(decoded.message));
    }),
    { numRuns: 5000 },
  );
});

test('deep nesting of unknown groups is refused', () => {
  const decoded = decodeMessage(cherub.Record, new Uint8Array(100_000).fill(0xfb));
  assert.equal(decoded.ok, false);
});
