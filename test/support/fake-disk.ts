import { SECTOR_BYTES } from '#protocol/recorder/layout.ts';

/** An error as the system gives it. */
export class FakeDiskError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`${code}: fake disk`);
    this.code = code;
  }
}

interface PendingSector {
  sector: number;
  bytes: Uint8Array;
}

/**
 * A disk in memory with a volatile cache, as a disk without power protection has it. Reads see every write. A flush
 * makes all writes before it durable. A crash keeps any of the sectors that were not flushed, in any order: each
 * sector is written wholly or not at all, a block of several sectors can be torn.
 */
export class FakeDisk {
  #durable: Uint8Array;
  #seen: Uint8Array;
  #pending: PendingSector[] = [];
  /** Error codes that the next calls fail with, until they are set to undefined again. */
  readonly faults: {
    read: string | undefined;
    write: string | undefined;
    flush: string | undefined;
  } = { read: undefined, write: undefined, flush: undefined };

  /** Of a length, all zeros; or with this content. */
  constructor(content: number | Uint8Array) {
    this.#durable = typeof content === 'number' ? new Uint8Array(content) : content.slice();
    this.#seen = this.#durable.slice();
  }

  get diskBytes(): number {
    return this.#durable.length;
  }

  /** Sectors that a crash could lose, each write counted. */
  get pendingSectors(): number {
    return this.#pending.length;
  }

  /** A copy of what a reader sees now. */
  read(offsetBytes: number, lengthBytes: number): Uint8Array {
    if (this.faults.read !== undefined) throw new FakeDiskError(this.faults.read);
    if (offsetBytes < 0 || offsetBytes + lengthBytes > this.diskBytes) throw new FakeDiskError('EINVAL');
    return this.#seen.slice(offsetBytes, offsetBytes + lengthBytes);
  }

  /** Whole sectors. A write that fails leaves nothing. */
  write(offsetBytes: number, bytes: Uint8Array): void {
    if (this.faults.write !== undefined) throw new FakeDiskError(this.faults.write);
    const whole = offsetBytes % SECTOR_BYTES === 0 && bytes.length % SECTOR_BYTES === 0;
    if (!whole || offsetBytes + bytes.length > this.diskBytes) throw new FakeDiskError('EINVAL');
    this.#seen.set(bytes, offsetBytes);
    for (let at = 0; at < bytes.length; at += SECTOR_BYTES) {
      this.#pending.push({
        sector: (offsetBytes + at) / SECTOR_BYTES,
        bytes: bytes.slice(at, at + SECTOR_BYTES),
      });
    }
  }

  flush(): void {
    if (this.faults.flush !== undefined) throw new FakeDiskError(this.faults.flush);
    for (const { sector, bytes } of this.#pending) this.#durable.set(bytes, sector * SECTOR_BYTES);
    this.#pending = [];
  }

  /**
   * The power fails. `keep` is asked for every sector write that was not flushed, in the order of the writes, whether
   * it reached the disk.
   */
  crash(keep: (nth: number, sector: number) => boolean): void {
    this.#pending.forEach(({ sector, bytes }, nth) => {
      if (keep(nth, sector)) this.#durable.set(bytes, sector * SECTOR_BYTES);
    });
    this.#pending = [];
    this.#seen = this.#durable.slice();
  }

  /** Puts bytes onto the disk as the host or a fault would: durable at once, at any offset, of any length. */
  poke(offsetBytes: number, bytes: Uint8Array): void {
    this.#durable.set(bytes, offsetBytes);
    this.#seen.set(bytes, offsetBytes);
  }

  /** A copy of the whole disk as a reader sees it. */
  image(): Uint8Array {
    return this.#seen.slice();
  }

  /** Sets the disk back, as restoring a snapshot does. Nothing is pending after it. */
  restore(image: Uint8Array): void {
    this.#durable = image.slice();
    this.#seen = image.slice();
    this.#pending = [];
  }
}
