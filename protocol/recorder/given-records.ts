import { type Geometry, ringIndexOf } from './layout.ts';
import type { RecordRef } from './scan.ts';

/** What tells one record of a ring from every other. */
export type RecordKey = Pick<RecordRef, 'sequence' | 'blocks' | 'checksum'>;

/**
 * The records that a reader has given out and that may still stand on the disk. By place and checksum, because
 * after a disk was set back the same sequence numbers come again with other records. 12 bytes for each block.
 */
export class GivenRecords {
  readonly #geometry: Geometry;
  readonly #sequences: BigUint64Array;
  readonly #checksums: Uint32Array;
  #newest: RecordKey | undefined;

  constructor(geometry: Geometry) {
    this.#geometry = geometry;
    this.#sequences = new BigUint64Array(geometry.ringBlocks);
    this.#checksums = new Uint32Array(geometry.ringBlocks);
  }

  /** The one that was added last. */
  get newest(): RecordKey | undefined {
    return this.#newest;
  }

  add(key: RecordKey): void {
    const index = ringIndexOf(this.#geometry, key.sequence);
    this.#sequences[index] = key.sequence;
    this.#checksums[index] = key.checksum;
    this.#newest = { sequence: key.sequence, blocks: key.blocks, checksum: key.checksum };
  }

  has(key: RecordKey): boolean {
    const index = ringIndexOf(this.#geometry, key.sequence);
    return this.#sequences[index] === key.sequence && this.#checksums[index] === key.checksum;
  }
}
