import { type FollowEvent, type FollowStart, RingFollower } from '#protocol/recorder/follow.ts';
import { BLOCK_BYTES, type Geometry, ringOffsetBytes } from '#protocol/recorder/layout.ts';
import type { DiskFile } from './disk-file.ts';

/** Blocks that are read at once when the follower goes along the ring. */
export const WINDOW_BLOCKS = 32;

/** Drives a RingFollower over a disk: reads the blocks that it asks for, many at once where it reads in a row. */
export class DiskFollower {
  readonly follower: RingFollower;
  readonly #file: DiskFile;
  readonly #geometry: Geometry;
  #window: { first: number; bytes: Uint8Array } | undefined;
  #last = -2;
  readErrors = 0;

  constructor(file: DiskFile, geometry: Geometry, start: FollowStart) {
    this.#file = file;
    this.#geometry = geometry;
    this.follower = new RingFollower(geometry, start);
  }

  /**
   * One poll; `take` gets every event. Ends early when the signal is aborted. Throws when the disk cannot be read.
   * @param pause waited for before each block, when there is one
   */
  async poll(
    signal: AbortSignal,
    pause: (() => Promise<void>) | undefined,
    take: (event: FollowEvent) => void,
  ): Promise<void> {
    // What was read in an earlier poll is old by now.
    this.#window = undefined;
    this.follower.beginPoll();
    for (;;) {
      const index = this.follower.nextBlock();
      if (index === undefined || signal.aborted) return;
      await pause?.();
      for (const event of this.follower.take(await this.#block(index))) take(event);
    }
  }

  async #block(index: number): Promise<Uint8Array> {
    const inWindow = this.#fromWindow(index);
    const isRow = index === this.#last + 1;
    this.#last = index;
    if (inWindow !== undefined) return inWindow;
    const count = isRow ? Math.min(WINDOW_BLOCKS, this.#geometry.ringBlocks - index) : 1;
    const bytes = await this.#file.read(ringOffsetBytes(this.#geometry, index), count * BLOCK_BYTES);
    if (bytes.length < BLOCK_BYTES) this.readErrors += 1;
    this.#window = { first: index, bytes };
    return this.#fromWindow(index) ?? new Uint8Array(0);
  }

  #fromWindow(index: number): Uint8Array | undefined {
    if (this.#window === undefined) return undefined;
    const at = (index - this.#window.first) * BLOCK_BYTES;
    const isInside = at >= 0 && at + BLOCK_BYTES <= this.#window.bytes.length;
    return isInside ? this.#window.bytes.subarray(at, at + BLOCK_BYTES) : undefined;
  }
}
