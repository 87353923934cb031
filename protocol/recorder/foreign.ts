import { SIGNATURES } from './signatures.ts';

/**
 * The parts of a disk that are at hand: `at` gives `length` bytes from an offset of the disk, or `undefined` when
 * they are not wholly inside of what was read.
 */
export interface DiskWindow {
  diskBytes: number;
  at(offset: number, length: number): Uint8Array | undefined;
}

const SECTOR = 512;

/** Names what somebody else put on this disk, by content; `undefined` when nothing that is known is there. */
export function findForeign(disk: DiskWindow): string | undefined {
  return (
    lvmLabel(disk) ??
    extFilesystem(disk) ??
    zfsLabel(disk) ??
    SIGNATURES.find((s) => s.at.some((offset) => matches(disk, offset, s.bytes)))?.name ??
    atTheEnd(disk) ??
    nilfs(disk) ??
    masterBootRecord(disk)
  );
}

/** LVM2 puts its label into one of the first four sectors (LVM2 lib/label/label.h). */
function lvmLabel(disk: DiskWindow): string | undefined {
  for (let sector = 0; sector < 4; sector += 1) {
    if (matchesText(disk, sector * SECTOR, 'LABELONE') && matchesText(disk, sector * SECTOR + 24, 'LVM2 ')) {
      return 'LVM physical volume';
    }
  }
  return undefined;
}

/** Superblock at 1,024: magic at 56, features at 92 (compatible), 96 (incompatible); kernel fs/ext4/ext4.h. */
function extFilesystem(disk: DiskWindow): string | undefined {
  const superblock = disk.at(1024, 104);
  if (superblock === undefined || superblock[56] !== 0x53 || superblock[57] !== 0xef) return undefined;
  const view = new DataView(superblock.buffer, superblock.byteOffset, 104);
  const compatible = view.getUint32(92, true);
  const incompatible = view.getUint32(96, true);
  if (incompatible & 0x8) return 'ext4 external journal';
  // Any incompatible feature beyond compression, filetype, recovery, journal device and meta_bg came with ext4.
  if (incompatible & ~0x1f) return 'ext4 filesystem';
  return compatible & 0x4 ? 'ext3 filesystem' : 'ext2 filesystem';
}

/** Label 0 has an XDR nvlist at 16 KiB that starts with "version"; label 3 ends with a ring of uberblocks. */
function zfsLabel(disk: DiskWindow): string | undefined {
  const nvlist = disk.at(16 * 1024, 64);
  if (nvlist?.[0] === 1 && String.fromCharCode(...nvlist).includes('\0\0\0\x07version'))
    return 'ZFS pool member';
  const end = Math.floor(disk.diskBytes / 262_144) * 262_144;
  for (let offset = end - 131_072; offset < end; offset += 1024) {
    const little = matches(disk, offset, [0x0c, 0xb1, 0xba, 0, 0, 0, 0, 0]);
    if (little || matches(disk, offset, [0, 0, 0, 0, 0, 0xba, 0xb1, 0x0c])) return 'ZFS pool member';
  }
  return undefined;
}

function atTheEnd(disk: DiskWindow): string | undefined {
  const { diskBytes } = disk;
  if (matchesText(disk, diskBytes - SECTOR, 'EFI PART') || matchesText(disk, diskBytes - 4096, 'EFI PART')) {
    return 'GPT partition table';
  }
  if (matchesText(disk, diskBytes - SECTOR, 'conectix')) return 'VHD image';
  // Version 1.0 stands 8 to 12 KiB before the end, version 0.90 64 to 128 KiB (kernel drivers/md/md.c).
  const version10 = Math.floor((Math.floor(diskBytes / SECTOR) - 16) / 8) * 8 * SECTOR;
  const version090 = Math.floor(diskBytes / 65_536) * 65_536 - 65_536;
  for (const offset of [version10, version090]) {
    const little = matches(disk, offset, [0xfc, 0x4e, 0x2b, 0xa9]);
    if (little || matches(disk, offset, [0xa9, 0x2b, 0x4e, 0xfc])) return 'mdraid member';
  }
  return undefined;
}

/** Two bytes of magic are weak, so the revision level before them must fit as well (kernel nilfs2_ondisk.h). */
function nilfs(disk: DiskWindow): string | undefined {
  return matches(disk, 1024, [2, 0, 0, 0, 0, 0, 0x34, 0x34]) ? 'NILFS2 filesystem' : undefined;
}

/** Last, because the boot sectors of filesystems and of hybrid images end with the same two bytes. */
function masterBootRecord(disk: DiskWindow): string | undefined {
  if (!matches(disk, 510, [0x55, 0xaa])) return undefined;
  const table = disk.at(446, 64);
  if (table === undefined) return undefined;
  let used = 0;
  for (let at = 0; at < 64; at += 16) {
    const status = table[at] ?? 0;
    const type = table[at + 4] ?? 0;
    if (status !== 0 && status !== 0x80) return 'boot sector';
    if (type === 0xee) return 'GPT partition table';
    if (type !== 0) used += 1;
  }
  return used > 0 ? 'MBR partition table' : 'boot sector';
}

function matchesText(disk: DiskWindow, offset: number, text: string): boolean {
  return matches(
    disk,
    offset,
    Array.from(text, (character) => character.charCodeAt(0)),
  );
}

function matches(disk: DiskWindow, offset: number, bytes: readonly number[]): boolean {
  const found = disk.at(offset, bytes.length);
  return found !== undefined && bytes.every((byte, i) => found[i] === byte);
}
