import { safeText } from '../../output/safe-text.ts';

/** HTML that is safe as it stands: made by this module alone. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

/** No text of a guest pushes the next fact off the screen; whole texts are in the raw parts. */
const TEXT_CHARACTERS_MAX = 400;

export type Piece = string | number | Markup | undefined | readonly Piece[];

/**
 * HTML from a template: every value is escaped unless it is Markup itself. Control, invisible and reordering characters of
 * a guest become visible escapes. Values may stand in text and in double-quoted attributes, nowhere else.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  return new Markup(strings.map((text, i) => text + (i < values.length ? toHtml(values[i]) : '')).join(''));
}

function toHtml(piece: Piece): string {
  if (piece === undefined) return '';
  if (piece instanceof Markup) return piece.html;
  if (typeof piece === 'string' || typeof piece === 'number') return escapeHtml(String(piece));
  return piece.map(toHtml).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  const shown = text.length > TEXT_CHARACTERS_MAX ? `${text.slice(0, TEXT_CHARACTERS_MAX)}…` : text;
  return safeText(shown).replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');
}
