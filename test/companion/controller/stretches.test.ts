import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { intersect, type Stretch, union, without } from '#companion/controller/page-api/stretches.ts';

const stretch: fc.Arbitrary<Stretch> = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 15 }))
  .map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length }));
const stretches = fc.array(stretch, { maxLength: 8 });

const byNumber = (a: number, b: number): number => a - b;

/** The unit cells that a set covers: the obvious model. */
function cells(set: readonly Stretch[]): Set<number> {
  return new Set(
    set.flatMap((one) => Array.from({ length: one.toMs - one.fromMs }, (_, i) => one.fromMs + i)),
  );
}

test('union covers the same and has no overlaps', () => {
  fc.assert(
    fc.property(stretches, (set) => {
      const joined = union(set);
      assert.deepEqual([...cells(joined)].sort(byNumber), [...cells(set)].sort(byNumber));
      for (const [index, one] of joined.entries())
        assert.ok(index === 0 || (joined[index - 1]?.toMs ?? 0) < one.fromMs);
    }),
  );
});

test('intersect covers what both cover', () => {
  fc.assert(
    fc.property(stretches, stretches, (a, b) => {
      const common = cells(intersect(union(a), union(b)));
      assert.deepEqual(
        [...common].sort(byNumber),
        [...cells(a)].filter((cell) => cells(b).has(cell)).sort(byNumber),
      );
    }),
  );
});

test('without leaves what the others do not cover', () => {
  fc.assert(
    fc.property(stretch, stretches, (one, others) => {
      const left = cells(without(one, union(others)));
      assert.deepEqual(
        [...left].sort(byNumber),
        [...cells([one])].filter((cell) => !cells(others).has(cell)).sort(byNumber),
      );
    }),
  );
});
