import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { safeText, safeTextPieces } from '#companion/controller/page/safe-text.ts';

test('colours are left out, everything else invisible is shown', () => {
  assert.equal(safeText('[\u001b[0;32m  OK  \u001b[0m] done\r'), '[  OK  ] done');
  assert.equal(safeText('\u001b]0;title\u0007x'), '␛]0;title␇x');
  assert.equal(safeText('a\u202eb\u2066c\u200bd'), 'a<U+202E>b<U+2066>c<U+200B>d');
  assert.equal(safeText('a\u0000b\u007fc\u0085d'), 'a␀b␡c<U+0085>d');
  assert.equal(safeText('\u{e0041}\ud800'), '<U+E0041><U+D800>');
});

test('ordinary text, tabs and emoji stay as they are', () => {
  assert.equal(safeText('tab\there, naïve, 日本, 😀'), 'tab\there, naïve, 日本, 😀');
  assert.deepEqual(safeTextPieces('plain'), [{ text: 'plain', escape: false }]);
});

test('nothing that controls a screen or the writing direction is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.doesNotMatch(safeText(text).replaceAll('\t', ''), /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});
