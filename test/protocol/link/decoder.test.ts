import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DECODER_BYTES_MAX, type Decoded, FrameDecoder } from '#protocol/link/decoder.ts';
import { encodeFrame, type Frame, LINK_PAYLOAD_BYTES_MAX } from '#protocol/link/frame.ts';
import { anyFrame, cutAt, join } from './arbitrary-frame.ts';
import { bytesOf, framesAsText, readBrokenFrames, readFrameVectors } from './link-vectors.ts';

const FRAME: Frame = { type: 'push', session: 5, sequence: 6, payload: Uint8Array.of(1, 0, 2) };
const WIRE = encodeFrame(FRAME);

test('every golden run of bytes becomes its golden frame', () => {
  for (const { name, frame, wire } of readFrameVectors()) {
    assert.deepEqual(framesOf(new FrameDecoder().push(bytesOf(wire))), framesAsText([frame]), name);
  }
});

test('every broken frame is discarded whole, with its reason, and the next one is found', () => {
  for (const { name, wire, problem } of readBrokenFrames()) {
    const decoded = new FrameDecoder().push(join([wire, WIRE]));
    assert.deepEqual(decoded[0], { kind: 'discarded', bytes: wire.length - 2, problem }, name);
    assert.deepEqual(framesOf(decoded), framesAsText([FRAME]), name);
  }
});

test('frames come through whatever the chunks, also one byte at a time', () => {
  fc.assert(
    fc.property(
      fc.array(anyFrame, { maxLength: 5 }),
      fc.array(fc.nat(), { maxLength: 12 }),
      (frames, places) => {
        const wire = join(frames.map(encodeFrame));
        for (const chunks of [cutAt(wire, places), [...wire].map((byte) => Uint8Array.of(byte))]) {
          const decoder = new FrameDecoder();
          assert.deepEqual(framesOf(chunks.flatMap((chunk) => decoder.push(chunk))), framesAsText(frames));
        }
      },
    ),
  );
});

test('what comes out of garbage and frames does not depend on the chunks', () => {
  const part = fc.oneof(
    anyFrame.map(encodeFrame),
    anyFrame.map((frame) => encodeFrame(frame).subarray(0, 17)),
    fc.uint8Array({ maxLength: 60 }),
    fc.constant(new Uint8Array(70_000).fill(9)),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), fc.array(fc.nat(), { maxLength: 12 }), (parts, places) => {
      const wire = join(parts);
      const whole = new FrameDecoder().push(wire);
      const decoder = new FrameDecoder();
      assert.deepEqual(
        cutAt(wire, places).flatMap((chunk) => decoder.push(chunk)),
        whole,
      );
    }),
    { numRuns: 60 },
  );
});

test('a frame is found after any garbage, and every byte of the garbage is counted', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), anyFrame, (garbage, frame) => {
      const decoded = new FrameDecoder().push(join([garbage, encodeFrame(frame)]));
      assert.equal(framesOf(decoded).at(-1), framesAsText([frame])[0]);
      assert.equal(discardedBytes(decoded), garbage.filter((byte) => byte !== 0).length);
    }),
  );
});

test('a frame that is cut anywhere costs only itself', () => {
  for (let length = 0; length < WIRE.length - 1; length += 1) {
    const decoded = new FrameDecoder().push(join([WIRE.subarray(0, length), WIRE, WIRE]));
    const frames = framesOf(decoded);
    assert.deepEqual(frames, framesAsText([FRAME, FRAME]), `${length} bytes`);
    assert.equal(decoded.length, length > 1 ? 3 : 2);
    if (length > 1) assert.deepEqual(decoded[0], { kind: 'discarded', bytes: length - 1, problem: 'cut' });
  }
});

test('a frame with any one byte changed is never taken for another frame', () => {
  for (let at = 1; at < WIRE.length - 1; at += 1) {
    for (let byte = 0; byte < 256; byte += 1) {
      if (byte === WIRE[at]) continue;
      const changed = WIRE.slice();
      changed[at] = byte;
      assert.deepEqual(framesOf(new FrameDecoder().push(changed)), [], `byte ${at} as ${byte}`);
    }
  }
});

test('a frame without the border before it is found when nothing else came before it', () => {
  assert.deepEqual(framesOf(new FrameDecoder().push(WIRE.subarray(1))), framesAsText([FRAME]));
});

test('after 1 MiB of any noise the next frame is found, and the noise is reported as it comes', () => {
  const random = lcg(2026);
  const noises = [
    new Uint8Array(1 << 20).fill(0xff),
    new Uint8Array(1 << 20).fill(1),
    new Uint8Array(1 << 20),
    Uint8Array.from({ length: 1 << 20 }, () => random() & 0xff),
    Uint8Array.from({ length: 1 << 20 }, () => 1 + (random() % 255)),
    Uint8Array.from({ length: 1 << 20 }, (_, index) => index & 1),
    // As long as a header can promise, and then not the end of a frame.
    join([longestPromise(), new Uint8Array(1 << 20).fill(0x55)]),
  ];
  for (const noise of noises) {
    const decoder = new FrameDecoder();
    let worst = 0;
    const decoded: Decoded[] = [];
    for (let at = 0; at < noise.length; at += 4096) {
      for (const one of decoder.push(noise.subarray(at, at + 4096))) decoded.push(one);
      worst = Math.max(worst, decoder.bufferedBytes);
    }
    assert.ok(worst <= DECODER_BYTES_MAX, `${worst} bytes held`);
    for (const one of decoder.push(join([WIRE, WIRE]))) decoded.push(one);
    assert.deepEqual(framesOf(decoded), framesAsText([FRAME, FRAME]));
    assert.equal(discardedBytes(decoded), noise.filter((byte) => byte !== 0).length);
  }
});

test('a header that promises much takes no memory before the bytes come', () => {
  const decoder = new FrameDecoder();
  decoder.push(longestPromise());
  assert.ok(decoder.bufferedBytes <= 8192);
  decoder.push(new Uint8Array(20_000).fill(0x55));
  assert.ok(decoder.bufferedBytes <= 65_536);
  decoder.push(WIRE);
  assert.ok(decoder.bufferedBytes <= 8192, 'and gives it back afterwards');
});

test('noise without any border is reported every 64 KiB', () => {
  const decoded = new FrameDecoder().push(new Uint8Array(200_000).fill(7));
  assert.deepEqual(decoded, [
    { kind: 'discarded', bytes: 65_536, problem: 'magic' },
    { kind: 'discarded', bytes: 65_536, problem: 'magic' },
    { kind: 'discarded', bytes: 65_536, problem: 'magic' },
  ]);
});

/** The start of a frame with the longest payload, without the border after it. */
function longestPromise(): Uint8Array {
  const payload = new Uint8Array(LINK_PAYLOAD_BYTES_MAX).fill(0x55);
  return encodeFrame({ type: 'push', session: 0x01010101, sequence: 0x01010101, payload }).slice(0, 40);
}

function framesOf(decoded: readonly Decoded[]): string[] {
  return framesAsText(decoded.flatMap((one) => (one.kind === 'frame' ? [one.frame] : [])));
}

function discardedBytes(decoded: readonly Decoded[]): number {
  return decoded.reduce((sum, one) => sum + (one.kind === 'discarded' ? one.bytes : 0), 0);
}

/** Numbers that look like chance and are the same in every run. */
function lcg(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
