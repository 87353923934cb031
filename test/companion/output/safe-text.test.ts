import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { safeJson, safeText } from '#companion/output/safe-text.ts';

/** What no screen may get: controls (C0, DEL, C1), and everything that is invisible or turns the direction. */
const HARMFUL = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '\u001b[2J',
        '\u009b31m',
        '\u202e',
        '\u2066',
        '\u200b',
        '\ud800',
        '\u0007',
        '\r',
        'a',
        '\ufeff',
        '\u{e0041}',
      ),
    )
    .map((parts) => parts.join('')),
);

test('no text of a guest brings a control, direction or invisible character onto a screen', () => {
  fc.assert(fc.property(anyText, (text) => assert.doesNotMatch(safeText(text), HARMFUL)));
});

test('safe text comes back as it is, so that escaping twice changes nothing', () => {
  fc.assert(fc.property(anyText, (text) => assert.equal(safeText(safeText(text)), safeText(text))));
  assert.equal(safeText('Grüße, 世界 🎉 \\x1b'), 'Grüße, 世界 🎉 \\x1b');
});

test('each unsafe character is shown by its number', () => {
  assert.equal(safeText('a\u001b[31mb\u009b\tc\u202ed\u{e0041}'), 'a\\x1b[31mb\\x9b c\\u{202e}d\\u{e0041}');
});

test('safe JSON is the same data, and harmless to look at', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const json = safeJson({ text });
      assert.doesNotMatch(json, HARMFUL);
      assert.deepEqual(JSON.parse(json), { text: JSON.parse(JSON.stringify(text)) });
    }),
  );
});
