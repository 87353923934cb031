import { DiskError } from '#agent/core/recorder/disk-port.ts';
import { BLOCK_BYTES } from '#protocol/recorder/layout.ts';

/** Nothing finer is ever asked for by a kernel, and malloc gives nothing coarser. */
const STEP_BYTES = 16;

/**
 * A buffer for direct I/O. The kernel wants addresses that are multiples of a sector, and JavaScript cannot see addresses:
 * so the places within one larger piece of memory are tried out, each with the call that is to be made, until the kernel
 * takes one. That is the place from then on. (Trying once at the start is not enough: a read from a hole in a file
 * is never checked.)
 */
export class AlignedBuffer {
  readonly bytes: number;
  readonly #memory: Uint8Array;
  #offset = 0;

  constructor(bytes: number) {
    this.bytes = bytes;
    this.#memory = new Uint8Array(new ArrayBuffer(bytes + BLOCK_BYTES));
  }

  /**
   * @param call gets `length` bytes to read into or to write from, whose content is kept when they move
   * @throws DiskError of the call; `EINVAL` only when no place will do
   */
  async use(length: number, call: (buffer: Uint8Array) => Promise<void>): Promise<Uint8Array> {
    for (let tries = 0; ; tries += 1) {
      const buffer = this.view(length);
      try {
        await call(buffer);
        return buffer;
      } catch (error) {
        const moves =
          error instanceof DiskError && error.code === 'EINVAL' && tries < BLOCK_BYTES / STEP_BYTES;
        if (!moves) throw error;
        this.#move(length);
      }
    }
  }

  /** The place where the next call begins. */
  view(length: number): Uint8Array {
    return this.#memory.subarray(this.#offset, this.#offset + length);
  }

  #move(length: number): void {
    const from = this.#offset;
    // Downwards from a page less one step: large pieces come from mmap and begin that much behind a page.
    this.#offset = (from + BLOCK_BYTES - STEP_BYTES) % BLOCK_BYTES;
    this.#memory.copyWithin(this.#offset, from, from + length);
  }
}
