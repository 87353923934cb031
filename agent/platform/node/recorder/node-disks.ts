import { constants, readFileSync } from 'node:fs';
import {
  DISK_IO_BYTES_MAX,
  DiskError,
  type DiskPort,
  type OpenDisk,
} from '#agent/core/recorder/disk-port.ts';
import { BLOCK_BYTES } from '#protocol/recorder/layout.ts';
import { AlignedBuffer } from './aligned-buffer.ts';
import { closeFile, flush, openFile, readFully, statOf, writeFully } from './file-calls.ts';
import { listDisks } from './list-disks.ts';

const { O_RDONLY, O_RDWR, O_DIRECT, O_EXCL, O_NONBLOCK } = constants;
/** The unit in which /sys counts a disk, whatever the disk's own sector is. */
const SECTOR_BYTES = 512;

/** The disks of this machine; a regular file may stand in for one when it is named by its path. */
export class NodeDisks implements DiskPort {
  async list(): Promise<string[]> {
    return listDisks();
  }

  async open(path: string, use: 'look' | 'own'): Promise<OpenDisk> {
    const { descriptor, direct } = await openEither(path, use);
    try {
      return await NodeDisk.create(path, descriptor, direct);
    } catch (error) {
      await closeFile(descriptor);
      throw error;
    }
  }
}

class NodeDisk implements OpenDisk {
  readonly path: string;
  readonly diskBytes: number;
  readonly readsAreFresh: boolean;
  readonly #descriptor: number;
  readonly #direct: boolean;
  readonly #buffer = new AlignedBuffer(DISK_IO_BYTES_MAX);

  private constructor(o: {
    path: string;
    diskBytes: number;
    readsAreFresh: boolean;
    descriptor: number;
    direct: boolean;
  }) {
    this.path = o.path;
    this.diskBytes = o.diskBytes;
    this.readsAreFresh = o.readsAreFresh;
    this.#descriptor = o.descriptor;
    this.#direct = o.direct;
  }

  static async create(path: string, descriptor: number, direct: boolean): Promise<NodeDisk> {
    const stats = await statOf(path, descriptor);
    if (!stats.isBlockDevice() && !stats.isFile())
      throw new DiskError('ENOTBLK', `${path} is neither a disk nor a file`);
    const diskBytes = stats.isFile() ? stats.size : deviceBytes(path, stats.rdev);
    if (diskBytes < BLOCK_BYTES) throw new DiskError('ENOSPC', `${path} has only ${diskBytes} bytes`);
    return new NodeDisk({
      path,
      diskBytes,
      descriptor,
      direct,
      // Whoever writes a regular file from this machine shares its page cache with us.
      readsAreFresh: direct || stats.isFile(),
    });
  }

  async read(offsetBytes: number, lengthBytes: number): Promise<Uint8Array> {
    return this.#buffer.use(lengthBytes, (target) =>
      readFully(this.path, this.#descriptor, target, offsetBytes),
    );
  }

  async write(offsetBytes: number, bytes: Uint8Array): Promise<void> {
    this.#buffer.view(bytes.length).set(bytes);
    await this.#buffer.use(bytes.length, (source) =>
      writeFully(this.path, this.#descriptor, source, offsetBytes),
    );
    if (!this.#direct) await flush(this.path, this.#descriptor);
  }

  async isZero(offsetBytes: number, lengthBytes: number): Promise<boolean> {
    const bytes = await this.read(offsetBytes, lengthBytes);
    return Buffer.alloc(lengthBytes).equals(bytes);
  }

  close(): Promise<void> {
    return closeFile(this.#descriptor);
  }
}

/**
 * Opens past the page cache where that is possible. O_EXCL on a block device is a claim: it fails while anybody else has
 * the disk claimed (a mount, a volume manager, a second agent). O_NONBLOCK keeps a drive without a medium from waiting.
 */
async function openEither(
  path: string,
  use: 'look' | 'own',
): Promise<{ descriptor: number; direct: boolean }> {
  const flags = use === 'own' ? O_RDWR | O_EXCL | O_NONBLOCK : O_RDONLY | O_NONBLOCK;
  try {
    return { descriptor: await openFile(path, flags | O_DIRECT), direct: true };
  } catch (error) {
    if (!(error instanceof DiskError) || error.code !== 'EINVAL') throw error;
    return { descriptor: await openFile(path, flags), direct: false };
  }
}

/** Major and minor number lead to the size whatever the path is called; the kernel counts in sectors of 512 bytes. */
function deviceBytes(path: string, rdev: number): number {
  const major = (rdev >>> 8) & 0xfff;
  const minor = (rdev & 0xff) | ((rdev >>> 12) & 0xfff00);
  try {
    return Number(readFileSync(`/sys/dev/block/${major}:${minor}/size`, 'utf8')) * SECTOR_BYTES;
  } catch (error) {
    throw new DiskError('ENODEV', `${path}: the kernel does not tell its size`, error);
  }
}
