/** How the code before an address could have pushed it as a return address. */
export type CallSite =
  | { readonly kind: 'direct'; readonly target: bigint }
  | { readonly kind: 'indirect' }
  /** No call ends there: the word on the stack is something else. */
  | { readonly kind: 'none' };

/** The longest call that kernels use: `call *disp32(%reg,%index)` with a prefix. */
export const CALL_BYTES = 8;

/**
 * Reads the bytes before a return address (Intel SDM volume 2, CALL): `E8 rel32`, or `FF /2` with any operand.
 * @param before the CALL_BYTES bytes that end at `address`
 */
export function readCallSite(address: bigint, before: Uint8Array): CallSite {
  const at = (fromEnd: number): number => before[before.length - fromEnd] ?? 0;
  if (at(5) === 0xe8) {
    const displacement = new DataView(before.buffer, before.byteOffset + before.length - 4, 4).getInt32(
      0,
      true,
    );
    return { kind: 'direct', target: BigInt.asUintN(64, address + BigInt(displacement)) };
  }
  for (let length = 2; length <= 7; length += 1) {
    if (at(length) === 0xff && isCall(at(length - 1), length)) return { kind: 'indirect' };
  }
  return { kind: 'none' };
}

/** Whether a ModRM byte is `/2` with an operand of exactly that length. */
function isCall(modRm: number, length: number): boolean {
  if (((modRm >> 3) & 7) !== 2) return false;
  const mode = modRm >> 6;
  const base = modRm & 7;
  if (mode === 3) return length === 2;
  const hasSib = base === 4 ? 1 : 0;
  if (mode === 1) return length === 3 + hasSib;
  if (mode === 2) return length === 6 + hasSib;
  // Without a displacement, or with one of 32 bits: relative to the instruction, or without a base.
  if (base === 5) return length === 6;
  return length === 2 + hasSib || (hasSib === 1 && length === 7);
}
