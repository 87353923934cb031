import { DiskError, type DiskPort, type OpenDisk } from '#agent/core/recorder/disk-port.ts';
import type { FakeDisk } from './fake-disk.ts';
import { FakeOpenDisk } from './fake-open-disk.ts';

/** The disks of a machine that does not exist; they can come and go. */
export class FakeDisks implements DiskPort {
  readonly disks = new Map<string, FakeDisk>();
  /** Every opening for writing, by path. */
  readonly owned: string[] = [];
  /** What is open now, newest last. */
  readonly opened: FakeOpenDisk[] = [];

  constructor(disks: Readonly<Record<string, FakeDisk>> = {}) {
    for (const [path, disk] of Object.entries(disks)) this.disks.set(path, disk);
  }

  async list(): Promise<string[]> {
    return [...this.disks.keys()].toSorted();
  }

  async open(path: string, use: 'look' | 'own'): Promise<OpenDisk> {
    const disk = this.disks.get(path);
    if (disk === undefined) throw new DiskError('ENOENT', `${path} is not there`);
    if (use === 'own') this.owned.push(path);
    const open = new FakeOpenDisk(disk, path);
    this.opened.push(open);
    return open;
  }
}
