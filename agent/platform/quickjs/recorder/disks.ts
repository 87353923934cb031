import * as native from 'cherub:native';
import * as os from 'qjs:os';
import { DiskError, type DiskPort, type OpenDisk } from '#agent/core/recorder/disk-port.ts';
import { BLOCK_BYTES } from '#protocol/recorder/layout.ts';
import { errnoName } from '../process/errno-name.ts';
import type { JobEnd, Jobs } from '../process/jobs.ts';
import { listDisks } from './list-disks.ts';

/** The unit in which /sys counts a disk, whatever the disk's own sector is. */
const SECTOR_BYTES = 512;
const NUMBER_BYTES = 64;

/** The disks of this machine; a regular file may stand in for one when it is named by its path. */
export class ThreadDisks implements DiskPort {
  readonly #jobs: Jobs;

  constructor(jobs: Jobs) {
    this.#jobs = jobs;
  }

  async list(): Promise<string[]> {
    return listDisks();
  }

  async open(path: string, use: 'look' | 'own'): Promise<OpenDisk> {
    const { descriptor, direct } = await this.#openEither(path, use);
    try {
      const found = await this.#jobs.wait(native.startStat(descriptor));
      return new ThreadDisk(this.#jobs, { path, descriptor, direct, ...sizeOf(path, found, direct) });
    } catch (error) {
      await this.#jobs.wait(native.startClose(descriptor));
      throw error;
    }
  }

  /**
   * Opens past the page cache where that is possible. O_EXCL on a block device is a claim: it fails while anybody else
   * has the disk claimed (a mount, a volume manager, a second agent). O_NONBLOCK keeps a drive without a medium from
   * waiting.
   */
  async #openEither(
    path: string,
    use: 'look' | 'own',
  ): Promise<{ readonly descriptor: number; readonly direct: boolean }> {
    const flags = (use === 'own' ? os.O_RDWR | os.O_EXCL : os.O_RDONLY) | native.O_NONBLOCK;
    const first = await this.#jobs.wait(native.startOpen(path, flags | native.O_DIRECT));
    if (first.result >= 0) return { descriptor: first.result, direct: true };
    if (errnoName(first.result) !== 'EINVAL') throw toDiskError(path, 'opened', first.result);
    const second = await this.#jobs.wait(native.startOpen(path, flags));
    if (second.result < 0) throw toDiskError(path, 'opened', second.result);
    return { descriptor: second.result, direct: false };
  }
}

interface OpenedDisk {
  readonly path: string;
  readonly descriptor: number;
  readonly direct: boolean;
  readonly diskBytes: number;
  readonly readsAreFresh: boolean;
}

class ThreadDisk implements OpenDisk {
  readonly path: string;
  readonly diskBytes: number;
  readonly readsAreFresh: boolean;
  readonly #jobs: Jobs;
  readonly #descriptor: number;
  readonly #direct: boolean;

  constructor(jobs: Jobs, o: OpenedDisk) {
    this.#jobs = jobs;
    this.path = o.path;
    this.diskBytes = o.diskBytes;
    this.readsAreFresh = o.readsAreFresh;
    this.#descriptor = o.descriptor;
    this.#direct = o.direct;
  }

  async read(offsetBytes: number, lengthBytes: number): Promise<Uint8Array> {
    const end = await this.#jobs.wait(native.startRead(this.#descriptor, offsetBytes, lengthBytes));
    if (end.bytes === undefined) throw toDiskError(this.path, 'read', end.result);
    return new Uint8Array(end.bytes);
  }

  async write(offsetBytes: number, bytes: Uint8Array): Promise<void> {
    const id = native.startWrite(this.#descriptor, offsetBytes, bytes, !this.#direct);
    const { result } = await this.#jobs.wait(id);
    if (result < 0) throw toDiskError(this.path, 'written', result);
  }

  async isZero(offsetBytes: number, lengthBytes: number): Promise<boolean> {
    return native.isZero(await this.read(offsetBytes, lengthBytes));
  }

  async close(): Promise<void> {
    await this.#jobs.wait(native.startClose(this.#descriptor));
  }
}

function sizeOf(
  path: string,
  { result, numbers }: JobEnd,
  direct: boolean,
): { readonly diskBytes: number; readonly readsAreFresh: boolean } {
  if (result < 0) throw toDiskError(path, 'examined', result);
  const [isFile = 0, isDisk = 0, size = 0, device = 0] = numbers;
  if (isFile === 0 && isDisk === 0) throw new DiskError('ENOTBLK', `${path} is neither a disk nor a file`);
  const diskBytes = isFile === 1 ? size : deviceBytes(path, device);
  if (diskBytes < BLOCK_BYTES) throw new DiskError('ENOSPC', `${path} has only ${diskBytes} bytes`);
  // Whoever writes a regular file from this machine shares its page cache with us.
  return { diskBytes, readsAreFresh: direct || isFile === 1 };
}

/** Major and minor number lead to the size whatever the path is called. */
function deviceBytes(path: string, device: number): number {
  const major = (device >>> 8) & 0xfff;
  const minor = (device & 0xff) | ((device >>> 12) & 0xfff00);
  const text = native.readText(`/sys/dev/block/${major}:${minor}/size`, NUMBER_BYTES);
  if (typeof text === 'number') throw new DiskError('ENODEV', `${path}: the kernel does not tell its size`);
  return Number(text.trim()) * SECTOR_BYTES;
}

function toDiskError(path: string, action: string, errno: number): DiskError {
  const code = errnoName(errno);
  return new DiskError(code, `${path} cannot be ${action}: ${REASONS[code] ?? code}`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there (ENOENT)',
  ENODEV: 'the disk is gone (ENODEV)',
  ENXIO: 'the disk is gone (ENXIO)',
  EIO: 'input/output error (EIO); the disk may have been pulled out',
  EBUSY: 'somebody else uses it (EBUSY)',
  EACCES: 'the agent may not (EACCES); run it as root',
  EPERM: 'the agent may not (EPERM); run it as root',
  EROFS: 'it is read-only (EROFS)',
  ENOSPC: 'no space is left (ENOSPC)',
};
