import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AnswerReader } from '#companion/sysrq/answer-reader.ts';
import { readAnswer } from '#test/support/fake-sysrq-guest.ts';

const BYTES_MAX = 1024 * 1024;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('answers do not depend on how the bytes come in pieces', () => {
  const stream = bytes(
    `login: ${readAnswer('6.1', 'w')}${readAnswer('5.10', 'm')}${readAnswer('6.12', 'l')}`,
  );
  const whole = new AnswerReader(BYTES_MAX);
  whole.push(stream, 0);
  assert.deepEqual(
    [
      whole.count,
      whole.find(0, ['w'])?.isClosed,
      whole.find(0, ['m'])?.isEndSeen,
      whole.find(0, ['l'])?.isClosed,
    ],
    [3, true, true, false],
  );
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 60 }), (sizes) => {
      const reader = new AnswerReader(BYTES_MAX);
      let at = 0;
      for (const size of sizes) {
        reader.push(stream.subarray(at, at + size), 0);
        at += size;
      }
      reader.push(stream.subarray(at), 0);
      for (const kind of ['w', 'm', 'l'] as const) {
        assert.equal(reader.find(0, [kind])?.text, whole.find(0, [kind])?.text);
      }
    }),
    { numRuns: 50 },
  );
});

test('a heading counts from where one looks, so an old answer is not taken for a new one', () => {
  const reader = new AnswerReader(BYTES_MAX);
  reader.push(bytes(readAnswer('6.1', 'm')), 0);
  assert.equal(reader.find(reader.count, ['m']), undefined);
});

test('a guest that forges headings and lines without end costs no more than the limit', () => {
  const reader = new AnswerReader(10_000);
  reader.push(bytes('sysrq: Show Memory\nsysrq: Show State\n'.repeat(5000)), 0);
  reader.push(new Uint8Array(2 * 1024 * 1024).fill(0x78), 0);
  assert.equal(reader.count, 256);
  let kept = 0;
  for (let at = 0; at < reader.count; at += 1) kept += reader.find(at, ['m', 't'])?.text.length ?? 0;
  assert.ok(kept <= 10_000, `${kept}`);
});

test('what a guest says comes out safe for screens', () => {
  const reader = new AnswerReader(BYTES_MAX);
  reader.push(bytes('sysrq: Show Memory\n\x1b[31mred\x07 \u202eturned\n'), 0);
  const text = reader.find(0, ['m'])?.text ?? '';
  assert.ok(
    Array.from(text).every((letter) => letter === '\n' || letter >= ' '),
    JSON.stringify(text),
  );
  assert.ok(!text.includes('\u202e'));
});

test('a stack may hold a line several times; only where every line comes twice one of them goes', () => {
  const stack =
    '[    1.000000] sysrq: Show Blocked State\n[    1.000000]  a+0x1/0x2\n[    1.000000]  a+0x1/0x2\n';
  const single = new AnswerReader(BYTES_MAX);
  single.push(bytes(stack), 0);
  const doubled = new AnswerReader(BYTES_MAX);
  doubled.push(bytes(stack.replaceAll(/.+\n/gu, (line) => line + line)), 0);
  assert.equal(single.find(0, ['w'])?.text, stack);
  assert.equal(doubled.find(0, ['w'])?.text, stack);
});
