import fc from 'fast-check';
import { FRAME_TYPES, type Frame, type FrameType } from '#protocol/link/frame.ts';

const uint32: fc.Arbitrary<number> = fc.integer({ min: 0, max: 0xffff_ffff });

/** Payloads around the lengths and with the bytes that matter to the stuffing. */
export const anyPayload: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.integer({ min: 200, max: 800 }).map((length) => new Uint8Array(length).fill(0xaa)),
  fc.integer({ min: 0, max: 600 }).map((length) => new Uint8Array(length)),
  fc.uint8Array({ minLength: 230, maxLength: 300, min: 1 }),
);

export const anyFrame: fc.Arbitrary<Frame> = fc.record(
  {
    type: fc.constantFrom(...(Object.keys(FRAME_TYPES) as FrameType[])),
    session: uint32,
    sequence: uint32,
    payload: anyPayload,
  },
  { noNullPrototype: true },
);

/** Cuts `bytes` at the given places, taken modulo its length. */
export function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const cuts = places.map((place) => place % (bytes.length + 1)).toSorted((a, b) => a - b);
  const ends = [...cuts, bytes.length];
  return ends.map((end, index) => bytes.subarray(index === 0 ? 0 : ends[index - 1], end));
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
