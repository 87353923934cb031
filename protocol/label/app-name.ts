import { crc32c } from '#protocol/bytes/crc32c.ts';
import { decodeUtf8, encodeUtf8 } from '#protocol/bytes/utf8.ts';
import { LABEL_APP_BYTES_MAX } from './label.ts';

const EMPTY = '-';
const CUT_MARK = '~';
const CHECKSUM_DIGITS = 8;
const CUT_BYTES_MAX = LABEL_APP_BYTES_MAX - CUT_MARK.length - CHECKSUM_DIGITS;

/**
 * An application name as one token of a label: at most {@link LABEL_APP_BYTES_MAX} characters of
 * `[A-Za-z0-9._~%-]`. A longer name is cut between two characters and ends in `~` and the CRC32C of the whole name, so
 * that two long names stay apart. Lone surrogates count as U+FFFD.
 */
export function encodeAppName(name: string): string {
  if (name === '') return EMPTY;
  // The name "-" must stay apart from no name.
  if (name === EMPTY) return '%2D';
  let encoded = '';
  let cutAt = 0;
  for (const character of name) {
    encoded += encodeCharacter(character);
    if (encoded.length <= CUT_BYTES_MAX) cutAt = encoded.length;
    if (encoded.length > LABEL_APP_BYTES_MAX) {
      return `${encoded.slice(0, cutAt)}${CUT_MARK}${hex32(crc32c(encodeUtf8(name)))}`;
    }
  }
  return encoded;
}

/** The inverse; `exact` is false when the name was cut and only its start is known. `undefined`: no such token. */
export function decodeAppName(token: string): { name: string; exact: boolean } | undefined {
  if (token === EMPTY) return { name: '', exact: true };
  const match = /^((?:[A-Za-z0-9._-]|%[0-9A-F]{2})*)(~[0-9a-f]{8})?$/.exec(token);
  const encoded = match?.[1];
  if (encoded === undefined || token === '' || token.length > LABEL_APP_BYTES_MAX) return undefined;
  return { name: decodeUtf8(unescapeBytes(encoded)), exact: match?.[2] === undefined };
}

/** Eight lower-case hex digits. */
export function hex32(value: number): string {
  return value.toString(16).padStart(CHECKSUM_DIGITS, '0');
}

function encodeCharacter(character: string): string {
  if (/^[A-Za-z0-9._-]$/.test(character)) return character;
  let encoded = '';
  for (const byte of encodeUtf8(character)) encoded += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  return encoded;
}

function unescapeBytes(encoded: string): Uint8Array {
  const bytes = new Uint8Array(encoded.length);
  let length = 0;
  for (let at = 0; at < encoded.length; length += 1) {
    const escaped = encoded[at] === '%';
    bytes[length] = escaped ? Number.parseInt(encoded.slice(at + 1, at + 3), 16) : encoded.charCodeAt(at);
    at += escaped ? 3 : 1;
  }
  return bytes.subarray(0, length);
}
