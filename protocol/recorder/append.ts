import { crc32c } from '../bytes/crc32c.ts';
import {
  decodeSequence,
  encodeBlock,
  fragmentBytesOf,
  fragmentCountOf,
  PAYLOAD_BYTES_MAX,
  uuidCheck,
} from './block.ts';
import {
  type BlockWrite,
  type Geometry,
  RECORD_BYTES_MAX,
  ringIndexOf,
  ringOffsetBytes,
  SEQUENCE_END,
} from './layout.ts';

/*
 * How a record gets onto the disk:
 *
 *   1. plan      which blocks, and what goes into them
 *   2. look      read the blocks at `targets` as they are now, past any cache of the guest
 *   3. check     one of them has a sequence that is not below ours: time went back for this program and not for the
 *                disk (a snapshot of its memory was restored), or somebody else writes here. Scan again
 *   4. write     every block, then flush
 *   5. commit    only now is the record there; before, it is at most the one that is lost
 *
 * When a write or the flush fails: `abandon`. The same sequences are used again, and the next look finds out what
 * became of the failed write, so no gap comes to be that a reader would have to wait at.
 */

/** Of a block's header; see block.ts. */
const MAGIC_FIRST_BYTE = 0x43;
const SEQUENCE_OFFSET = 16;

/**
 * What a writer must know of a ring before its first record: the highest sequence in it. It needs only the first
 * 64 bytes of each block (BLOCK_HEADER_BYTES); whether the rest is sound does not matter to it.
 */
export class RingRecovery {
  readonly #geometry: Geometry;
  readonly #check: Uint8Array;
  #highest: bigint | undefined;
  /** The same in two 32-bit halves: comparing numbers costs an interpreter less than making a bigint. */
  #highestTop = 0;
  #highestLow = 0;

  constructor(geometry: Geometry) {
    this.#geometry = geometry;
    this.#check = uuidCheck(geometry);
  }

  /**
   * Takes a block or its first 64 bytes, in any order. Cheapest from the last index to the first: then all but two or
   * three blocks are below one that is known, and their checksums need not be taken.
   */
  add(ringIndex: number, header: Uint8Array): void {
    if (!this.#mayBeHigher(header)) return;
    const decoded = decodeSequence(this.#check, header);
    if (!decoded.ok || decoded.sequence <= (this.#highest ?? 0n)) return;
    if (ringIndexOf(this.#geometry, decoded.sequence) !== ringIndex) return;
    this.#highest = decoded.sequence;
    this.#highestTop = Number(decoded.sequence >> 32n);
    this.#highestLow = Number(decoded.sequence & 0xffffffffn);
  }

  /** Without trusting anything yet: what claims no more than the highest so far cannot change it. */
  #mayBeHigher(header: Uint8Array): boolean {
    if (header[0] !== MAGIC_FIRST_BYTE) return false;
    const top = wordAt(header, SEQUENCE_OFFSET + 4);
    return (
      top > this.#highestTop ||
      (top === this.#highestTop && wordAt(header, SEQUENCE_OFFSET) > this.#highestLow)
    );
  }

  finish(): { highestSequence: bigint | undefined } {
    return { highestSequence: this.#highest };
  }
}

/** A 32-bit number, little endian; NaN beyond the end, which is above nothing. */
function wordAt(bytes: Uint8Array, at: number): number {
  const [a, b, c, d] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return Number.NaN;
  return (a | (b << 8) | (c << 16)) + d * 0x1000000;
}

export type AppendPlan =
  | {
      ok: true;
      /** Ring indexes to look at before writing, in the order of `writes`. */
      targets: number[];
      writes: BlockWrite[];
      /** Of the record's first block. */
      sequence: bigint;
    }
  | { ok: false; detail: string };

/** The writer as a state machine without I/O; one record at a time. */
export class RingWriter {
  readonly #geometry: Geometry;
  readonly #check: Uint8Array;
  #next: bigint;
  #planned: { targets: number[]; end: bigint } | undefined;

  private constructor(geometry: Geometry, next: bigint) {
    this.#geometry = geometry;
    this.#check = uuidCheck(geometry);
    this.#next = next;
  }

  /** Goes on above what a RingRecovery or a RingScanner found; also after `check` said `rescan`. */
  static recover(geometry: Geometry, scan: { highestSequence: bigint | undefined }): RingWriter {
    return new RingWriter(geometry, (scan.highestSequence ?? 0n) + 1n);
  }

  /** Sequence of the next block to be written. */
  get nextSequence(): bigint {
    return this.#next;
  }

  /**
   * What to do for one record of 1 to RECORD_BYTES_MAX bytes. A plan that was neither committed nor abandoned is
   * replaced. `bootId`: 32 hex digits.
   */
  plan(o: { record: Uint8Array; bootId: string; runId: number }): AppendPlan {
    this.#planned = undefined;
    const recordBytes = o.record.length;
    if (recordBytes === 0) return { ok: false, detail: 'a record cannot be empty' };
    if (recordBytes > RECORD_BYTES_MAX) {
      return { ok: false, detail: `a record of ${recordBytes} bytes is longer than ${RECORD_BYTES_MAX}` };
    }
    const fragmentCount = fragmentCountOf(recordBytes);
    const end = this.#next + BigInt(fragmentCount);
    if (end >= SEQUENCE_END)
      return { ok: false, detail: 'the sequence numbers of this disk are used up; format it again' };
    const recordChecksum = crc32c(o.record);
    const targets: number[] = [];
    const writes: BlockWrite[] = [];
    for (let fragmentIndex = 0; fragmentIndex < fragmentCount; fragmentIndex += 1) {
      const sequence = this.#next + BigInt(fragmentIndex);
      const payloadBytes = fragmentBytesOf(recordBytes, fragmentIndex);
      const from = fragmentIndex * PAYLOAD_BYTES_MAX;
      const header = {
        sequence,
        bootId: o.bootId,
        runId: o.runId,
        fragmentIndex,
        fragmentCount,
        recordBytes,
        payloadBytes,
        recordChecksum,
      };
      const index = ringIndexOf(this.#geometry, sequence);
      targets.push(index);
      const bytes = encodeBlock(this.#geometry, header, o.record.subarray(from, from + payloadBytes));
      writes.push({ offsetBytes: ringOffsetBytes(this.#geometry, index), bytes });
    }
    this.#planned = { targets, end };
    return { ok: true, targets, writes, sequence: this.#next };
  }

  /**
   * `targetHeaders`: what stands at the plan's `targets` now, in their order; each the block or its first 64 bytes.
   * `rescan`: write nothing, scan the ring again, and go on with a writer that was recovered from that.
   */
  check(targetHeaders: Uint8Array[]): 'ok' | 'rescan' {
    const targets = this.#planned?.targets ?? [];
    const next = this.#next;
    const ahead = targets.some((target, i) => {
      const decoded = decodeSequence(this.#check, targetHeaders[i] ?? new Uint8Array(0));
      return (
        decoded.ok && decoded.sequence >= next && ringIndexOf(this.#geometry, decoded.sequence) === target
      );
    });
    return ahead ? 'rescan' : 'ok';
  }

  /** The planned record was written and flushed. */
  commit(): void {
    if (this.#planned === undefined) return;
    this.#next = this.#planned.end;
    this.#planned = undefined;
  }

  /** The planned record was not written, or only in part. */
  abandon(): void {
    this.#planned = undefined;
  }
}
