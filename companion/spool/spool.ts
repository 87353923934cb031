import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../entries/entry.ts';
import { type Cursor, readCursors, writeCursors } from './cursors.ts';
import { encodeFrame, parseSegmentName } from './segment.ts';
import { SegmentFile } from './segment-file.ts';

export interface SpoolOptions {
  /** Made when it is not there, for its owner alone. */
  readonly directory: string;
  /** What the segments may take in all; more drops the oldest segment. */
  readonly bytesMax: number;
  /** Names of the sinks; the cursors of others are forgotten. */
  readonly readers: readonly string[];
  /** Told when entries were dropped before everybody had taken them, by app. */
  readonly onDropped?: (entries: ReadonlyMap<string, DroppedApp>) => void;
}

export interface DroppedApp {
  readonly appName: string;
  readonly count: number;
}

/** One entry with its number. */
export interface SpoolEntry {
  readonly number: number;
  readonly entry: Entry;
}

export interface SpoolBatch {
  readonly entries: readonly SpoolEntry[];
  /** What to commit when the entries are taken; above the number before also when damage was passed over. */
  readonly next: number;
}

export interface SpoolStatistics {
  readonly bytes: number;
  readonly bytesMax: number;
  readonly segments: number;
  /** Entries that the slowest sink has not taken. */
  readonly pending: number;
  /** Entries that could not be written, because the file system refused. */
  readonly refused: number;
  /** Entries that could not be read again, because a segment was damaged. */
  readonly damaged: number;
  readonly lastError: string;
  readonly readers: Readonly<Record<string, { readonly pending: number; readonly dropped: number }>>;
}

const DAY_MS = 24 * 3600 * 1000;
const SEGMENT_BYTES_MAX = 4 * 1024 * 1024;

/**
 * What waits for the sinks, on disk.
 *
 * - `append` returns when the kernel has the entries: they outlive this process (SIGKILL). `sync` makes them outlive the
 *   machine; the owner calls it every second, so that a power cut loses about a second.
 * - Every sink has its own cursor. A segment goes when all have taken it, or, the oldest first, when the limit is reached;
 *   then it is counted what nobody had taken.
 * - Cursors are written after the delivery, so that a crash between the two delivers a batch again: receivers know an
 *   entry by its id.
 */
export class Spool {
  readonly #options: SpoolOptions;
  readonly #cursorFile: string;
  #cursors: Map<string, Cursor>;
  readonly #listeners = new Set<() => void>();
  #segments: SegmentFile[];
  #refused = 0;
  #damaged = 0;
  #lastError = '';

  private constructor(o: SpoolOptions, segments: SegmentFile[], cursors: Map<string, Cursor>) {
    this.#options = o;
    this.#cursorFile = join(o.directory, 'cursors.json');
    this.#segments = segments;
    this.#cursors = cursors;
  }

  /** Opens the spool and mends what a crash has left. Throws when the directory cannot be used. */
  static open(o: SpoolOptions): Spool {
    mkdirSync(o.directory, { recursive: true, mode: 0o700 });
    const numbers = readdirSync(o.directory)
      .map(parseSegmentName)
      .filter((number) => number !== undefined)
      .sort((a, b) => a - b);
    const segments = numbers.map((number, i) => SegmentFile.open(o.directory, number, numbers[i + 1]));
    const kept = readCursors(join(o.directory, 'cursors.json'));
    const cursors = new Map(
      o.readers.map((name) => [name, { ...(kept.get(name) ?? { next: 0, dropped: 0 }) }]),
    );
    const spool = new Spool(o, segments, cursors);
    spool.#begin(Math.max(1, ...[...kept.values()].map((cursor) => cursor.next)));
    return spool;
  }

  /** Other sinks from now on: the cursors of those that stay are kept, a new one begins with the oldest entry. */
  setReaders(names: readonly string[]): void {
    const fresh = (): Cursor => ({ next: 0, dropped: 0 });
    this.#cursors = new Map(names.map((name) => [name, this.#cursors.get(name) ?? fresh()]));
    this.#removeTaken();
  }

  /** More than half full: what can wait should wait. */
  get isCongested(): boolean {
    return this.#bytes() > this.#options.bytesMax / 2;
  }

  /** Called after each append. Gives what ends it. */
  onAppend(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Adds entries. What the file system refuses is counted, and the next call tries again. Never throws. */
  append(entries: readonly Entry[]): void {
    if (entries.length === 0 || this.#cursors.size === 0) return;
    const frames = entries.map((entry) => encodeFrame(Buffer.from(JSON.stringify(entry))));
    try {
      this.#active().append(frames);
    } catch (error) {
      this.#refused += entries.length;
      this.#lastError = `spool: ${describe(error)}`;
      return;
    }
    this.#enforceLimit();
    for (const listener of this.#listeners) listener();
  }

  /**
   * The next entries for a reader; none when it has everything. Reads at most `bytesMax` bytes, but always one entry.
   */
  read(reader: string, o: { readonly entriesMax: number; readonly bytesMax: number }): SpoolBatch {
    const cursor = this.#cursors.get(reader);
    let next = Math.max(cursor?.next ?? 0, this.#oldest());
    if (cursor === undefined) return { entries: [], next };
    for (const segment of this.#segments) {
      if (segment.endNumber <= next) continue;
      const batch = segment.read(next, o);
      this.#damaged += batch.damaged;
      next = batch.next;
      if (batch.entries.length > 0) return { entries: batch.entries, next };
    }
    return { entries: [], next };
  }

  /** The reader has taken everything below `next`; throws when that cannot be kept. */
  commit(reader: string, next: number): void {
    const cursor = this.#cursors.get(reader);
    if (cursor === undefined || next <= cursor.next) return;
    cursor.next = next;
    writeCursors(this.#cursorFile, this.#cursors);
    this.#removeTaken();
  }

  /** How many entries a reader has not taken. */
  pending(reader: string): number {
    const cursor = this.#cursors.get(reader);
    return cursor === undefined ? 0 : Math.max(0, this.#end() - Math.max(cursor.next, this.#oldest()));
  }

  /** Brings what was appended to the disk itself. */
  async sync(): Promise<void> {
    try {
      await Promise.all(this.#segments.map((segment) => segment.sync()));
    } catch (error) {
      this.#lastError = `spool: ${describe(error)}`;
    }
  }

  /**
   * Drops the oldest segments that have waited for longer than `ageMsMax`; what is dropped is counted. A step of the clock
   * must not cost what is fresh: of the time between two segments a day at most counts, and none when it ran back.
   */
  expire(nowMs: number, ageMsMax: number): void {
    let laterMs = nowMs;
    let ageMs = 0;
    const ages = this.#segments.toReversed().map((segment) => {
      const appendedMs = segment.appendedMs;
      ageMs += Math.min(Math.max(0, laterMs - appendedMs), DAY_MS);
      laterMs = appendedMs;
      return ageMs;
    });
    const tooOld = ages.filter((age) => age > ageMsMax).length;
    for (let i = 0; i < tooOld && this.#segments.length > 1; i += 1) this.#dropOldest();
  }

  statistics(): SpoolStatistics {
    const readers = [...this.#cursors].map(
      ([name, { dropped }]) => [name, { pending: this.pending(name), dropped }] as const,
    );
    return {
      bytes: this.#bytes(),
      bytesMax: this.#options.bytesMax,
      segments: this.#segments.length,
      pending: Math.max(0, ...readers.map(([, { pending }]) => pending)),
      refused: this.#refused,
      damaged: this.#damaged,
      lastError: this.#lastError,
      readers: Object.fromEntries(readers),
    };
  }

  async close(): Promise<void> {
    await this.sync();
    for (const segment of this.#segments) segment.close();
    this.#segments = [];
  }

  /**
   * Goes on in the last segment. When the cursors are ahead of it (a power cut took entries that a sink had taken
   * already), new entries get numbers above them, or the sink would never see them.
   */
  #begin(numberMin: number): void {
    this.#dropEmpty();
    const end = this.#segments.at(-1)?.endNumber ?? 0;
    if (end < numberMin) this.#segments.push(SegmentFile.create(this.#options.directory, numberMin));
    this.#removeTaken();
  }

  #dropEmpty(): void {
    for (const segment of this.#segments.filter((each) => each.endNumber === each.firstNumber))
      segment.remove();
    this.#segments = this.#segments.filter((each) => each.endNumber > each.firstNumber);
  }

  #active(): SegmentFile {
    const last = this.#segments.at(-1);
    const bytesMax = Math.min(SEGMENT_BYTES_MAX, this.#options.bytesMax / 8);
    if (last !== undefined && last.bytes < bytesMax) return last;
    const segment = SegmentFile.create(this.#options.directory, this.#end());
    this.#segments.push(segment);
    return segment;
  }

  #enforceLimit(): void {
    while (this.#bytes() > this.#options.bytesMax && this.#segments.length > 1) this.#dropOldest();
  }

  #dropOldest(): void {
    const oldest = this.#segments.shift();
    if (oldest === undefined) return;
    const from = Math.min(...[...this.#cursors.values()].map((cursor) => cursor.next));
    const lost = countByApp(oldest, from);
    for (const cursor of this.#cursors.values()) {
      if (cursor.next >= oldest.endNumber) continue;
      cursor.dropped += oldest.endNumber - Math.max(cursor.next, oldest.firstNumber);
      cursor.next = oldest.endNumber;
    }
    oldest.remove();
    if (lost.size > 0) this.#options.onDropped?.(lost);
  }

  #removeTaken(): void {
    if (this.#cursors.size === 0) return;
    const taken = Math.min(...[...this.#cursors.values()].map((cursor) => cursor.next));
    while (this.#segments.length > 1 && (this.#segments[0]?.endNumber ?? taken + 1) <= taken) {
      this.#segments.shift()?.remove();
    }
  }

  #oldest(): number {
    return this.#segments[0]?.firstNumber ?? 0;
  }

  #end(): number {
    return this.#segments.at(-1)?.endNumber ?? 0;
  }

  #bytes(): number {
    return this.#segments.reduce((sum, segment) => sum + segment.bytes, 0);
  }
}

function countByApp(segment: SegmentFile, from: number): Map<string, DroppedApp> {
  const counts = new Map<string, DroppedApp>();
  let next = Math.max(from, segment.firstNumber);
  while (next < segment.endNumber) {
    const batch = segment.read(next, { entriesMax: 1000, bytesMax: 1024 * 1024 });
    for (const { entry } of batch.entries) {
      const count = (counts.get(entry.appId)?.count ?? 0) + 1;
      counts.set(entry.appId, { appName: entry.appName, count });
    }
    next = batch.next;
  }
  return counts;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
