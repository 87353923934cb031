import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LINE_BYTES_MAX, LineSplitter, type RawLine } from '#companion/sources/console/line-splitter.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (line: RawLine): string => new TextDecoder().decode(line.bytes);

test('LF, CR, CR LF and runs of them end a line, and empty lines are left out', () => {
  const splitter = new LineSplitter();
  const lines = splitter.push(bytes('one\ntwo\r\nthree\r\r\n\nfour\rfive'));
  assert.deepEqual(lines.map(text), ['one', 'two', 'three', 'four']);
  assert.deepEqual(splitter.flush().map(text), ['five']);
  assert.deepEqual(splitter.flush(), []);
});

test('the lines do not depend on how the bytes come in pieces, and each stands where its offset says', () => {
  const stream = fc
    .uint8Array({ maxLength: 400 })
    .map((all) => all.map((byte) => (byte % 5 === 0 ? 10 : byte)));
  fc.assert(
    fc.property(stream, fc.array(fc.nat(50)), fc.nat(1000), (all, cuts, base) => {
      const whole = new LineSplitter(base);
      const expected = [...whole.push(all), ...whole.flush()];
      const pieces = new LineSplitter(base);
      const lines: RawLine[] = [];
      let at = 0;
      for (const cut of cuts) {
        lines.push(...pieces.push(all.subarray(at, at + cut)));
        at += cut;
      }
      lines.push(...pieces.push(all.subarray(at)), ...pieces.flush());
      assert.deepEqual(lines, expected);
      for (const line of lines) {
        const start = line.offset - base;
        assert.deepEqual(line.bytes, all.subarray(start, start + line.bytes.length));
      }
      assert.equal(pieces.consumedOffset, base + all.length);
    }),
  );
});

test('a line that never ends comes in pieces of the limit, and no more than that is held', () => {
  const splitter = new LineSplitter();
  let given = 0;
  for (let i = 0; i < 100; i += 1) {
    for (const line of splitter.push(new Uint8Array(1000).fill(65))) {
      assert.equal(line.bytes.length, LINE_BYTES_MAX);
      assert.equal(line.isCut, true);
      given += line.bytes.length;
    }
    assert.ok(splitter.pendingBytes < LINE_BYTES_MAX);
  }
  assert.equal(given + splitter.pendingBytes, 100_000);
});
