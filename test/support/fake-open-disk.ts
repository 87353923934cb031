import { DiskError, type OpenDisk } from '#agent/core/recorder/disk-port.ts';
import { isAllZero } from '#protocol/bytes/is-all-zero.ts';
import { type FakeDisk, FakeDiskError } from './fake-disk.ts';

/**
 * A FakeDisk as the agent sees it. Each write is flushed before it settles, as the port promises; `hang` makes every
 * call from then on wait until `release`.
 */
export class FakeOpenDisk implements OpenDisk {
  readonly path: string;
  readonly readsAreFresh = true;
  readonly disk: FakeDisk;
  isClosed = false;
  #released: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(disk: FakeDisk, path = '/dev/fake') {
    this.disk = disk;
    this.path = path;
  }

  get diskBytes(): number {
    return this.disk.diskBytes;
  }

  hang(): void {
    this.#released = new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  release(): void {
    this.#release();
  }

  read(offsetBytes: number, lengthBytes: number): Promise<Uint8Array> {
    return this.#call(() => this.disk.read(offsetBytes, lengthBytes));
  }

  write(offsetBytes: number, bytes: Uint8Array): Promise<void> {
    return this.#call(() => {
      this.disk.write(offsetBytes, bytes);
      this.disk.flush();
    });
  }

  isZero(offsetBytes: number, lengthBytes: number): Promise<boolean> {
    return this.#call(() => isAllZero(this.disk.read(offsetBytes, lengthBytes)));
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }

  async #call<T>(work: () => T): Promise<T> {
    await this.#released;
    try {
      return work();
    } catch (cause) {
      if (cause instanceof FakeDiskError) throw new DiskError(cause.code, cause.message, cause);
      throw cause;
    }
  }
}
