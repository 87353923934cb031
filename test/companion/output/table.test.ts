import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createPaint, wantsColor } from '#companion/output/style.ts';
import { cutToWidth, displayWidth, formatTable } from '#companion/output/table.ts';

const plain = createPaint(false);

test('columns are aligned by what a terminal shows, not by the number of characters', () => {
  assert.deepEqual(
    formatTable(
      ['VM', 'AGE'],
      [
        ['web', { text: '3 s', align: 'right' }],
        ['世界', '12 s'],
      ],
      { paint: plain },
    ),
    ['VM    AGE', 'web   3 s', '世界  12 s'],
  );
});

test('no line is wider than the screen, whatever the cells hold', () => {
  const cells = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(cells, fc.integer({ min: 1, max: 60 }), (rows, columns) => {
      for (const line of formatTable(['A', 'B'], rows, { paint: plain, columns })) {
        assert.ok(displayWidth(line) <= columns, JSON.stringify(line));
      }
    }),
    { numRuns: 40 },
  );
});

test('a cut text says so', () => {
  assert.equal(cutToWidth('abcdef', 4), 'abc…');
  assert.equal(cutToWidth('abc', 3), 'abc');
  assert.equal(cutToWidth('世界', 3), '世…');
});

test('colours are only for terminals that want them', () => {
  assert.equal(wantsColor(true, {}), true);
  assert.equal(wantsColor(false, {}), false);
  assert.equal(wantsColor(true, { NO_COLOR: '1' }), false);
  assert.equal(wantsColor(true, { TERM: 'dumb' }), false);
  assert.equal(createPaint(true)('good', 'ok'), '\u001b[32mok\u001b[0m');
});
