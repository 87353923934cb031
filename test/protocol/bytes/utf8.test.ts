import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeUtf8, encodeUtf8 } from '#protocol/bytes/utf8.ts';

const platformDecoder = new TextDecoder('utf-8', { ignoreBOM: true });

test('encoding agrees with the platform, lone surrogates included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
      assert.deepEqual(encodeUtf8(text), new TextEncoder().encode(text));
    }),
  );
  for (const text of ['\ud800', 'a\udc00b', '\ud83d', '\ud83d\ude00', '\udc00\ud800']) {
    assert.deepEqual(encodeUtf8(text), new TextEncoder().encode(text));
  }
});

test('decoding any bytes agrees with the platform and never throws', () => {
  // Bytes around the borders of the encoding meet far more often here than in uniform noise.
  const borders = [
    0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef,
    0xf0, 0xf1, 0xf4, 0xf5, 0xff,
  ];
  const byte = fc.oneof(fc.constantFrom(...borders), fc.nat(255));
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 40 }), (list) => {
      const bytes = Uint8Array.from(list);
      assert.equal(decodeUtf8(bytes), platformDecoder.decode(bytes));
    }),
    { numRuns: 2000 },
  );
});

test('every sequence of two bytes decodes as the platform does it', () => {
  for (let first = 0x70; first < 256; first += 1) {
    for (let second = 0; second < 256; second += 1) {
      const bytes = Uint8Array.of(first, second, 0x80, 0x41);
      assert.equal(decodeUtf8(bytes), platformDecoder.decode(bytes));
    }
  }
});

test('a text longer than one chunk comes back whole, pairs on the border included', () => {
  for (const pad of [4094, 4095, 4096, 4097]) {
    const text = `${'x'.repeat(pad)}😀é${'y'.repeat(5000)}`;
    assert.equal(decodeUtf8(encodeUtf8(text)), text);
  }
});
