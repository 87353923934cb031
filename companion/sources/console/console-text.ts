import { safeText } from '../../output/safe-text.ts';

/** ECMA-48 control sequences in their 7-bit form: colours, cursor moves, screen clearing. They carry no text. */
const ESCAPE = String.fromCharCode(0x1b);
const CONTROL_SEQUENCE = new RegExp(`${ESCAPE}\\[[0-?]*[ -/]*[@-~]`, 'gu');

/**
 * A console line as text for people and for the controller: control sequences are taken out, bytes that are no UTF-8
 * and every other unsafe character are escaped as `\xNN` or `\u{N}`. The bytes as they came stay in the capture ring.
 */
export function consoleText(bytes: Uint8Array): string {
  return safeText(decodeLossless(bytes).replace(CONTROL_SEQUENCE, ''));
}

/** UTF-8 as text; each byte that is part of no character as `\xNN`. */
function decodeLossless(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  if (!text.includes('\ufffd')) return text;
  let result = '';
  let at = 0;
  while (at < bytes.length) {
    const length = characterLength(bytes, at);
    result +=
      length === 0
        ? `\\x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`
        : Buffer.from(bytes.subarray(at, at + length)).toString('utf8');
    at += Math.max(1, length);
  }
  return result;
}

/** Length of the well-formed UTF-8 character at `at`; 0 when there is none (Unicode 15, table 3-7). */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  const isBad =
    (lead === 0xe0 && second < 0xa0) ||
    (lead === 0xed && second > 0x9f) ||
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second > 0x8f);
  return isBad ? 0 : length;
}
