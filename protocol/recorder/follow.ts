import { type BlockHeader, decodeBlock, FRAGMENTS_MAX, recordStart } from './block.ts';
import { GivenRecords, type RecordKey } from './given-records.ts';
import { type Geometry, ringIndexOf } from './layout.ts';
import { assembleRecord, type RecordRef, type RingScan, RingScanner } from './scan.ts';
import { ScanPace } from './scan-pace.ts';

/*
 * Reading along while the guest writes. The ring is scanned once; after that each poll reads a few blocks:
 *
 *   anchor   the last block that was taken. When something else stands there, the writer has lapped us, or the disk
 *            was set back to an older state
 *   next     the next block, and the rest of its record
 *   near     when that is not there: one of the blocks right behind it, in turn. A newer record there means that
 *            the next one will never come: its writer died over it
 *   far      one of all the blocks, in turn, for what the others cannot see
 *
 * Whatever is not the plain next record leads to a new scan, and what a scan finds and was not given out before is
 * given out then. So a record can be late, but it is not missed as long as it stands on the disk.
 */

export type FollowEvent =
  | { kind: 'record'; ref: RecordRef; bytes: Uint8Array }
  /** The whole ring was read; the counters are those of `RingScan`. */
  | { kind: 'scanned'; scan: RingScan }
  /** Blocks that were overwritten before they could be read. */
  | { kind: 'overtaken'; blocks: bigint }
  /**
   * The newest sequence (0: none) is below what was read before: the disk was set back, or formatted, which the
   * reader finds out by reading the superblock again.
   */
  | { kind: 'went-back'; from: bigint; to: bigint }
  /** A record that a scan saw could not be read: it was overwritten, or is damaged. */
  | { kind: 'lost'; ref: RecordRef };

/** The newest record that was given out: what a host keeps over its own restart. */
export type FollowCursor = RecordKey;

/** Where a new reader begins. A cursor that does not fit the disk any more counts as `oldest`. */
export type FollowStart = 'oldest' | 'newest' | FollowCursor;

/** Most blocks that a poll reads before it leaves the rest to the next one; a scan is read in one. */
const POLL_BLOCKS_MAX = 256;

type Step =
  | { kind: 'idle' }
  | { kind: 'scan'; scanner: RingScanner; at: number }
  | { kind: 'read'; queue: RecordRef[]; at: number; blocks: Uint8Array[] }
  | { kind: 'anchor'; sequence: bigint; checksum: number }
  | { kind: 'next'; blocks: Uint8Array[] }
  | { kind: 'near'; index: number }
  | { kind: 'far'; index: number };

type ReadStep = Extract<Step, { kind: 'read' }>;
type NextStep = Extract<Step, { kind: 'next' }>;

/**
 * Reads one ring along, without I/O. For each poll: `beginPoll()`, then as long as `nextBlock()` gives a ring
 * index, read that block and give it to `take()`. The first poll reads the whole ring, a reader may do other
 * things between its blocks. Holds 12 bytes for each block of the ring, and about 30 more during a scan.
 */
export class RingFollower {
  readonly #geometry: Geometry;
  readonly #given: GivenRecords;
  readonly #pace = new ScanPace();
  #start: FollowStart | undefined;
  #anchor: { sequence: bigint; checksum: number } | undefined;
  #expected = 1n;
  #step: Step = { kind: 'idle' };
  #pollBlocks = 0;
  #nearTurn = 0;
  #farTurn = 0;

  constructor(geometry: Geometry, start: FollowStart = 'oldest') {
    this.#geometry = geometry;
    this.#given = new GivenRecords(geometry);
    this.#start = start;
  }

  /** The newest record that was given out or passed over by `newest`; `undefined` before there is one. */
  get cursor(): FollowCursor | undefined {
    return this.#given.newest;
  }

  /** Begins a poll; one that was not finished goes on instead. */
  beginPoll(): void {
    if (this.#step.kind !== 'idle') return;
    this.#pollBlocks = 0;
    this.#pace.poll();
    if (this.#start !== undefined) this.#beginScan();
    else
      this.#step =
        this.#anchor === undefined ? { kind: 'next', blocks: [] } : { kind: 'anchor', ...this.#anchor };
  }

  /** The ring index to read now; `undefined` when this poll is done. */
  nextBlock(): number | undefined {
    const step = this.#step;
    switch (step.kind) {
      case 'idle':
        return undefined;
      case 'scan':
        return step.at;
      case 'read':
        return this.#indexOf((step.queue[step.at]?.sequence ?? 0n) + BigInt(step.blocks.length));
      case 'anchor':
        return this.#indexOf(step.sequence);
      case 'next':
        return this.#indexOf(this.#expected + BigInt(step.blocks.length));
      case 'near':
      case 'far':
        return step.index;
    }
  }

  /** Takes the 4,096 bytes at the index that `nextBlock` gave; a block that could not be read is an empty array. */
  take(block: Uint8Array): FollowEvent[] {
    const step = this.#step;
    this.#pollBlocks += 1;
    switch (step.kind) {
      case 'idle':
        return [];
      case 'scan':
        step.scanner.add(step.at, block);
        step.at += 1;
        return step.at < this.#geometry.ringBlocks ? [] : this.#finishScan(step.scanner.finish());
      case 'read':
        return this.#takeQueued(step, block);
      case 'anchor': {
        const header = this.#headerAt(this.#indexOf(step.sequence), block);
        if (header?.sequence === step.sequence && header.recordChecksum === step.checksum) {
          this.#step = { kind: 'next', blocks: [] };
        } else this.#wantScan();
        return [];
      }
      case 'next':
        return this.#takeNext(step, block);
      case 'near':
        this.#farTurn = (this.#farTurn + 1) % this.#geometry.ringBlocks;
        this.#takeProbe(step.index, block, { kind: 'far', index: this.#farTurn });
        return [];
      case 'far':
        this.#takeProbe(step.index, block, { kind: 'idle' });
        return [];
    }
  }

  #takeNext(step: NextStep, block: Uint8Array): FollowEvent[] {
    const sequence = this.#expected + BigInt(step.blocks.length);
    const decoded = decodeBlock(this.#geometry, block);
    const header = this.#headerAt(this.#indexOf(sequence), block);
    if (header !== undefined && header.sequence > sequence) this.#wantScan();
    else if (!decoded.ok || header?.sequence !== sequence) this.#probe();
    else if (recordStart(header) !== this.#expected) this.#wantScan();
    else {
      step.blocks.push(block.slice());
      if (step.blocks.length === header.fragmentCount) return this.#finishNext(refOf(header), step.blocks);
    }
    return [];
  }

  #finishNext(ref: RecordRef, blocks: Uint8Array[]): FollowEvent[] {
    const record = { ...ref, sequence: this.#expected };
    const assembled = this.#assemble(record, blocks);
    if (!assembled.ok) {
      this.#probe();
      return [];
    }
    this.#expected += BigInt(ref.blocks);
    this.#anchor = { sequence: this.#expected - 1n, checksum: ref.checksum };
    this.#nearTurn = 0;
    this.#step = this.#pollBlocks < POLL_BLOCKS_MAX ? { kind: 'next', blocks: [] } : { kind: 'idle' };
    return this.#give(record, assembled.bytes);
  }

  #probe(): void {
    this.#nearTurn = (this.#nearTurn % FRAGMENTS_MAX) + 1;
    this.#step = { kind: 'near', index: this.#indexOf(this.#expected + BigInt(this.#nearTurn)) };
  }

  /** Parts of the record that is waited for say nothing: its blocks may arrive in any order. */
  #takeProbe(index: number, block: Uint8Array, otherwise: Step): void {
    const header = this.#headerAt(index, block);
    if (header !== undefined && header.sequence > this.#expected && recordStart(header) !== this.#expected) {
      this.#wantScan();
    } else this.#step = otherwise;
  }

  #wantScan(): void {
    if (this.#pace.mayScan()) this.#beginScan();
    else this.#step = { kind: 'idle' };
  }

  #beginScan(): void {
    this.#step = { kind: 'scan', scanner: new RingScanner(this.#geometry), at: 0 };
  }

  #finishScan(scan: RingScan): FollowEvent[] {
    const events: FollowEvent[] = [{ kind: 'scanned', scan }];
    if (this.#start !== undefined) this.#skipTo(this.#start, scan.records);
    this.#start = undefined;
    const highest = scan.highestSequence ?? 0n;
    const last = this.#anchor?.sequence ?? 0n;
    const oldestPossible = highest - BigInt(this.#geometry.ringBlocks) + 1n;
    if (highest < last) events.push({ kind: 'went-back', from: last, to: highest });
    else if (last > 0n && oldestPossible > last + 1n) {
      events.push({ kind: 'overtaken', blocks: oldestPossible - last - 1n });
    }
    this.#expected = scan.pending?.sequence ?? highest + 1n;
    const newest = scan.records.at(-1);
    this.#anchor = newest && { sequence: endOf(newest) - 1n, checksum: newest.checksum };
    this.#nearTurn = 0;
    const queue = scan.records.filter((ref) => !this.#given.has(ref));
    this.#step = queue.length > 0 ? { kind: 'read', queue, at: 0, blocks: [] } : { kind: 'idle' };
    return events;
  }

  /** Marks what a new reader need not get. */
  #skipTo(start: FollowStart, records: RecordRef[]): void {
    if (start === 'oldest') return;
    if (start === 'newest') {
      for (const ref of records) this.#given.add(ref);
      return;
    }
    this.#anchor = { sequence: endOf(start) - 1n, checksum: start.checksum };
    const known = records.some((ref) => ref.sequence === start.sequence && ref.checksum === start.checksum);
    if (known) for (const ref of records) if (ref.sequence <= start.sequence) this.#given.add(ref);
  }

  #takeQueued(step: ReadStep, block: Uint8Array): FollowEvent[] {
    const ref = step.queue[step.at];
    if (ref === undefined) return [];
    step.blocks.push(block.slice());
    if (step.blocks.length < ref.blocks) return [];
    const { blocks } = step;
    const assembled = this.#assemble(ref, blocks);
    step.blocks = [];
    step.at += 1;
    if (step.at === step.queue.length) this.#step = { kind: 'idle' };
    if (assembled.ok) return this.#give(ref, assembled.bytes);
    // Good blocks that do not make a good record will never do so; that is told once. A block that could not be
    // read now may be read by a later scan.
    if (blocks.every((each) => decodeBlock(this.#geometry, each).ok)) this.#given.add(ref);
    return [{ kind: 'lost', ref }];
  }

  #assemble(ref: RecordRef, blocks: Uint8Array[]): ReturnType<typeof assembleRecord> {
    const byIndex = new Map(blocks.map((block, n) => [this.#indexOf(ref.sequence + BigInt(n)), block]));
    return assembleRecord(this.#geometry, ref, (index) => byIndex.get(index) ?? new Uint8Array(0));
  }

  #give(ref: RecordRef, bytes: Uint8Array): FollowEvent[] {
    if (this.#given.has(ref)) return [];
    this.#given.add(ref);
    return [{ kind: 'record', ref, bytes }];
  }

  /** The header of a block that stands at its own place, torn or not. */
  #headerAt(index: number, block: Uint8Array): BlockHeader | undefined {
    const decoded = decodeBlock(this.#geometry, block);
    if (!('header' in decoded)) return undefined;
    return this.#indexOf(decoded.header.sequence) === index ? decoded.header : undefined;
  }

  #indexOf(sequence: bigint): number {
    return ringIndexOf(this.#geometry, sequence);
  }
}

function refOf(header: BlockHeader): RecordRef {
  return {
    sequence: recordStart(header),
    blocks: header.fragmentCount,
    bootId: header.bootId,
    runId: header.runId,
    lengthBytes: header.recordBytes,
    checksum: header.recordChecksum,
  };
}

/** The sequence after the last block of a record. */
function endOf(ref: RecordKey): bigint {
  return ref.sequence + BigInt(ref.blocks);
}
