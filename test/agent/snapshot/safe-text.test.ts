import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { safeText } from '#agent/core/snapshot/safe-text.ts';

test('plain text stays as it is', () => {
  assert.equal(safeText('nginx: worker', 64), 'nginx: worker');
  assert.equal(safeText('Größe ☃ 🦉', 64), 'Größe ☃ 🦉');
});

test('control characters, escapes and bidirectional marks become question marks', () => {
  assert.equal(safeText('\u001b[31mred\u0007', 64), '?[31mred?');
  assert.equal(safeText('a\nb\tc\u007fd\u009be', 64), 'a?b?c?d?e');
  assert.equal(safeText('\u202egpj.exe\u2066\u200b\ufeff\u2028', 64), '?gpj.exe????');
});

test('a lone surrogate becomes a question mark', () => {
  assert.equal(safeText('a\ud800b\udc00', 64), 'a?b?');
});

test('a cut never splits a character', () => {
  assert.equal(safeText('ä🦉', 5), 'ä');
  assert.equal(safeText('ä🦉', 6), 'ä🦉');
});

test('whatever the text is, the result is bounded in bytes and harmless', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.nat(40), (text, bytesMax) => {
      const safe = safeText(text, bytesMax);
      assert.ok(Buffer.byteLength(safe) <= bytesMax);
      assert.doesNotMatch(safe, /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});
