import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toHex } from '#protocol/bytes/hex.ts';
import { cobsLengthMax, encodeCobs } from '#protocol/link/cobs.ts';
import { FrameDecoder } from '#protocol/link/decoder.ts';
import { encodeFrame, LINK_PAYLOAD_BYTES_MAX } from '#protocol/link/frame.ts';
import { anyFrame } from './arbitrary-frame.ts';
import { framesAsText, readFrameVectors } from './link-vectors.ts';

test('every golden frame becomes its golden bytes', () => {
  for (const { name, frame, wire } of readFrameVectors()) assert.equal(toHex(encodeFrame(frame)), wire, name);
});

test('no byte of a frame but the first and the last is zero', () => {
  fc.assert(
    fc.property(anyFrame, (frame) => {
      const wire = encodeFrame(frame);
      assert.deepEqual([wire[0], wire.at(-1), wire.subarray(1, -1).indexOf(0)], [0, 0, -1]);
    }),
  );
});

test('stuffing gives the examples of its inventors and keeps to its bound', () => {
  const examples: [number[], number[]][] = [
    [[], [1]],
    [[0], [1, 1]],
    [
      [0, 0],
      [1, 1, 1],
    ],
    [
      [1, 2, 0, 3],
      [3, 1, 2, 2, 3],
    ],
    [
      [1, 0, 0, 0],
      [2, 1, 1, 1, 1],
    ],
  ];
  for (const [plain, stuffed] of examples) assert.deepEqual([...encodeCobs(Uint8Array.from(plain))], stuffed);
  const run = Uint8Array.from({ length: 254 }, (_, index) => index + 1);
  assert.deepEqual([...encodeCobs(run)], [255, ...run]);
  assert.deepEqual([...encodeCobs(Uint8Array.of(...run, 255))], [255, ...run, 2, 255]);
  assert.deepEqual([...encodeCobs(Uint8Array.of(...run, 0))], [255, ...run, 1, 1]);
  for (let length = 0; length < 1100; length += 1) {
    assert.ok(encodeCobs(new Uint8Array(length).fill(7)).length <= cobsLengthMax(length));
  }
});

test('the largest payload passes and one byte more is a bug of the caller', () => {
  const frame = {
    type: 'answer',
    session: 1,
    sequence: 2,
    payload: new Uint8Array(LINK_PAYLOAD_BYTES_MAX).fill(3),
  } as const;
  const decoded = new FrameDecoder().push(encodeFrame(frame));
  assert.deepEqual(
    framesAsText(decoded.flatMap((one) => (one.kind === 'frame' ? [one.frame] : []))),
    framesAsText([frame]),
  );
  const payload = new Uint8Array(LINK_PAYLOAD_BYTES_MAX + 1);
  assert.throws(() => encodeFrame({ ...frame, payload }), RangeError);
});
