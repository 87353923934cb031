import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CaptureRing } from '#companion/sources/console/capture-ring.ts';

test('the ring holds exactly the last bytes, whatever the pieces', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20_000 }),
      fc.array(fc.nat(9000), { maxLength: 12 }),
      (size, pieces) => {
        const ring = new CaptureRing(size);
        const all: number[] = [];
        let value = 0;
        for (const length of pieces) {
          const chunk = Uint8Array.from({ length }, () => {
            value = (value + 1) & 0xff;
            return value;
          });
          all.push(...chunk);
          ring.push(chunk);
          assert.deepEqual([...ring.read()], all.slice(-size));
        }
        assert.equal(ring.totalBytes, all.length);
      },
    ),
    { numRuns: 60 },
  );
});
