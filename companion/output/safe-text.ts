/*
 * Whatever a guest said may hold terminal escapes, characters that turn the reading direction round, or ones that
 * nobody sees. Every operator screen and every console entry goes through here.
 */

/** Controls, format characters, lone surrogates, private use, line separators, and what Unicode lets be invisible. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * One line that a terminal shows as it stands: nothing in it moves a cursor, changes a colour, hides or reorders text.
 * Unsafe characters become `\xNN` or `\u{N}`; a tab becomes a space. Text that is safe already comes back unchanged.
 */
export function safeText(text: string): string {
  return text.replace(UNSAFE, escapeCharacter);
}

/**
 * The value as JSON on one line, with the characters that `safeText` would escape written as `\uNNNN`: the same data
 * for a program, and harmless for whoever looks at it on a terminal.
 */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (character) =>
    Array.from({ length: character.length }, (_, i) => unicodeEscape(character.charCodeAt(i))).join(''),
  );
}

function escapeCharacter(character: string): string {
  if (character === '\t') return ' ';
  const code = character.codePointAt(0) ?? 0;
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
