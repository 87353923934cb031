/**
 * What the generated code reads and writes with: protobufjs's wire format, held to our own rules.
 *
 * - 64-bit integers are JS numbers. protobufjs gives `Long` objects wherever the package `long` can be loaded, and
 *   `--force-number` changes only the declared types.
 * - Text that is not UTF-8 becomes U+FFFD instead of making the whole message unreadable: it comes from process names and
 *   kernel messages of a guest that may be dying.
 * - Bytes are plain `Uint8Array` on every runtime, never a `Buffer`.
 * - Unknown fields are dropped: nobody passes a message on, and keeping them costs a sender's two bytes many of ours.
 */
import protobuf from 'protobufjs/minimal.js';
import { decodeUtf8, encodeUtf8 } from '#protocol/bytes/utf8.ts';

/** What we use and replace of the base class; the types that it declares for 64-bit integers do not hold at run time. */
interface BaseReader {
  readonly buf: Uint8Array;
  pos: number;
  readonly len: number;
  discardUnknown: boolean;
  uint32(): number;
  uint64(): unknown;
  int64(): unknown;
  sint64(): unknown;
  fixed64(): unknown;
  sfixed64(): unknown;
  bytes(): Uint8Array;
  string(): string;
  stringVerify(): string;
  skipType(wireType: number): unknown;
}
const BaseReader = protobuf.Reader as unknown as new (bytes: Uint8Array) => BaseReader;

/** Methods throw `RangeError` or `Error` on broken input, as the base class does. */
export class Reader extends BaseReader {
  static create(bytes: Uint8Array): Reader {
    return new Reader(bytes);
  }

  constructor(bytes: Uint8Array) {
    super(bytes);
    this.discardUnknown = true;
  }

  /** Exact below 2^53, else the nearest number. */
  override uint64(): number {
    return Number(super.uint64());
  }

  override int64(): number {
    return Number(super.int64());
  }

  override sint64(): number {
    return Number(super.sint64());
  }

  override fixed64(): number {
    return Number(super.fixed64());
  }

  override sfixed64(): number {
    return Number(super.sfixed64());
  }

  override bytes(): Uint8Array {
    const length = this.uint32();
    if (length > this.len - this.pos) throw new RangeError('index out of range');
    const start = this.pos;
    this.pos += length;
    // Not slice(): a Buffer's gives a view of the caller's memory.
    return new Uint8Array(this.buf.subarray(start, this.pos));
  }

  override string(): string {
    return decodeUtf8(this.bytes());
  }

  override stringVerify(): string {
    return this.string();
  }
}

export class Writer extends protobuf.Writer {
  static override create(): Writer {
    return new Writer();
  }

  /** A lone surrogate, as cutting a text may leave one, is written as U+FFFD. */
  override string(value: string): protobuf.Writer {
    return this.bytes(encodeUtf8(value));
  }
}

/** The generated code takes the default of a 64-bit field from here. */
export const util: typeof protobuf.util = Object.create(protobuf.util, { Long: { value: null } });
export const roots = protobuf.roots;

/** @public Imported by the generated JavaScript, of which knip reads only the declarations. */
// biome-ignore lint/style/noDefaultExport: the generator's ESM output imports its runtime as a default
export default { Reader, Writer, util, roots };
