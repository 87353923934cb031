/** Longest run of bytes that one COBS code covers. */
const RUN_MAX = 254;

/** Length of `length` bytes after {@link encodeCobs}, at most. */
export function cobsLengthMax(length: number): number {
  return length + Math.floor(length / RUN_MAX) + 1;
}

/**
 * Consistent Overhead Byte Stuffing (Cheshire and Baker, 1999): the same bytes without any zero, so that a zero can mark
 * the border between frames. Costs one byte, and one more for each 254.
 */
export function encodeCobs(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(cobsLengthMax(bytes.length));
  let codeAt = 0;
  let at = 1;
  let code = 1;
  for (const [index, byte] of bytes.entries()) {
    if (byte !== 0) {
      out[at++] = byte;
      code += 1;
    }
    // A full run has no zero after it. At the very end of the input no further code is needed.
    const full = code === RUN_MAX + 1 && index < bytes.length - 1;
    if (byte === 0 || full) {
      out[codeAt] = code;
      codeAt = at++;
      code = 1;
    }
  }
  out[codeAt] = code;
  return out.subarray(0, at);
}
