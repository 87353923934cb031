import type { DiskPort, OpenDisk } from './disk-port.ts';

/**
 * Disks that tell when a call begins. A lane that is busy for long with many calls is slow; one whose call does not come
 * back has a disk that hangs.
 */
export class WatchedDisks implements DiskPort {
  readonly #port: DiskPort;
  readonly #onCall: () => void;

  constructor(port: DiskPort, onCall: () => void) {
    this.#port = port;
    this.#onCall = onCall;
  }

  list(): Promise<string[]> {
    this.#onCall();
    return this.#port.list();
  }

  async open(path: string, use: 'look' | 'own'): Promise<OpenDisk> {
    this.#onCall();
    return new WatchedDisk(await this.#port.open(path, use), this.#onCall);
  }
}

class WatchedDisk implements OpenDisk {
  readonly #disk: OpenDisk;
  readonly #onCall: () => void;

  constructor(disk: OpenDisk, onCall: () => void) {
    this.#disk = disk;
    this.#onCall = onCall;
  }

  get path(): string {
    return this.#disk.path;
  }

  get diskBytes(): number {
    return this.#disk.diskBytes;
  }

  get readsAreFresh(): boolean {
    return this.#disk.readsAreFresh;
  }

  read(offsetBytes: number, lengthBytes: number): Promise<Uint8Array> {
    this.#onCall();
    return this.#disk.read(offsetBytes, lengthBytes);
  }

  write(offsetBytes: number, bytes: Uint8Array): Promise<void> {
    this.#onCall();
    return this.#disk.write(offsetBytes, bytes);
  }

  isZero(offsetBytes: number, lengthBytes: number): Promise<boolean> {
    this.#onCall();
    return this.#disk.isZero(offsetBytes, lengthBytes);
  }

  close(): Promise<void> {
    this.#onCall();
    return this.#disk.close();
  }
}
