import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { crc32c } from '#protocol/bytes/crc32c.ts';
import { IDENTIFY_HEAD_BYTES, IDENTIFY_TAIL_BYTES, identifyDisk } from '#protocol/recorder/identify.ts';
import { BLOCK_BYTES, ringOffsetBytes } from '#protocol/recorder/layout.ts';
import { encodeSuperblock, planFormat, type Superblock } from '#protocol/recorder/superblock.ts';
import { FakeDisk } from '#test/support/fake-disk.ts';
import { append, startWriter } from './ring-kit.ts';

const MIB = 1024 * 1024;
const DISK_BYTES = 2 * MIB;

function identify(disk: Uint8Array) {
  return identifyDisk({
    head: disk.subarray(0, IDENTIFY_HEAD_BYTES),
    tail: disk.subarray(-IDENTIFY_TAIL_BYTES),
    diskBytes: disk.length,
  });
}

function recorder(app = 'web', diskUuid = 'ab'.repeat(16)): { disk: Uint8Array; superblock: Superblock } {
  const disk = new Uint8Array(DISK_BYTES);
  const plan = planFormat({ diskBytes: DISK_BYTES, diskUuid, createdWallUs: 1, app });
  assert.ok(plan.ok);
  for (const { offsetBytes, bytes } of plan.writes) disk.set(bytes, offsetBytes);
  return { disk, superblock: plan.superblock };
}

function put(disk: Uint8Array, offset: number, content: string | readonly number[]): Uint8Array {
  disk.set(typeof content === 'string' ? Buffer.from(content, 'latin1') : content, offset);
  return disk;
}

function blank(...parts: [number, string | readonly number[]][]): Uint8Array {
  const disk = new Uint8Array(DISK_BYTES);
  for (const [offset, content] of parts) put(disk, offset, content);
  return disk;
}

const EXT_MAGIC: [number, readonly number[]] = [1080, [0x53, 0xef]];
const MBR_END: [number, readonly number[]] = [510, [0x55, 0xaa]];
const MD_MAGIC = [0xfc, 0x4e, 0x2b, 0xa9];

const FOREIGN: [string, Uint8Array, string][] = [
  ['GPT after its protective MBR', blank(MBR_END, [450, [0xee]], [512, 'EFI PART']), 'GPT partition table'],
  ['GPT with sectors of 4 KiB', blank([4096, 'EFI PART']), 'GPT partition table'],
  ['only the backup of a GPT', blank([DISK_BYTES - 512, 'EFI PART']), 'GPT partition table'],
  ['only a protective MBR', blank(MBR_END, [450, [0xee]]), 'GPT partition table'],
  ['MBR with one partition', blank(MBR_END, [446, [0x80, 0, 2, 0, 0x83]]), 'MBR partition table'],
  ['MBR with no partition', blank(MBR_END), 'boot sector'],
  ['a boot sector with code where the table would be', blank(MBR_END, [446, [0x33]]), 'boot sector'],
  ['ext2', blank(EXT_MAGIC, [1120, [2]]), 'ext2 filesystem'],
  ['ext3', blank(EXT_MAGIC, [1116, [4]], [1120, [2]]), 'ext3 filesystem'],
  ['ext4', blank(EXT_MAGIC, [1116, [4]], [1120, [0x42]]), 'ext4 filesystem'],
  ['an external journal', blank(EXT_MAGIC, [1120, [8]]), 'ext4 external journal'],
  ['XFS', blank([0, 'XFSB']), 'XFS filesystem'],
  ['btrfs', blank([65_600, '_BHRfS_M']), 'btrfs'],
  ['bcachefs', blank([4120, [...Buffer.from('c68573f666ce90a9d96a60cf803df7ef', 'hex')]]), 'bcachefs'],
  ['bcache', blank([4120, [...Buffer.from('c68573f64e1a45ca8265f57f48ba6d81', 'hex')]]), 'bcache'],
  ['F2FS, first copy', blank([1024, [0x10, 0x20, 0xf5, 0xf2]]), 'F2FS filesystem'],
  ['F2FS, second copy', blank([5120, [0x10, 0x20, 0xf5, 0xf2]]), 'F2FS filesystem'],
  ['squashfs', blank([0, 'hsqs']), 'squashfs'],
  ['EROFS', blank([1024, [0xe2, 0xe1, 0xf5, 0xe0]]), 'EROFS filesystem'],
  ['NILFS2', blank([1024, [2, 0, 0, 0, 0, 0, 0x34, 0x34]]), 'NILFS2 filesystem'],
  ['JFS', blank([32_768, 'JFS1']), 'JFS filesystem'],
  ['ReiserFS', blank([65_588, 'ReIsEr2Fs']), 'ReiserFS filesystem'],
  ['swap with pages of 4 KiB', blank([4086, 'SWAPSPACE2']), 'swap area'],
  ['swap with pages of 16 KiB', blank([16_374, 'SWAPSPACE2']), 'swap area'],
  ['swap with pages of 64 KiB', blank([65_526, 'SWAPSPACE2']), 'swap area'],
  ['a suspended system in swap', blank([4086, 'S1SUSPEND\0']), 'hibernation image'],
  ['LUKS1', blank([0, 'LUKS\xba\xbe\0\x01']), 'LUKS volume'],
  ['LUKS2 with only its second header', blank([0x4000, 'SKUL\xba\xbe\0\x02']), 'LUKS volume'],
  ['LVM, label in the second sector', blank([512, 'LABELONE'], [536, 'LVM2 001']), 'LVM physical volume'],
  ['LVM, label in the first sector', blank([0, 'LABELONE'], [24, 'LVM2 001']), 'LVM physical volume'],
  ['LVM, label in the fourth sector', blank([1536, 'LABELONE'], [1560, 'LVM2 001']), 'LVM physical volume'],
  ['ISO 9660', blank([32_769, 'CD001']), 'ISO 9660'],
  ['a hybrid ISO image', blank(MBR_END, [446, [0x80, 0, 2, 0, 0x17]], [32_769, 'CD001']), 'ISO 9660'],
  ['FAT16', blank(MBR_END, [54, 'FAT16   ']), 'FAT'],
  ['FAT32', blank(MBR_END, [82, 'FAT32   ']), 'FAT'],
  ['exFAT', blank(MBR_END, [3, 'EXFAT   ']), 'exFAT'],
  ['NTFS', blank(MBR_END, [3, 'NTFS    ']), 'NTFS'],
  ['mdraid 1.2', blank([4096, MD_MAGIC]), 'mdraid member'],
  ['mdraid 1.1', blank([0, MD_MAGIC]), 'mdraid member'],
  ['mdraid 1.0', blank([DISK_BYTES - 8192, MD_MAGIC]), 'mdraid member'],
  ['mdraid 0.90', blank([DISK_BYTES - 65_536, MD_MAGIC]), 'mdraid member'],
  ['mdraid 0.90, big endian', blank([DISK_BYTES - 65_536, MD_MAGIC.toReversed()]), 'mdraid member'],
  [
    'ZFS, first label',
    blank([16_384, '\x01\x01\0\0\0\0\0\0\0\0\0\x01\0\0\0\x24\0\0\0\x20\0\0\0\x07version\0']),
    'ZFS pool member',
  ],
  ['ZFS, last label', blank([DISK_BYTES - 4096, '\x0c\xb1\xba\0\0\0\0\0']), 'ZFS pool member'],
  ['qcow2', blank([0, 'QFI\xfb\0\0\0\x03']), 'qcow2 image'],
  ['VMDK', blank([0, 'KDMV']), 'VMDK image'],
  ['VHD of variable size', blank([0, 'conectix']), 'VHD image'],
  ['VHD of fixed size', blank([DISK_BYTES - 512, 'conectix']), 'VHD image'],
  ['VDI', blank([64, [0x7f, 0x10, 0xda, 0xbe]]), 'VDI image'],
];

for (const [name, disk, signature] of FOREIGN) {
  test(`${name} is refused as ${signature}`, () => {
    assert.deepEqual(identify(disk), { kind: 'foreign', signature });
  });
}

test('a disk of zeros may be adopted; one with any other byte in its head or tail may not', () => {
  assert.deepEqual(identify(new Uint8Array(DISK_BYTES)), { kind: 'zero-head' });
  for (const offset of [0, 5000, IDENTIFY_HEAD_BYTES - 1, DISK_BYTES - IDENTIFY_TAIL_BYTES, DISK_BYTES - 1]) {
    assert.deepEqual(identify(blank([offset, [1]])), { kind: 'unknown' });
  }
});

test('a head that is shorter than asked for is never taken for zeros', () => {
  const tail = new Uint8Array(IDENTIFY_TAIL_BYTES);
  const cut = identifyDisk({ head: new Uint8Array(4096), tail, diskBytes: DISK_BYTES });
  assert.deepEqual(cut, { kind: 'unknown' });
  const none = identifyDisk({ head: new Uint8Array(0), tail: new Uint8Array(0), diskBytes: 0 });
  assert.deepEqual(none, { kind: 'unknown' });
});

test('our own disk is known, empty or in use', () => {
  const { disk, superblock } = recorder();
  assert.deepEqual(identify(disk), { kind: 'recorder', superblock });
  const fake = new FakeDisk(disk);
  let writer = startWriter(superblock, fake);
  for (let n = 0; n < 600; n += 1) writer = append(superblock, fake, writer, new Uint8Array(4028).fill(n));
  assert.deepEqual(identify(fake.image()), { kind: 'recorder', superblock });
});

test('each copy of the superblock stands in for the other', () => {
  for (const [offset, repaired] of [
    [0, 'A'],
    [65_536, 'B'],
  ] as const) {
    const { disk, superblock } = recorder();
    put(disk, offset + 50, [1, 2, 3]);
    assert.deepEqual(identify(disk), { kind: 'recorder', superblock, repaired });
    disk.fill(0, offset, offset + BLOCK_BYTES);
    assert.deepEqual(identify(disk), { kind: 'recorder', superblock, repaired });
  }
});

test('of two good copies that differ the first counts: a format was cut between them', () => {
  const { disk, superblock } = recorder();
  disk.set(encodeSuperblock({ ...superblock, diskUuid: 'cd'.repeat(16) }), 65_536);
  assert.deepEqual(identify(disk), { kind: 'recorder', superblock, repaired: 'B' });
});

test('a recorder that somebody else wrote over is foreign, and its remains can still be read', () => {
  let remaining = 0;
  for (const [name, foreign, signature] of FOREIGN) {
    const { disk, superblock } = recorder();
    foreign.forEach((byte, i) => {
      if (byte !== 0) disk[i] = byte;
    });
    const identity = identify(disk);
    // Over both copies nothing of ours is left to be found.
    if (!('remains' in identity)) {
      assert.ok(identity.kind === 'foreign' || identity.kind === 'recorder', name);
      if (identity.kind === 'recorder') assert.ok(identity.repaired !== undefined, name);
      continue;
    }
    assert.deepEqual(identity, { kind: 'foreign', signature, remains: superblock }, name);
    remaining += 1;
  }
  assert.ok(remaining > 40, `${remaining}`);
});

test('something unknown over the first copy is not repaired away', () => {
  const { disk, superblock } = recorder();
  disk.fill(0x5a, 0, 3 * BLOCK_BYTES);
  assert.deepEqual(identify(disk), { kind: 'unknown', remains: superblock });
  disk.fill(0, 0, BLOCK_BYTES);
  assert.deepEqual(identify(disk), { kind: 'unknown', remains: superblock });
});

test('what a guest puts into its records, its name or a request does not pass for a signature', () => {
  const signatures = Buffer.concat([Buffer.alloc(64), Buffer.from('EFI PART LABELONE conectix CD001 XFSB')]);
  const { disk, superblock } = recorder('XFSB _BHRfS_M SWAPSPACE2 LUKS\xba\xbe');
  const fake = new FakeDisk(disk);
  const { ringBlocks } = superblock;
  let writer = startWriter(superblock, fake);
  for (let n = 0; n < ringBlocks; n += 1) {
    const record = new Uint8Array(4028);
    // At the place of an mdraid 1.0 superblock, of a ZFS uberblock, and of a backup GPT.
    record.set(signatures, 4028 - signatures.length);
    record.set([0x0c, 0xb1, 0xba, 0, 0, 0, 0, 0], 1024 - 64);
    record.set(Buffer.from('EFI PART'), 3584 - 64);
    writer = append(superblock, fake, writer, record);
  }
  fake.poke(superblock.mailboxBlock * BLOCK_BYTES, new Uint8Array(BLOCK_BYTES).fill(0x41));
  assert.deepEqual(identify(fake.image()), { kind: 'recorder', superblock });
});

test('a uuid that reads like a signature is still a uuid', () => {
  const { disk, superblock } = recorder(
    'web',
    `0123456789abcdef${Buffer.from('NXSB').toString('hex')}00000001`,
  );
  assert.deepEqual(identify(disk), { kind: 'recorder', superblock });
});

test('a backup partition table over the end of the ring is noticed', () => {
  const { disk, superblock } = recorder();
  put(disk, DISK_BYTES - 512, 'EFI PART');
  assert.deepEqual(identify(disk), {
    kind: 'foreign',
    signature: 'GPT partition table',
    remains: superblock,
  });
});

test('a disk that is shorter than its superblock says is damaged', () => {
  const { disk } = recorder();
  const identity = identify(disk.slice(0, DISK_BYTES - BLOCK_BYTES));
  assert.equal(identity.kind, 'damaged');
  assert.match(JSON.stringify(identity), /speaks of 2097152 bytes, the disk has only 2093056/);
});

test('a disk that has grown is still known', () => {
  const { disk, superblock } = recorder();
  const grown = new Uint8Array(DISK_BYTES + 10 * MIB);
  grown.set(disk);
  assert.deepEqual(identify(grown), { kind: 'recorder', superblock });
});

test('two bad copies are damaged, a newer format is unsupported, also when the other copy is good', () => {
  const { disk, superblock } = recorder();
  const newer = encodeSuperblock({ ...superblock, incompatible: 8 });
  put(disk, 60, [9]);
  put(disk, 65_536 + 60, [9]);
  assert.equal(identify(disk).kind, 'damaged');
  disk.set(newer, 0);
  assert.deepEqual(identify(disk), {
    kind: 'unsupported',
    detail: 'the disk uses format feature bit 3 of the incompatible flags; this program does not know it',
  });
  disk.fill(0, 0, BLOCK_BYTES);
  disk.set(newer, 65_536);
  assert.equal(identify(disk).kind, 'unsupported');
});

test('a superblock that was patched to reach beyond the disk is never used', () => {
  const { disk } = recorder();
  for (const copy of [0, 65_536]) {
    const view = new DataView(disk.buffer, copy, BLOCK_BYTES);
    view.setBigUint64(40, 2n ** 62n, true);
    view.setBigUint64(56, 2n ** 61n, true);
    view.setUint32(4092, crc32c(disk.subarray(copy, copy + 4092)), true);
  }
  assert.equal(identify(disk).kind, 'damaged');
});

test('any bytes are taken without an error', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 600 }),
      fc.uint8Array({ maxLength: 600 }),
      fc.oneof(fc.nat(2000), fc.double({ min: -10, max: 1e15, noNaN: true })),
      (head, tail, diskBytes) => {
        assert.notEqual(identifyDisk({ head, tail, diskBytes }).kind, 'recorder');
      },
    ),
  );
});

test('the ring of a recorder begins right behind the head that is looked at', () => {
  assert.equal(ringOffsetBytes(recorder().superblock, 0), IDENTIFY_HEAD_BYTES);
});
