import { crc32c } from '#protocol/bytes/crc32c.ts';
import { encodeCobs } from './cobs.ts';

/** Normative text: docs/specs/link-frames.md. All numbers little endian. */
export const FRAME_MAGIC = 0xc4eb;
export const FRAME_VERSION = 1;
export const FRAME_HEADER_BYTES = 16;
export const FRAME_CHECKSUM_BYTES = 4;

/** Twice the largest record, so that every answer fits. Checked from the header, before more is buffered. */
export const LINK_PAYLOAD_BYTES_MAX = 131_072;

export const FRAME_TYPES = {
  /** Guest to host, a `cherub.Hello`. */
  hello: 1,
  /** Guest to host, a `cherub.Record` that nobody asked for. */
  push: 2,
  /** Host to guest, a `cherub.Request`. */
  request: 3,
  /** Guest to host, a `cherub.Answer`; repeats session and sequence of its request. */
  answer: 4,
} as const;
export type FrameType = keyof typeof FRAME_TYPES;

export interface Frame {
  type: FrameType;
  /** Of the host's connection (request, answer), or the run id of the agent (hello, push). 32 bits. */
  session: number;
  /** Counts the sender's requests or own frames; 32 bits, wraps. */
  sequence: number;
  /** At most {@link LINK_PAYLOAD_BYTES_MAX} bytes. */
  payload: Uint8Array;
}

/**
 * A frame as it goes over the wire, with the zero byte before it and the one after it: whatever stood in the pipe
 * before, this frame is found.
 * @throws RangeError when the payload is too long, which is a bug of the caller
 */
export function encodeFrame(frame: Frame): Uint8Array {
  const { payload } = frame;
  if (payload.length > LINK_PAYLOAD_BYTES_MAX) throw new RangeError('frame payload too long');
  const bytes = new Uint8Array(FRAME_HEADER_BYTES + payload.length + FRAME_CHECKSUM_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, FRAME_MAGIC, true);
  view.setUint8(2, FRAME_VERSION);
  view.setUint8(3, FRAME_TYPES[frame.type]);
  view.setUint32(4, payload.length, true);
  view.setUint32(8, frame.session, true);
  view.setUint32(12, frame.sequence, true);
  bytes.set(payload, FRAME_HEADER_BYTES);
  const end = FRAME_HEADER_BYTES + payload.length;
  view.setUint32(end, crc32c(bytes.subarray(0, end)), true);
  const stuffed = encodeCobs(bytes);
  const wire = new Uint8Array(stuffed.length + 2);
  wire.set(stuffed, 1);
  return wire;
}

/** Why bytes were no frame. */
export type FrameProblem =
  | 'magic' // no frame of ours
  | 'version' // a frame of a version that is not known here
  | 'type' // a type that is not known here
  | 'length' // longer than any frame may be, or not as long as its header says
  | 'checksum'
  | 'cut'; // a border came in the middle

export interface FrameHeader {
  type: FrameType;
  payloadLength: number;
  session: number;
  sequence: number;
}

/** @param header exactly the first {@link FRAME_HEADER_BYTES} of an unstuffed frame */
export function decodeHeader(header: Uint8Array): FrameHeader | FrameProblem {
  const view = new DataView(header.buffer, header.byteOffset, FRAME_HEADER_BYTES);
  if (view.getUint16(0, true) !== FRAME_MAGIC) return 'magic';
  if (view.getUint8(2) !== FRAME_VERSION) return 'version';
  const type = typeOf(view.getUint8(3));
  if (type === undefined) return 'type';
  const payloadLength = view.getUint32(4, true);
  if (payloadLength > LINK_PAYLOAD_BYTES_MAX) return 'length';
  return { type, payloadLength, session: view.getUint32(8, true), sequence: view.getUint32(12, true) };
}

function typeOf(code: number): FrameType | undefined {
  switch (code) {
    case FRAME_TYPES.hello:
      return 'hello';
    case FRAME_TYPES.push:
      return 'push';
    case FRAME_TYPES.request:
      return 'request';
    case FRAME_TYPES.answer:
      return 'answer';
    default:
      return undefined;
  }
}
