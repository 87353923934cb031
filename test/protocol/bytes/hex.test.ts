import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromHex, toHex } from '#protocol/bytes/hex.ts';

test('every run of bytes comes back from its hex text, in either case', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      assert.equal(toHex(bytes), Buffer.from(bytes).toString('hex'));
      assert.deepEqual(fromHex(toHex(bytes)), bytes);
      assert.deepEqual(fromHex(toHex(bytes).toUpperCase()), bytes);
    }),
  );
});

test('a text that is not hex gives nothing', () => {
  for (const text of ['0', '0g', 'g0', '0x', ' 00', '00 ', '٠٠', '@@', '``', '//', '::']) {
    assert.equal(fromHex(text), undefined, text);
  }
  assert.deepEqual(fromHex(''), new Uint8Array(0));
});
