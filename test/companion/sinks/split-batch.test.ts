import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitBatch } from '#companion/sinks/split-batch.ts';
import { makeEntry } from '#test/support/make-entry.ts';

const entry = fc.record({ app: fc.constantFrom('a', 'b', 'c'), size: fc.integer({ min: 0, max: 400_000 }) });

test('every entry is sent once, in order within its app, one app to a request, bounded', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 30 }), (sizes) => {
      const batch = sizes.map(({ app, size }, index) =>
        makeEntry({ id: String(index), appId: app, content: 'x'.repeat(size) }),
      );
      const parts = splitBatch(batch);
      for (const part of parts) {
        assert.equal(new Set(part.map((one) => one.appId)).size, 1);
        const size = part.reduce((sum, one) => sum + one.content.length, 0);
        assert.ok(part.length === 1 || size <= 256 * 1024);
      }
      for (const app of ['a', 'b', 'c']) {
        const sent = parts.flat().filter((one) => one.appId === app);
        assert.deepEqual(
          sent,
          batch.filter((one) => one.appId === app),
        );
      }
    }),
    { numRuns: 50 },
  );
});

test('many small entries make several requests', () => {
  const batch = Array.from({ length: 2500 }, (_, index) => makeEntry({ id: String(index), content: '' }));
  assert.ok(splitBatch(batch).every((part) => part.length <= 1000));
  assert.deepEqual(splitBatch([]), []);
});
