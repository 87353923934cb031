import { crc32c } from '#protocol/bytes/crc32c.ts';

/*
 * A segment of the spool is one file, named by the number of its first entry in 20 digits:
 *
 *   header, 16 bytes: magic "CHSPOOL1", number of the first entry u64
 *   then frames:      length of the payload u32, CRC32C of the payload u32, payload (one entry, JSON in UTF-8)
 *
 * All little endian. Entries have consecutive numbers over all segments. A frame counts only when its checksum is right, so
 * that a write that was cut is simply not there.
 */

export const SEGMENT_HEADER_BYTES = 16;
export const FRAME_HEADER_BYTES = 8;

/** Longest payload; a larger length is damage. Far above any entry that we make. */
export const PAYLOAD_BYTES_MAX = 4 * 1024 * 1024;

const MAGIC = Buffer.from('CHSPOOL1', 'latin1');

export function encodeSegmentHeader(firstNumber: number): Buffer {
  const header = Buffer.alloc(SEGMENT_HEADER_BYTES);
  MAGIC.copy(header);
  header.writeBigUInt64LE(BigInt(firstNumber), 8);
  return header;
}

export function isSegmentHeader(bytes: Buffer, firstNumber: number): boolean {
  return bytes.equals(encodeSegmentHeader(firstNumber));
}

export function encodeFrame(payload: Buffer): Buffer {
  const frame = Buffer.allocUnsafe(FRAME_HEADER_BYTES + payload.length);
  frame.writeUInt32LE(payload.length, 0);
  frame.writeUInt32LE(crc32c(payload), 4);
  payload.copy(frame, FRAME_HEADER_BYTES);
  return frame;
}

export type FrameRead =
  | { readonly kind: 'frame'; readonly payload: Buffer; readonly bytes: number }
  /** There are not enough bytes yet for the frame that begins here; `needBytes` are needed in all. */
  | { readonly kind: 'short'; readonly needBytes: number }
  | { readonly kind: 'damaged' };

/** Reads the frame that begins at `at`; `payload` is a view. */
export function readFrame(bytes: Buffer, at: number): FrameRead {
  if (bytes.length - at < FRAME_HEADER_BYTES) return { kind: 'short', needBytes: FRAME_HEADER_BYTES };
  const length = bytes.readUInt32LE(at);
  if (length === 0 || length > PAYLOAD_BYTES_MAX) return { kind: 'damaged' };
  const end = at + FRAME_HEADER_BYTES + length;
  if (end > bytes.length) return { kind: 'short', needBytes: FRAME_HEADER_BYTES + length };
  const payload = bytes.subarray(at + FRAME_HEADER_BYTES, end);
  if (crc32c(payload) !== bytes.readUInt32LE(at + 4)) return { kind: 'damaged' };
  return { kind: 'frame', payload, bytes: FRAME_HEADER_BYTES + length };
}

/** `00000000000000000123.seg` */
export function segmentName(firstNumber: number): string {
  return `${String(firstNumber).padStart(20, '0')}.seg`;
}

/** @returns undefined for a file that is no segment */
export function parseSegmentName(name: string): number | undefined {
  const match = /^(\d{20})\.seg$/.exec(name);
  const number = Number(match?.[1]);
  return Number.isSafeInteger(number) ? number : undefined;
}
