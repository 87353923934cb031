/*
 * UTF-8 without TextEncoder and TextDecoder, which are no part of ECMAScript and are missing in QuickJS.
 * Both directions agree with the WHATWG Encoding Standard (with `ignoreBOM`).
 */

const REPLACEMENT = 0xfffd;
/** Code units given to String.fromCharCode at once; engines limit the number of arguments. */
const CHUNK_UNITS = 4096;

/** UTF-8 of `text`; a surrogate without its partner becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const character of text) {
    let code = character.codePointAt(0) ?? REPLACEMENT;
    if (code >= 0xd800 && code <= 0xdfff) code = REPLACEMENT;
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    if (code < 0x800) {
      bytes[length++] = 0xc0 | (code >>> 6);
    } else {
      if (code < 0x10000) {
        bytes[length++] = 0xe0 | (code >>> 12);
      } else {
        bytes[length++] = 0xf0 | (code >>> 18);
        bytes[length++] = 0x80 | ((code >>> 12) & 0x3f);
      }
      bytes[length++] = 0x80 | ((code >>> 6) & 0x3f);
    }
    bytes[length++] = 0x80 | (code & 0x3f);
  }
  return bytes.slice(0, length);
}

/**
 * The text of UTF-8 bytes. Never throws: each maximal part that is no valid UTF-8 (a lone continuation byte, an
 * overlong form, a surrogate, a cut sequence) becomes one U+FFFD.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  let units: number[] = [];
  let i = 0;
  while (i < bytes.length) {
    const { code, length } = decodeOne(bytes, i);
    i += length;
    if (code < 0x10000) units.push(code);
    else units.push(0xd800 + ((code - 0x10000) >>> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    if (units.length >= CHUNK_UNITS) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}

function decodeOne(bytes: Uint8Array, at: number): { code: number; length: number } {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { code: first, length: 1 };
  const shape = leadShape(first);
  if (shape === undefined) return { code: REPLACEMENT, length: 1 };
  let { code, low, high } = shape;
  for (let n = 1; n <= shape.more; n += 1) {
    const next = bytes[at + n] ?? 0;
    if (next < low || next > high) return { code: REPLACEMENT, length: n };
    code = (code << 6) | (next & 0x3f);
    low = 0x80;
    high = 0xbf;
  }
  return { code, length: shape.more + 1 };
}

/** How many bytes follow a lead byte, and in which range the first of them must be (Unicode, table 3-7). */
function leadShape(lead: number): { more: number; code: number; low: number; high: number } | undefined {
  if (lead < 0xc2 || lead > 0xf4) return undefined;
  if (lead < 0xe0) return { more: 1, code: lead & 0x1f, low: 0x80, high: 0xbf };
  if (lead < 0xf0) {
    return {
      more: 2,
      code: lead & 0x0f,
      low: lead === 0xe0 ? 0xa0 : 0x80,
      high: lead === 0xed ? 0x9f : 0xbf,
    };
  }
  return { more: 3, code: lead & 0x07, low: lead === 0xf0 ? 0x90 : 0x80, high: lead === 0xf4 ? 0x8f : 0xbf };
}
