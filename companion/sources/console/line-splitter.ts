/** One line of a console, without its end. */
export interface RawLine {
  readonly bytes: Uint8Array;
  /** Where it starts, counted in bytes from the beginning of the stream. */
  readonly offset: number;
  /** True when it has no end of its own: it was longer than the limit, or nothing came for a while. */
  readonly isCut: boolean;
}

/** What memlogd of EVE keeps of a line, too. */
export const LINE_BYTES_MAX = 8192;

const LF = 0x0a;
const CR = 0x0d;

/**
 * Cuts a stream of bytes into lines. LF, CR and any run of both end a line; empty lines are left out. A longer line
 * comes in pieces of LINE_BYTES_MAX, so that no more than that is ever held.
 */
export class LineSplitter {
  readonly #pending = new Uint8Array(LINE_BYTES_MAX);
  #length = 0;
  #offset: number;

  /** @param offset of the first byte to come */
  constructor(offset = 0) {
    this.#offset = offset;
  }

  /** Bytes that wait for the end of their line. */
  get pendingBytes(): number {
    return this.#length;
  }

  /** The offset of the first byte that no line has been given out for. */
  get consumedOffset(): number {
    return this.#offset - this.#length;
  }

  push(chunk: Uint8Array): RawLine[] {
    const lines: RawLine[] = [];
    for (const byte of chunk) {
      if (byte === LF || byte === CR) {
        this.#give(lines, false);
        this.#offset += 1;
        continue;
      }
      this.#pending[this.#length] = byte;
      this.#length += 1;
      this.#offset += 1;
      if (this.#length === LINE_BYTES_MAX) this.#give(lines, true);
    }
    return lines;
  }

  /** The line that has no end yet, for when it is not to be waited for any longer. */
  flush(): RawLine[] {
    const lines: RawLine[] = [];
    this.#give(lines, true);
    return lines;
  }

  #give(lines: RawLine[], isCut: boolean): void {
    if (this.#length === 0) return;
    lines.push({
      bytes: this.#pending.slice(0, this.#length),
      offset: this.#offset - this.#length,
      isCut,
    });
    this.#length = 0;
  }
}
