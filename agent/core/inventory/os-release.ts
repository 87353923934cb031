import { safeText } from '../snapshot/safe-text.ts';
import { eachLine } from '../snapshot/scan-text.ts';

export interface OsRelease {
  readonly id: string;
  readonly version: string;
  readonly prettyName: string;
}

const LINES_MAX = 64;
const VALUE_BYTES_MAX = 128;

/** os-release(5): shell-like assignments, values bare or in either kind of quotes. */
export function parseOsRelease(text: string): OsRelease {
  const found = new Map<string, string>();
  eachLine(text, LINES_MAX, (line) => {
    const equals = line.indexOf('=');
    if (equals > 0) found.set(line.slice(0, equals).trim(), unquote(line.slice(equals + 1).trim()));
  });
  const value = (key: string): string => safeText(found.get(key) ?? '', VALUE_BYTES_MAX);
  return { id: value('ID'), version: value('VERSION_ID'), prettyName: value('PRETTY_NAME') };
}

function unquote(value: string): string {
  const quote = value.charAt(0);
  if (quote !== '"' && quote !== "'") return value;
  const end = value.lastIndexOf(quote);
  const inside = value.slice(1, end > 0 ? end : value.length);
  return quote === '"' ? inside.replace(/\\(["\\$`])/g, '$1') : inside;
}
