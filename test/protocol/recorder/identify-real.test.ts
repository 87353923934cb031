import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { IDENTIFY_HEAD_BYTES, IDENTIFY_TAIL_BYTES, identifyDisk } from '#protocol/recorder/identify.ts';
import { planFormat } from '#protocol/recorder/superblock.ts';

/*
 * Disks made by the real tools, all of which scripts/setup installs. On plain files, so no privilege is needed.
 */

const MIB = 1024 * 1024;
let folder = '';

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'cherub-identify-'));
});

after(() => {
  rmSync(folder, { recursive: true, force: true });
});

const TOOLS: [string, number, string, string[], string][] = [
  ['ext2', 16, 'mke2fs', ['-q', '-F', '-t', 'ext2', 'DISK'], 'ext2 filesystem'],
  ['ext3', 16, 'mke2fs', ['-q', '-F', '-t', 'ext3', 'DISK'], 'ext3 filesystem'],
  ['ext4', 16, 'mke2fs', ['-q', '-F', '-t', 'ext4', 'DISK'], 'ext4 filesystem'],
  [
    'ext4 with blocks of 1 KiB',
    16,
    'mke2fs',
    ['-q', '-F', '-t', 'ext4', '-b', '1024', 'DISK'],
    'ext4 filesystem',
  ],
  ['XFS', 320, 'mkfs.xfs', ['-q', 'DISK'], 'XFS filesystem'],
  ['FAT12', 2, 'mkfs.vfat', ['-F', '12', 'DISK'], 'FAT'],
  ['FAT16', 16, 'mkfs.vfat', ['-F', '16', 'DISK'], 'FAT'],
  ['FAT32', 64, 'mkfs.vfat', ['-F', '32', 'DISK'], 'FAT'],
  ['swap', 16, 'mkswap', ['DISK'], 'swap area'],
  ['swap with pages of 64 KiB', 16, 'mkswap', ['--pagesize', '65536', 'DISK'], 'swap area'],
  ['LUKS1', 32, 'cryptsetup', luks('luks1'), 'LUKS volume'],
  ['LUKS2', 32, 'cryptsetup', luks('luks2'), 'LUKS volume'],
  ['qcow2', 0, 'qemu-img', ['create', '-q', '-f', 'qcow2', 'DISK', '16M'], 'qcow2 image'],
  ['VMDK', 0, 'qemu-img', ['create', '-q', '-f', 'vmdk', 'DISK', '16M'], 'VMDK image'],
  ['VHD', 0, 'qemu-img', ['create', '-q', '-f', 'vpc', 'DISK', '16M'], 'VHD image'],
  [
    'VHD of fixed size',
    0,
    'qemu-img',
    ['create', '-q', '-f', 'vpc', '-o', 'subformat=fixed', 'DISK', '16M'],
    'VHD image',
  ],
  ['VHDX', 0, 'qemu-img', ['create', '-q', '-f', 'vhdx', 'DISK', '16M'], 'VHDX image'],
  ['VDI', 0, 'qemu-img', ['create', '-q', '-f', 'vdi', 'DISK', '16M'], 'VDI image'],
  [
    'an ISO image',
    0,
    'xorriso',
    ['-as', 'mkisofs', '-quiet', '-V', 'cidata', '-o', 'DISK', 'FOLDER/input'],
    'ISO 9660',
  ],
];

for (const [name, mib, tool, args, signature] of TOOLS) {
  test(`${name}, made by ${tool}, is refused as ${signature}`, () => {
    const disk = join(folder, name.replaceAll(' ', '-'));
    writeFileSync(join(folder, 'input'), 'x');
    if (mib > 0) {
      writeFileSync(disk, '');
      truncateSync(disk, mib * MIB);
    }
    run(tool, args, disk);
    assert.deepEqual(identifyFile(disk), { kind: 'foreign', signature });
  });
}

test('a real mkfs, mkswap or cryptsetup over a recorder leaves no disk that anybody would write records to', () => {
  for (const [name, mib, tool, args, signature] of TOOLS.filter(([, mib]) => mib >= 2)) {
    const disk = join(folder, `over-${name.replaceAll(' ', '-')}`);
    const plan = planFormat({
      diskBytes: mib * MIB,
      diskUuid: 'ab'.repeat(16),
      createdWallUs: 1,
      app: 'web',
    });
    assert.ok(plan.ok);
    writeFileSync(disk, '');
    truncateSync(disk, mib * MIB);
    const fd = openSync(disk, 'r+');
    for (const { offsetBytes, bytes } of plan.writes) writeSync(fd, bytes, 0, bytes.length, offsetBytes);
    closeSync(fd);
    run(tool, [...force(tool), ...args], disk);
    const identity = identifyFile(disk);
    assert.equal(identity.kind, 'foreign', name);
    assert.ok('signature' in identity && identity.signature === signature, name);
  }
});

/** Some tools ask before they overwrite what they know; ours they do not know, but a test must not depend on it. */
function force(tool: string): string[] {
  return tool === 'mkswap' || tool === 'mkfs.xfs' ? ['-f'] : [];
}

function run(tool: string, args: readonly string[], disk: string): void {
  const filled = args.map((arg) => arg.replace('DISK', disk).replace('FOLDER', folder));
  const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
  // A tool that is missing fails here by its name; scripts/setup brings all of them.
  // Only cryptsetup reads its input; to write to one that has ended already would fail here.
  const input = tool === 'cryptsetup' ? { input: 'secret' } : {};
  execFileSync(tool, filled, { env, stdio: 'pipe', timeout: 60_000, ...input });
}

/** The cheapest key derivation that cryptsetup lets pass: the header is what is tested. */
function luks(type: string): string[] {
  return [
    'luksFormat',
    '--batch-mode',
    '--type',
    type,
    '--pbkdf',
    'pbkdf2',
    '--pbkdf-force-iterations',
    '1000',
    'DISK',
    '-',
  ];
}

function identifyFile(path: string) {
  const fd = openSync(path, 'r');
  try {
    const diskBytes = fstatSync(fd).size;
    const read = (offset: number, length: number) => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(fd, bytes, 0, length, offset));
    };
    const tailBytes = Math.min(IDENTIFY_TAIL_BYTES, diskBytes);
    return identifyDisk({
      head: read(0, Math.min(IDENTIFY_HEAD_BYTES, diskBytes)),
      tail: read(diskBytes - tailBytes, tailBytes),
      diskBytes,
    });
  } finally {
    closeSync(fd);
  }
}
