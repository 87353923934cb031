import {
  closeSync,
  fdatasync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Entry } from '../entries/entry.ts';
import {
  encodeSegmentHeader,
  isSegmentHeader,
  readFrame,
  SEGMENT_HEADER_BYTES,
  segmentName,
} from './segment.ts';
import type { SpoolEntry } from './spool.ts';

const syncDescriptor = promisify(fdatasync);

/** How much is read at once when looking through a segment. */
const READ_BYTES = 256 * 1024;

/** What one read gave. */
export interface SegmentBatch {
  readonly entries: readonly SpoolEntry[];
  readonly next: number;
  /** Entries that were passed over because they are damaged. */
  readonly damaged: number;
}

/** Where an entry stands, so that the next read need not look for it. */
interface Place {
  number: number;
  offset: number;
}

/** One file of the spool. Only the newest one is appended to. */
export class SegmentFile {
  readonly firstNumber: number;
  readonly #path: string;
  readonly #fd: number;
  readonly #places: Place[] = [];
  #endNumber: number;
  #bytes: number;
  #dirty = false;
  #isClosed = false;
  #syncing: Promise<void> | undefined;

  private constructor(path: string, fd: number, firstNumber: number, endNumber: number, bytes: number) {
    this.#path = path;
    this.#fd = fd;
    this.firstNumber = firstNumber;
    this.#endNumber = endNumber;
    this.#bytes = bytes;
  }

  /** Throws what the file system says. */
  static create(directory: string, firstNumber: number): SegmentFile {
    const path = join(directory, segmentName(firstNumber));
    const fd = openSync(path, 'w+', 0o600);
    writeSync(fd, encodeSegmentHeader(firstNumber));
    return new SegmentFile(path, fd, firstNumber, firstNumber, SEGMENT_HEADER_BYTES);
  }

  /**
   * Opens a segment of an earlier run. The last one ends after its last good frame; of the others the end is known from
   * the one that comes after.
   */
  static open(directory: string, firstNumber: number, endNumber: number | undefined): SegmentFile {
    const path = join(directory, segmentName(firstNumber));
    const fd = openSync(path, 'r+');
    const segment = new SegmentFile(path, fd, firstNumber, endNumber ?? firstNumber, fstatSync(fd).size);
    if (endNumber === undefined) segment.#recover();
    return segment;
  }

  /** One above the number of its last entry. */
  get endNumber(): number {
    return this.#endNumber;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** When something was last appended, milliseconds since 1970 by the clock of then. */
  get appendedMs(): number {
    return fstatSync(this.#fd).mtimeMs;
  }

  /** All or nothing: a write that fails half-way is taken back. Throws what the file system says. */
  append(frames: readonly Buffer[]): void {
    const bytes = Buffer.concat(frames);
    try {
      let written = 0;
      while (written < bytes.length) {
        written += writeSync(this.#fd, bytes, written, bytes.length - written, this.#bytes + written);
      }
    } catch (error) {
      ftruncateSync(this.#fd, this.#bytes);
      throw error;
    }
    this.#bytes += bytes.length;
    this.#endNumber += frames.length;
    this.#dirty = true;
  }

  /** Entries from number `from` on, which must lie in this segment. */
  read(from: number, o: { readonly entriesMax: number; readonly bytesMax: number }): SegmentBatch {
    const place = this.#placeBefore(Math.max(from, this.firstNumber));
    const entries: SpoolEntry[] = [];
    let bytes = 0;
    const end = this.#walk(place, (number, payload) => {
      if (number < from) return true;
      const entry = parseEntry(payload);
      if (entry !== undefined) entries.push({ number, entry });
      bytes += payload.length;
      return entries.length < o.entriesMax && bytes < o.bytesMax;
    });
    const isDamaged = end.stopped === 'damaged' && end.number < this.#endNumber;
    const next = isDamaged ? this.#endNumber : end.number;
    this.#keepPlace({ number: end.number, offset: end.offset });
    const passed = Math.max(next, from) - from - entries.length;
    return { entries, next: Math.max(next, from), damaged: Math.max(0, passed) };
  }

  /** Brings what was appended to the disk; calls while one is under way join it. Rejects with what the system says. */
  sync(): Promise<void> {
    this.#syncing ??= this.#syncNow().finally(() => {
      this.#syncing = undefined;
      if (this.#isClosed) closeSync(this.#fd);
    });
    return this.#syncing;
  }

  /** Also while a flush is under way: then the descriptor goes after it, lest another file gets its number. */
  close(): void {
    this.#isClosed = true;
    if (this.#syncing === undefined) closeSync(this.#fd);
  }

  remove(): void {
    this.close();
    rmSync(this.#path, { force: true });
  }

  async #syncNow(): Promise<void> {
    if (!this.#dirty) return;
    this.#dirty = false;
    try {
      await syncDescriptor(this.#fd);
    } catch (error) {
      this.#dirty = true;
      throw error;
    }
  }

  #recover(): void {
    const header = Buffer.alloc(SEGMENT_HEADER_BYTES);
    readSync(this.#fd, header, 0, header.length, 0);
    if (!isSegmentHeader(header, this.firstNumber)) {
      this.#bytes = 0;
      return;
    }
    this.#endNumber = Number.MAX_SAFE_INTEGER;
    const end = this.#walk({ number: this.firstNumber, offset: SEGMENT_HEADER_BYTES }, () => true);
    this.#endNumber = end.number;
    this.#bytes = end.offset;
    ftruncateSync(this.#fd, end.offset);
  }

  /** Calls `visit` with frame after frame until it says no, the frames end, or one is damaged. */
  #walk(
    start: Place,
    visit: (number: number, payload: Buffer) => boolean,
  ): Place & { stopped: 'end' | 'enough' | 'damaged' } {
    let { number, offset } = start;
    let buffer = Buffer.alloc(0);
    let at = 0;
    while (number < this.#endNumber) {
      const frame = readFrame(buffer, at);
      if (frame.kind === 'damaged') return { number, offset, stopped: 'damaged' };
      if (frame.kind === 'short') {
        const wanted = Math.max(frame.needBytes, READ_BYTES);
        const length = Math.min(wanted, this.#bytes - offset);
        if (length < frame.needBytes) return { number, offset, stopped: 'damaged' };
        buffer = Buffer.allocUnsafe(length);
        if (readSync(this.#fd, buffer, 0, length, offset) < length) {
          return { number, offset, stopped: 'damaged' };
        }
        at = 0;
        continue;
      }
      const goOn = visit(number, frame.payload);
      number += 1;
      offset += frame.bytes;
      at += frame.bytes;
      if (!goOn) return { number, offset, stopped: 'enough' };
    }
    return { number, offset, stopped: 'end' };
  }

  #placeBefore(number: number): Place {
    return (
      this.#places.findLast((place) => place.number <= number) ?? {
        number: this.firstNumber,
        offset: SEGMENT_HEADER_BYTES,
      }
    );
  }

  /** One place for each sink is enough; they come along one after the other. */
  #keepPlace(place: Place): void {
    this.#places.push(place);
    this.#places.sort((a, b) => a.number - b.number);
    if (this.#places.length > PLACES_MAX) this.#places.shift();
  }
}

const PLACES_MAX = 16;

/** What we wrote under a checksum is an entry; anything else is passed over. */
function parseEntry(payload: Buffer): Entry | undefined {
  try {
    return JSON.parse(payload.toString('utf8')) as Entry;
  } catch {
    return undefined;
  }
}
