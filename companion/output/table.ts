import { safeText } from './safe-text.ts';
import type { Paint, Tone } from './style.ts';

/** One cell: its text may come from a guest. */
export interface Cell {
  readonly text: string;
  readonly tone?: Tone;
  readonly align?: 'left' | 'right';
}

export interface TableOptions {
  readonly paint: Paint;
  /** Lines are cut to this many columns; without it they are as long as they need. */
  readonly columns?: number;
}

const GAP = '  ';

/**
 * Lines of a table with aligned columns: a heading, then the rows. A cell that is only a text is left-aligned. The last
 * column is not padded, and is what is cut when a line is longer than the screen.
 */
export function formatTable(
  heading: readonly string[],
  rows: readonly (readonly (Cell | string)[])[],
  o: TableOptions,
): string[] {
  const all: Cell[][] = [
    heading.map((text, column) => ({ text, tone: 'dim' as const, align: alignOf(rows[0]?.[column]) })),
    ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell))),
  ].map((row) => row.map((cell) => ({ ...cell, text: safeText(cell.text) })));
  const widths = heading.map((_, column) =>
    Math.max(...all.map((row) => displayWidth(row[column]?.text ?? ''))),
  );
  return all.map((row) => formatRow(row, widths, o));
}

/** A heading stands as the first cell below it. */
function alignOf(cell: Cell | string | undefined): 'left' | 'right' {
  return typeof cell === 'object' ? (cell.align ?? 'left') : 'left';
}

function formatRow(row: readonly Cell[], widths: readonly number[], o: TableOptions): string {
  let left = o.columns ?? Number.POSITIVE_INFINITY;
  const parts: string[] = [];
  row.forEach((cell, column) => {
    if (left <= 0) return;
    const isLast = column === row.length - 1;
    const width = Math.min(isLast ? displayWidth(cell.text) : (widths[column] ?? 0), left);
    const text = cutToWidth(cell.text, width);
    const space = ' '.repeat(isLast ? 0 : width - displayWidth(text));
    const painted = o.paint(cell.tone ?? 'plain', text);
    parts.push(cell.align === 'right' ? space + painted : painted + space);
    left -= width + GAP.length;
  });
  return parts.join(GAP).trimEnd();
}

/** Columns on a terminal: East Asian wide characters and pictographs take two, combining marks none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The text cut to so many columns, with `…` at the end where something is missing. */
export function cutToWidth(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let cut = '';
  let width = 0;
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns - 1) break;
    cut += character;
  }
  return columns > 0 ? `${cut}…` : '';
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}\uff01-\uff60]/u;

function characterWidth(character: string): number {
  if (character <= '\u007e') return 1;
  if (/\p{M}/u.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
