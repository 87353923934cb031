export type DecodedMessage<T> = { ok: true; message: T } | { ok: false; problem: string };

/**
 * Decodes bytes that may be an attack: `decodeMessage(cherub.Record, bytes)`. Never throws. Unknown fields are skipped;
 * a text that is not UTF-8 holds U+FFFD; a known field may be missing or have any value of its type.
 */
export function decodeMessage<T>(
  type: { decode(bytes: Uint8Array): T },
  bytes: Uint8Array,
): DecodedMessage<T> {
  try {
    return { ok: true, message: type.decode(bytes) };
  } catch {
    // protobufjs throws Error and RangeError on broken input; its texts help nobody.
    return { ok: false, problem: 'not a protobuf message, or cut short' };
  }
}
