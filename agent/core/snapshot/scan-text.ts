/**
 * Looking numbers up in kernel text. The agent runs with V8's lite mode, where a loop over characters costs
 * thirty times as much as `indexOf` and `slice`: these helpers keep to what is native.
 */

/** Longest decimal that is looked at; 2^64 has 20 digits. */
const DIGITS_MAX = 24;

const UINT32_MAX = 0xffff_ffff;

/**
 * The unsigned decimal at a position, after blanks; undefined when there is none.
 * Above 2^53 - 1 it is held there (messages carry no larger numbers); negative ones count as 0.
 */
export function numberAt(text: string, at: number): number | undefined {
  const value = Number.parseInt(text.slice(at, at + DIGITS_MAX), 10);
  return Number.isNaN(value) ? undefined : clamp(value, Number.MAX_SAFE_INTEGER);
}

/** `numberAt` for a field that was cut out already. */
export function toCount(field: string | undefined): number | undefined {
  return field === undefined ? undefined : numberAt(field, 0);
}

/** A decimal such as `0.25`, held in 0 … 1e9; undefined when there is none. */
export function toDecimal(field: string | undefined): number | undefined {
  if (field === undefined) return undefined;
  const value = Number.parseFloat(field);
  return Number.isNaN(value) ? undefined : clamp(value, 1e9);
}

/** A whole number that fits a `uint32` field, at its bounds otherwise. */
export function toUint32(value: number): number {
  return Number.isNaN(value) ? 0 : Math.floor(clamp(value, UINT32_MAX));
}

/** Sums of counters stay in what a message can carry. */
export function toUint53(value: number): number {
  return Number.isNaN(value) ? 0 : Math.floor(clamp(value, Number.MAX_SAFE_INTEGER));
}

/**
 * The number of the line that starts with `key`, separator included (`"MemTotal:"`, `"pgfault "`).
 * @returns undefined when no line starts so, or no number follows
 */
export function numberOfLine(text: string, key: string): number | undefined {
  const at = startOfLine(text, key);
  return at === undefined ? undefined : numberAt(text, at + key.length);
}

/** The line that starts with `key`, without its line feed; undefined when there is none. */
export function lineOf(text: string, key: string): string | undefined {
  const at = startOfLine(text, key);
  if (at === undefined) return undefined;
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
}

/** The fields of a line, separated by any number of blanks and tabs. */
export function fieldsOf(line: string): string[] {
  const plain = line.includes('\t') ? line.replaceAll('\t', ' ') : line;
  return plain.split(' ').filter((field) => field !== '');
}

/**
 * Calls `visit` with each line, without its line feed, until the text ends or `linesMax` were seen.
 * @returns false when lines were left
 */
export function eachLine(text: string, linesMax: number, visit: (line: string) => void): boolean {
  let start = 0;
  for (let count = 0; start < text.length; count++) {
    if (count >= linesMax) return false;
    const end = text.indexOf('\n', start);
    visit(text.slice(start, end < 0 ? text.length : end));
    if (end < 0) break;
    start = end + 1;
  }
  return true;
}

function startOfLine(text: string, key: string): number | undefined {
  if (text.startsWith(key)) return 0;
  const at = text.indexOf(`\n${key}`);
  return at < 0 ? undefined : at + 1;
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, 0), max);
}
