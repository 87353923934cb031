import { RingWriter } from '#protocol/recorder/append.ts';
import { BLOCK_HEADER_BYTES } from '#protocol/recorder/block.ts';
import { BLOCK_BYTES, type Geometry, ringOffsetBytes } from '#protocol/recorder/layout.ts';
import { decodeMailbox, type MailboxDecoded } from '#protocol/recorder/mailbox.ts';
import { DiskError, type OpenDisk } from './disk-port.ts';
import { joinWrites, spansOf } from './disk-spans.ts';
import { findHighest } from './find-highest.ts';

/** More scans for one record mean that a second writer is at work all the time. */
const RESCANS_MAX = 3;

/** Who writes. */
export interface Writer {
  /** 32 hex digits. */
  bootId: string;
  runId: number;
}

/**
 * The ring on an open recorder disk: recovers where to go on, appends records, reads the mailbox. One call at a time;
 * rejects with a DiskError when the disk fails.
 */
export class RingDisk {
  readonly #disk: OpenDisk;
  readonly #geometry: Geometry;
  readonly #writer: Writer;
  #ring: RingWriter | undefined;

  constructor(disk: OpenDisk, geometry: Geometry, writer: Writer) {
    this.#disk = disk;
    this.#geometry = geometry;
    this.#writer = writer;
  }

  get path(): string {
    return this.#disk.path;
  }

  /** Whether `readMailbox` can see what the host writes. */
  get hasMailbox(): boolean {
    return this.#disk.readsAreFresh;
  }

  /**
   * Appends one record above everything that is there.
   * @returns `undefined` when it is on the disk, else why it never can be
   */
  async append(record: Uint8Array): Promise<string | undefined> {
    for (let scans = 0; scans < RESCANS_MAX; scans += 1) {
      const ring = this.#ring ?? (await this.#recover());
      this.#ring = ring;
      const plan = ring.plan({ record, ...this.#writer });
      if (!plan.ok) return plan.detail;
      try {
        if (ring.check(await this.#readHeaders(plan.targets)) === 'ok') {
          for (const write of joinWrites(plan.writes)) await this.#disk.write(write.offsetBytes, write.bytes);
          ring.commit();
          return undefined;
        }
      } finally {
        ring.abandon();
      }
      this.#ring = undefined;
    }
    throw new DiskError('EBUSY', `somebody else writes to ${this.path} all the time`);
  }

  async readMailbox(): Promise<MailboxDecoded> {
    const block = await this.#disk.read(this.#geometry.mailboxBlock * BLOCK_BYTES, BLOCK_BYTES);
    return decodeMailbox(block, this.#geometry);
  }

  async close(): Promise<void> {
    await this.#disk.close();
  }

  async #recover(): Promise<RingWriter> {
    const highestSequence = await findHighest(this.#geometry, (first, count) =>
      this.#disk.read(ringOffsetBytes(this.#geometry, first), count * BLOCK_BYTES),
    );
    return RingWriter.recover(this.#geometry, { highestSequence });
  }

  async #readHeaders(targets: readonly number[]): Promise<Uint8Array[]> {
    const headers: Uint8Array[] = [];
    for (const span of spansOf(this.#geometry, targets)) {
      const bytes = await this.#disk.read(span.offsetBytes, span.lengthBytes);
      for (let at = 0; at < span.lengthBytes; at += BLOCK_BYTES)
        headers.push(bytes.slice(at, at + BLOCK_HEADER_BYTES));
    }
    return headers;
  }
}
