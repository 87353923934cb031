import { closeSync, openSync, readSync } from 'node:fs';
import { RingFollower } from '#protocol/recorder/follow.ts';
import { BLOCK_BYTES, type Geometry } from '#protocol/recorder/layout.ts';
import { decodeSuperblock } from '#protocol/recorder/superblock.ts';

/** Waits for the next record on a disk that a guest writes to. */
export class RecordWatch {
  readonly #fd: number;
  readonly #geometry: Geometry;
  readonly #follower: RingFollower;

  private constructor(fd: number, geometry: Geometry) {
    this.#fd = fd;
    this.#geometry = geometry;
    this.#follower = new RingFollower(geometry, 'newest');
  }

  /**
   * Opens a recorder disk and passes over what is on it.
   * @throws Error when it is none
   */
  static open(file: string): RecordWatch {
    const fd = openSync(file, 'r');
    const head = decodeSuperblock(readBlock(fd, 0));
    if (!head.ok) {
      closeSync(fd);
      throw new Error(`${file} is no recorder disk: ${head.detail}`);
    }
    const watch = new RecordWatch(fd, head.superblock);
    watch.poll();
    return watch;
  }

  /** How many records came since the last call. */
  poll(): number {
    let records = 0;
    this.#follower.beginPoll();
    for (let index = this.#follower.nextBlock(); index !== undefined; index = this.#follower.nextBlock()) {
      const events = this.#follower.take(readBlock(this.#fd, this.#geometry.ringStart + index));
      records += events.filter((event) => event.kind === 'record').length;
    }
    return records;
  }

  close(): void {
    closeSync(this.#fd);
  }
}

function readBlock(fd: number, block: number): Uint8Array {
  const bytes = new Uint8Array(BLOCK_BYTES);
  readSync(fd, bytes, 0, BLOCK_BYTES, block * BLOCK_BYTES);
  return bytes;
}
