import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skipZeros } from '#protocol/bytes/skip-zeros.ts';

test('zeros end where a plain search says, from every place, in every alignment', () => {
  const whole = new Uint8Array(64);
  for (let offset = 0; offset < 8; offset += 1) {
    for (let length = 0; length < 24; length += 1) {
      const bytes = whole.subarray(offset, offset + length);
      for (let other = 0; other <= length; other += 1) {
        whole.fill(0);
        if (other < length) bytes[other] = 128;
        for (let from = 0; from <= other; from += 1) assert.equal(skipZeros(bytes, from), other);
      }
    }
  }
});
