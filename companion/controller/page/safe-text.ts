/** A piece of text as it is shown; `escape` marks one that stands for something invisible. */
export interface TextPiece {
  readonly text: string;
  readonly escape: boolean;
}

const ESCAPE = String.fromCodePoint(0x1b);
/** Colours and styles of a terminal: without them a boot log is readable, with them it is not. */
const STYLE_SEQUENCE = new RegExp(`${ESCAPE}\\[[0-9;]{0,32}m`, 'gu');

/**
 * Controls, line breaks, and characters that turn the writing direction, have no width, or stand for nothing:
 * they could make a line look like another one.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Cuts a text from a guest into pieces to show. Terminal style sequences are left out; every other invisible
 * character is shown by a visible stand-in.
 */
export function safeTextPieces(text: string): TextPiece[] {
  const plain = text.replace(STYLE_SEQUENCE, '').replace(/\r$/u, '');
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of plain.matchAll(INVISIBLE)) {
    if (match[0] === '\t') continue;
    if (match.index > at) pieces.push({ text: plain.slice(at, match.index), escape: false });
    pieces.push({ text: standIn(match[0]), escape: true });
    at = match.index + match[0].length;
  }
  if (at < plain.length) pieces.push({ text: plain.slice(at), escape: false });
  return pieces;
}

/** The same as one string, for attributes and titles. */
export function safeText(text: string): string {
  return safeTextPieces(text)
    .map((piece) => piece.text)
    .join('');
}

function standIn(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
