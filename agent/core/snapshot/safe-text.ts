/** Stands for every character that could do something to a terminal, a log or a page. One byte in UTF-8. */
const REPLACEMENT = '?';

/**
 * Guest text made harmless and bounded: control characters (C0, DEL, C1), line and paragraph separators,
 * bidirectional controls, zero-width characters and lone surrogates become `?`; the result has at most
 * `bytesMax` bytes of UTF-8 and ends at a character's border.
 *
 * Every name that a process may choose (comm, mount points, unit names) goes through here: it is shown on
 * other people's screens.
 */
export function safeText(text: string, bytesMax: number): string {
  if (text.length <= bytesMax && isPlainAscii(text)) return text;
  let out = '';
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    const shown = isHarmful(code) ? REPLACEMENT : String.fromCodePoint(code);
    bytes += shown === REPLACEMENT ? 1 : utf8Length(code);
    if (bytes > bytesMax) break;
    out += shown;
    if (code > 0xffff) at++;
  }
  return out;
}

function isPlainAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code > 0x7e) return false;
  }
  return true;
}

function isHarmful(code: number): boolean {
  if (code < 0x20) return true;
  if (code < 0x7f) return false;
  if (code < 0xa0) return true;
  if (code < 0x200b) return code === 0xad || code === 0x61c;
  if (code <= 0x200f) return true;
  if (code >= 0x2028 && code <= 0x202e) return true;
  if (code >= 0x2060 && code <= 0x206f) return true;
  return (code >= 0xd800 && code <= 0xdfff) || code === 0xfeff;
}

function utf8Length(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
