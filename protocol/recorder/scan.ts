import { crc32c } from '../bytes/crc32c.ts';
import { type BlockHeader, decodeBlock, fragmentCountOf } from './block.ts';
import { type Geometry, ringIndexOf } from './layout.ts';

/** One complete record on the disk. */
export interface RecordRef {
  /** Of its first block; it takes this and the next `blocks - 1` sequences. */
  sequence: bigint;
  blocks: number;
  bootId: string;
  runId: number;
  lengthBytes: number;
  /** CRC32C of the whole record. */
  checksum: number;
}

export interface RingScan {
  /** The complete ones, oldest first. */
  records: RecordRef[];
  /** Of all good headers that stand at their own place, also when the rest of the block is torn. */
  highestSequence: bigint | undefined;
  /** The newest record when it is not complete: it is being written, or its writer died over it. */
  pending: { sequence: bigint; blocks: number } | undefined;
  /** Records of which a part is there and a part is not, without `pending` and without the one being overwritten. */
  incomplete: number;
  /** Blocks by what is wrong with them; see BlockProblem. `misplaced`: good, but not at its own place. */
  torn: number;
  invalid: number;
  empty: number;
  stale: number;
  misplaced: number;
}

const STATES = ['unread', 'good', 'torn', 'invalid', 'empty', 'stale', 'misplaced'] as const;
type BlockState = (typeof STATES)[number];

/**
 * Finds every record of a ring. Blocks are added in any order, each once or again (the later one counts); blocks that
 * are never added count as not there. Holds about 30 bytes for each block of the ring, whatever is in them.
 */
export class RingScanner {
  readonly #geometry: Geometry;
  readonly #states: Uint8Array;
  readonly #sequences: BigUint64Array;
  readonly #checksums: Uint32Array;
  readonly #recordBytes: Uint32Array;
  readonly #runIds: Uint32Array;
  readonly #fragments: Uint16Array;
  readonly #boots: Uint32Array;
  readonly #bootIds: string[] = [];
  readonly #bootNumbers = new Map<string, number>();

  constructor(geometry: Geometry) {
    this.#geometry = geometry;
    this.#states = new Uint8Array(geometry.ringBlocks);
    this.#sequences = new BigUint64Array(geometry.ringBlocks);
    this.#checksums = new Uint32Array(geometry.ringBlocks);
    this.#recordBytes = new Uint32Array(geometry.ringBlocks);
    this.#runIds = new Uint32Array(geometry.ringBlocks);
    this.#fragments = new Uint16Array(geometry.ringBlocks);
    this.#boots = new Uint32Array(geometry.ringBlocks);
  }

  /** Takes the 4,096 bytes that stand at `ringIndex`; they are not kept. */
  add(ringIndex: number, block: Uint8Array): void {
    if (!(ringIndex >= 0 && ringIndex < this.#geometry.ringBlocks)) return;
    const decoded = decodeBlock(this.#geometry, block);
    if (!decoded.ok && decoded.problem !== 'torn') {
      this.#setState(ringIndex, decoded.problem);
      return;
    }
    const { header } = decoded;
    if (ringIndexOf(this.#geometry, header.sequence) !== ringIndex) {
      this.#setState(ringIndex, 'misplaced');
      return;
    }
    this.#setState(ringIndex, decoded.ok ? 'good' : 'torn');
    this.#keep(ringIndex, header);
  }

  finish(): RingScan {
    const highest = this.#highestIndex();
    const highestSequence = highest === undefined ? undefined : this.#sequences[highest];
    const pending = highest === undefined ? undefined : this.#pendingAt(highest);
    return {
      records: this.#records(),
      highestSequence,
      pending,
      incomplete: this.#countIncomplete(highestSequence ?? 0n, pending?.sequence),
      torn: this.#count('torn'),
      invalid: this.#count('invalid'),
      empty: this.#count('empty'),
      stale: this.#count('stale'),
      misplaced: this.#count('misplaced'),
    };
  }

  #keep(i: number, header: BlockHeader): void {
    let boot = this.#bootNumbers.get(header.bootId);
    if (boot === undefined) {
      boot = this.#bootIds.push(header.bootId) - 1;
      this.#bootNumbers.set(header.bootId, boot);
    }
    this.#boots[i] = boot;
    this.#sequences[i] = header.sequence;
    this.#checksums[i] = header.recordChecksum;
    this.#recordBytes[i] = header.recordBytes;
    this.#runIds[i] = header.runId;
    this.#fragments[i] = header.fragmentIndex;
  }

  #setState(i: number, state: BlockState): void {
    this.#states[i] = STATES.indexOf(state);
  }

  #state(i: number): BlockState {
    return STATES[this.#states[i] ?? 0] ?? 'unread';
  }

  #count(state: BlockState): number {
    const code = STATES.indexOf(state);
    return this.#states.reduce((sum, each) => (each === code ? sum + 1 : sum), 0);
  }

  /** The record whose first fragment is at index i, if all its fragments are there. */
  #recordAt(i: number): RecordRef | undefined {
    if (this.#state(i) !== 'good' || this.#fragments[i] !== 0) return undefined;
    const sequence = this.#sequences[i] ?? 0n;
    const blocks = fragmentCountOf(this.#recordBytes[i] ?? 0);
    for (let n = 1; n < blocks; n += 1) if (!this.#continues(i, n)) return undefined;
    return {
      sequence,
      blocks,
      bootId: this.#bootIds[this.#boots[i] ?? 0] ?? '',
      runId: this.#runIds[i] ?? 0,
      lengthBytes: this.#recordBytes[i] ?? 0,
      checksum: this.#checksums[i] ?? 0,
    };
  }

  #continues(first: number, n: number): boolean {
    const i = (first + n) % this.#geometry.ringBlocks;
    return (
      this.#state(i) === 'good' &&
      this.#sequences[i] === (this.#sequences[first] ?? 0n) + BigInt(n) &&
      this.#fragments[i] === n &&
      this.#checksums[i] === this.#checksums[first] &&
      this.#recordBytes[i] === this.#recordBytes[first] &&
      this.#runIds[i] === this.#runIds[first] &&
      this.#boots[i] === this.#boots[first]
    );
  }

  #records(): RecordRef[] {
    const records: RecordRef[] = [];
    for (let i = 0; i < this.#geometry.ringBlocks; i += 1) {
      const record = this.#recordAt(i);
      if (record !== undefined) records.push(record);
    }
    return records.sort((a, b) => (a.sequence < b.sequence ? -1 : 1));
  }

  #isKept(i: number): boolean {
    const state = this.#state(i);
    return state === 'good' || state === 'torn';
  }

  #highestIndex(): number | undefined {
    let highest: number | undefined;
    let sequence = 0n;
    for (let i = 0; i < this.#geometry.ringBlocks; i += 1) {
      const each = this.#sequences[i] ?? 0n;
      if (this.#isKept(i) && each > sequence) {
        highest = i;
        sequence = each;
      }
    }
    return highest;
  }

  #firstIndexOf(i: number): number {
    const n = this.#geometry.ringBlocks;
    return (i - (this.#fragments[i] ?? 0) + n) % n;
  }

  #startOf(i: number): bigint {
    return (this.#sequences[i] ?? 0n) - BigInt(this.#fragments[i] ?? 0);
  }

  #isComplete(i: number): boolean {
    const first = this.#firstIndexOf(i);
    const record = this.#recordAt(first);
    return (
      record !== undefined && record.sequence === this.#startOf(i) && record.checksum === this.#checksums[i]
    );
  }

  #pendingAt(i: number): { sequence: bigint; blocks: number } | undefined {
    if (this.#isComplete(i)) return undefined;
    return { sequence: this.#startOf(i), blocks: fragmentCountOf(this.#recordBytes[i] ?? 0) };
  }

  #countIncomplete(highest: bigint, pendingStart: bigint | undefined): number {
    const found = new Set<string>();
    for (let i = 0; i < this.#geometry.ringBlocks; i += 1) {
      if (!this.#isKept(i) || this.#isComplete(i)) continue;
      const start = this.#startOf(i);
      // Below this the first blocks had to make room for newer ones.
      if (start + BigInt(this.#geometry.ringBlocks) <= highest || start === pendingStart) continue;
      found.add(`${start}/${this.#checksums[i]}`);
    }
    return found.size;
  }
}

/** - `overwritten`: newer blocks stand there now; - `damaged`: not what the scan saw, and not newer. */
export type AssembleProblem = 'overwritten' | 'damaged';

/**
 * The bytes of a record that a scan found. Every block is read and checked again, because the writer may have gone
 * on since. `readBlock` gives the 4,096 bytes at a ring index.
 */
export function assembleRecord(
  geometry: Geometry,
  ref: RecordRef,
  readBlock: (ringIndex: number) => Uint8Array,
): { ok: true; bytes: Uint8Array } | { ok: false; problem: AssembleProblem } {
  const bytes = new Uint8Array(ref.lengthBytes);
  let length = 0;
  for (let n = 0; n < ref.blocks; n += 1) {
    const sequence = ref.sequence + BigInt(n);
    const decoded = decodeBlock(geometry, readBlock(ringIndexOf(geometry, sequence)));
    if ('header' in decoded && decoded.header.sequence > sequence)
      return { ok: false, problem: 'overwritten' };
    if (!decoded.ok || !isFragment(decoded.header, ref, n)) return { ok: false, problem: 'damaged' };
    bytes.set(decoded.payload, length);
    length += decoded.payload.length;
  }
  if (length !== ref.lengthBytes || crc32c(bytes) !== ref.checksum) return { ok: false, problem: 'damaged' };
  return { ok: true, bytes };
}

function isFragment(header: BlockHeader, ref: RecordRef, index: number): boolean {
  return (
    header.sequence === ref.sequence + BigInt(index) &&
    header.fragmentIndex === index &&
    header.recordBytes === ref.lengthBytes &&
    header.recordChecksum === ref.checksum &&
    header.runId === ref.runId &&
    header.bootId === ref.bootId
  );
}
