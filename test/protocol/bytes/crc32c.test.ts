import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { crc32c } from '#protocol/bytes/crc32c.ts';
import { encodeUtf8 } from '#protocol/bytes/utf8.ts';

test('the standard check value comes out', () => {
  assert.equal(crc32c(encodeUtf8('123456789')), 0xe3069283);
});

test('the examples of RFC 3720 appendix B.4 come out', () => {
  assert.equal(crc32c(new Uint8Array(32)), 0x8a9136aa);
  assert.equal(crc32c(new Uint8Array(32).fill(0xff)), 0x62a8ab43);
  assert.equal(crc32c(Uint8Array.from({ length: 32 }, (_, i) => i)), 0x46dd794e);
  assert.equal(crc32c(Uint8Array.from({ length: 32 }, (_, i) => 31 - i)), 0x113fdb5c);
});

test('no bytes leave the seed as it is', () => {
  assert.equal(crc32c(new Uint8Array(0)), 0);
  assert.equal(crc32c(new Uint8Array(0), 0xe3069283), 0xe3069283);
});

test('taking it piece by piece, at any cut and any alignment, equals a bitwise reference', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), fc.nat(7), (content, cutAt, shift) => {
      const backing = new Uint8Array(content.length + shift);
      backing.set(content, shift);
      const bytes = backing.subarray(shift);
      const cut = Math.min(cutAt, bytes.length);
      assert.equal(crc32c(bytes), bitwise(bytes));
      assert.equal(crc32c(bytes.subarray(cut), crc32c(bytes.subarray(0, cut))), bitwise(bytes));
    }),
  );
});

function bitwise(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return ~crc >>> 0;
}
