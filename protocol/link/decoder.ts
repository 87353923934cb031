import { crc32c } from '#protocol/bytes/crc32c.ts';
import { skipZeros } from '#protocol/bytes/skip-zeros.ts';
import {
  decodeHeader,
  FRAME_CHECKSUM_BYTES,
  FRAME_HEADER_BYTES,
  type Frame,
  type FrameHeader,
  type FrameProblem,
  LINK_PAYLOAD_BYTES_MAX,
} from './frame.ts';

export type Decoded =
  | { kind: 'frame'; frame: Frame }
  /** `bytes` of the wire, without borders, that were no frame. */
  | { kind: 'discarded'; bytes: number; problem: FrameProblem };

/** Most that the decoder ever holds back. */
export const DECODER_BYTES_MAX = FRAME_HEADER_BYTES + LINK_PAYLOAD_BYTES_MAX + FRAME_CHECKSUM_BYTES;
/** Most ends that one run of noise without any border is reported in. */
const DISCARD_REPORT_BYTES = 65_536;
/** Kept between frames; a larger buffer is given back. */
const BUFFER_KEPT_BYTES = 8_192;

/**
 * Finds the frames in a stream of bytes that may begin anywhere, break off anywhere and hold anything. What it gives does
 * not depend on how the stream is cut into chunks. Holds at most {@link DECODER_BYTES_MAX} bytes, and never more than
 * twice what has arrived of a frame.
 */
export class FrameDecoder {
  private buffer = new Uint8Array(BUFFER_KEPT_BYTES);
  private length = 0;
  /** Bytes of the wire since the last border or report. */
  private wireBytes = 0;
  /** Literal bytes that the present COBS code still covers. */
  private runLeft = 0;
  /** Whether the present code stands for a zero after its run. */
  private zeroAfterRun = false;
  private header: FrameHeader | undefined;
  /** Set as soon as this cannot become a frame: skip to the next border. */
  private problem: FrameProblem | undefined;

  /** Bytes that are held back at present: for tests of the bound. */
  get bufferedBytes(): number {
    return this.buffer.length;
  }

  push(chunk: Uint8Array): Decoded[] {
    const out: Decoded[] = [];
    const end = chunk.length;
    for (let at = 0; at < end; ) {
      const byte = chunk[at] ?? 0;
      if (byte !== 0 && this.problem !== undefined) {
        // Noise costs an interpreter much less when it searches the next border than when it looks at each byte.
        const border = chunk.indexOf(0, at);
        const skipTo = border < 0 ? end : border;
        this.skip(skipTo - at, this.problem, out);
        at = skipTo;
        continue;
      }
      at += 1;
      if (byte !== 0) this.take(byte);
      else {
        if (this.wireBytes > 0 || this.problem !== undefined) this.border(out);
        // Borders behind a border mean nothing.
        if (chunk[at] === 0) at = skipZeros(chunk, at);
      }
    }
    return out;
  }

  private skip(count: number, problem: FrameProblem, out: Decoded[]): void {
    for (let left = count; left > 0; ) {
      const step = Math.max(1, Math.min(left, DISCARD_REPORT_BYTES - this.wireBytes));
      this.wireBytes += step;
      left -= step;
      if (this.wireBytes >= DISCARD_REPORT_BYTES) this.discard(problem, out);
    }
  }

  private take(byte: number): void {
    this.wireBytes += 1;
    if (this.runLeft === 0) {
      if (this.zeroAfterRun) this.append(0);
      this.runLeft = byte - 1;
      this.zeroAfterRun = byte < 255;
    } else {
      this.runLeft -= 1;
      this.append(byte);
    }
  }

  private append(byte: number): void {
    if (this.problem !== undefined) return;
    if (this.header !== undefined && this.length === frameLength(this.header)) {
      this.problem = 'length';
      return;
    }
    if (this.length === this.buffer.length) this.grow();
    this.buffer[this.length++] = byte;
    if (this.length !== FRAME_HEADER_BYTES) return;
    const header = decodeHeader(this.buffer.subarray(0, FRAME_HEADER_BYTES));
    if (typeof header === 'string') this.problem = header;
    else this.header = header;
  }

  private grow(): void {
    const grown = new Uint8Array(Math.min(this.buffer.length * 2, DECODER_BYTES_MAX));
    grown.set(this.buffer);
    this.buffer = grown;
  }

  private border(out: Decoded[]): void {
    if (this.wireBytes > 0) {
      const frame = this.finish();
      if (typeof frame === 'string') this.discard(frame, out);
      else out.push({ kind: 'frame', frame });
    }
    this.wireBytes = 0;
    this.length = 0;
    this.runLeft = 0;
    this.zeroAfterRun = false;
    this.header = undefined;
    this.problem = undefined;
    if (this.buffer.length > BUFFER_KEPT_BYTES) this.buffer = new Uint8Array(BUFFER_KEPT_BYTES);
  }

  private finish(): Frame | FrameProblem {
    const { header } = this;
    if (this.problem !== undefined) return this.problem;
    if (header === undefined || this.runLeft > 0 || this.length < frameLength(header)) return 'cut';
    const end = this.length - FRAME_CHECKSUM_BYTES;
    const expected = new DataView(this.buffer.buffer, end, FRAME_CHECKSUM_BYTES).getUint32(0, true);
    if (crc32c(this.buffer.subarray(0, end)) !== expected) return 'checksum';
    const payload = this.buffer.slice(FRAME_HEADER_BYTES, end);
    return { type: header.type, session: header.session, sequence: header.sequence, payload };
  }

  private discard(problem: FrameProblem, out: Decoded[]): void {
    out.push({ kind: 'discarded', bytes: this.wireBytes, problem });
    this.wireBytes = 0;
  }
}

function frameLength(header: FrameHeader): number {
  return FRAME_HEADER_BYTES + header.payloadLength + FRAME_CHECKSUM_BYTES;
}
