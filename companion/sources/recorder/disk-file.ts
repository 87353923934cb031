import { constants } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { BLOCK_BYTES } from '#protocol/recorder/layout.ts';
import { ALIGNMENT, alignedPart } from './aligned-part.ts';

/** Reads of a disk with the page cache go past this host's view of it only when the device needs that. */
export type DiskCache = 'buffered' | 'direct';

const SHORT_READS_MAX = 16;

/** A disk image or block device, open for reading alone. */
export class DiskFile {
  readonly path: string;
  readonly diskBytes: number;
  readonly inode: bigint;
  readonly #handle: FileHandle;
  /** No Buffer: its `slice` gives a view where that of Uint8Array, which readers rely on, gives a copy. */
  readonly #buffer: Uint8Array;
  readonly #readBytesMax: number;
  #large: Uint8Array | undefined;
  #shortReads = 0;

  private constructor(
    path: string,
    handle: FileHandle,
    diskBytes: number,
    inode: bigint,
    buffer: Uint8Array,
    readBytesMax: number,
  ) {
    this.path = path;
    this.#handle = handle;
    this.diskBytes = diskBytes;
    this.inode = inode;
    this.#buffer = buffer;
    this.#readBytesMax = readBytesMax;
  }

  /**
   * Throws Error with one line for people.
   * @param readBytesMax what one `read` gives at most; a multiple of 4,096
   */
  static async open(path: string, cache: DiskCache, readBytesMax: number): Promise<DiskFile> {
    const direct = cache === 'direct' ? constants.O_DIRECT : 0;
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | direct).catch(
      (error: unknown) => {
        throw new Error(describeOpenError(path, cache, error));
      },
    );
    try {
      const found = await handle.stat({ bigint: true });
      if (!found.isFile() && !found.isBlockDevice()) {
        throw new Error(`${path} is neither a file nor a block device`);
      }
      const diskBytes = found.isBlockDevice() ? await deviceBytes(found.rdev) : Number(found.size);
      const buffer =
        cache === 'direct'
          ? await alignedPart(handle, new Uint8Array(readBytesMax + ALIGNMENT), path)
          : new Uint8Array(BLOCK_BYTES);
      return new DiskFile(path, handle, diskBytes, found.ino, buffer.subarray(0, readBytesMax), readBytesMax);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /**
   * The bytes from `offset` on, fewer at the end of the disk. They are overwritten by the next read. One read at a
   * time. Throws what the system says.
   */
  async read(offset: number, length: number): Promise<Uint8Array> {
    const buffer = this.#bufferFor(length);
    const wanted = Math.min(length, buffer.length);
    let got = 0;
    while (got < wanted) {
      const { bytesRead } = await this.#handle.read(buffer, got, wanted - got, offset + got);
      if (bytesRead === 0) break;
      got += bytesRead;
      // The rest of a direct read would not be aligned any more, and there is none: it ends at the end of the disk.
      if (got % BLOCK_BYTES !== 0) break;
    }
    return buffer.subarray(0, got);
  }

  /** Long reads come in a row, and then for hours none: their room is kept for so many short ones only. */
  #bufferFor(length: number): Uint8Array {
    if (length <= this.#buffer.length) {
      this.#shortReads += 1;
      if (this.#shortReads > SHORT_READS_MAX) this.#large = undefined;
      return this.#buffer;
    }
    this.#shortReads = 0;
    this.#large ??= new Uint8Array(this.#readBytesMax);
    return this.#large;
  }

  /** Whether another file stands under the path now. */
  async wasReplaced(): Promise<boolean> {
    const handle = await open(this.path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = await handle.stat({ bigint: true });
      return found.ino !== this.inode || (found.isFile() && Number(found.size) !== this.diskBytes);
    } finally {
      await handle.close();
    }
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

/** Size of a block device; its stat has none. `/sys/dev/block/MAJOR:MINOR/size` counts in 512 bytes always. */
async function deviceBytes(rdev: bigint): Promise<number> {
  // makedev of Linux: 12 bits of major at bit 8, the low 8 and the high 12 bits of minor around them.
  const major = Number((rdev >> 8n) & 0xfffn);
  const minor = Number((rdev & 0xffn) | ((rdev >> 12n) & 0xfff00n));
  return Number(await readFile(`/sys/dev/block/${major}:${minor}/size`, 'utf8')) * 512;
}

function describeOpenError(path: string, cache: DiskCache, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return `${path} does not exist; make it with: cherub disk create ${path} --size 16M`;
    case 'EACCES':
    case 'EPERM':
      return `${path}: permission denied; give the user of the companion the right to read it`;
    case 'EINVAL':
      return cache === 'direct'
        ? `${path}: its file system has no O_DIRECT; set cache: buffered`
        : `${path}: cannot be opened (EINVAL)`;
    default:
      return `${path}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
