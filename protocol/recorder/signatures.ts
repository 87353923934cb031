/** Bytes at fixed places of a disk that tell what it is. Offsets in bytes from the start; any one place suffices. */
export interface Signature {
  name: string;
  at: readonly number[];
  bytes: readonly number[];
}

const SWAP_PAGE_BYTES = [4096, 8192, 16384, 32768, 65536];
const SWAP_MAGIC_AT = SWAP_PAGE_BYTES.map((page) => page - 10);
const KIB = 1024;

/**
 * Signatures that need no more than a comparison. Most telling first: a hybrid ISO image also has a partition
 * table, and a partition table may stand before the rest of an old filesystem. Sources: util-linux libblkid
 * (libblkid/src/superblocks and partitions), and the headers of the image formats.
 */
export const SIGNATURES: readonly Signature[] = [
  { name: 'qcow2 image', at: [0], bytes: [0x51, 0x46, 0x49, 0xfb] },
  { name: 'QED image', at: [0], bytes: ascii('QED\0') },
  { name: 'VMDK image', at: [0], bytes: ascii('KDMV') },
  { name: 'VMDK image', at: [0], bytes: ascii('COWD') },
  { name: 'VMDK image', at: [0], bytes: ascii('# Disk DescriptorFile') },
  { name: 'VHD image', at: [0], bytes: ascii('conectix') },
  { name: 'VHDX image', at: [0], bytes: ascii('vhdxfile') },
  { name: 'VDI image', at: [64], bytes: [0x7f, 0x10, 0xda, 0xbe] },
  { name: 'LUKS volume', at: [0], bytes: [...ascii('LUKS'), 0xba, 0xbe] },
  // The second header of LUKS2 stands at one of these, by the size of its JSON area.
  { name: 'LUKS volume', at: [0x4000, 0x8000, 0x10000], bytes: [...ascii('SKUL'), 0xba, 0xbe] },
  { name: 'BitLocker volume', at: [3], bytes: ascii('-FVE-FS-') },
  { name: 'dm-verity volume', at: [0], bytes: ascii('verity\0\0') },
  { name: 'dm-integrity volume', at: [0], bytes: ascii('integrt\0') },
  { name: 'VDO volume', at: [0], bytes: ascii('dmvdo001') },
  { name: 'Stratis pool', at: [516, 4612], bytes: ascii('!Stra0tis') },
  { name: 'mdraid member', at: [0, 4096], bytes: [0xfc, 0x4e, 0x2b, 0xa9] },
  { name: 'bcachefs', at: [4120], bytes: hex('c68573f666ce90a9d96a60cf803df7ef') },
  { name: 'bcache', at: [4120], bytes: hex('c68573f64e1a45ca8265f57f48ba6d81') },
  { name: 'Ceph BlueStore', at: [0], bytes: ascii('bluestore block device') },
  { name: 'Oracle ASM disk', at: [32], bytes: ascii('ORCLDISK') },
  { name: 'XFS filesystem', at: [0], bytes: ascii('XFSB') },
  { name: 'btrfs', at: [64 * KIB + 64], bytes: ascii('_BHRfS_M') },
  { name: 'F2FS filesystem', at: [KIB, 5 * KIB], bytes: [0x10, 0x20, 0xf5, 0xf2] },
  { name: 'EROFS filesystem', at: [KIB], bytes: [0xe2, 0xe1, 0xf5, 0xe0] },
  { name: 'squashfs', at: [0], bytes: ascii('hsqs') },
  { name: 'squashfs', at: [0], bytes: ascii('sqsh') },
  { name: 'cramfs', at: [0], bytes: [0x45, 0x3d, 0xcd, 0x28] },
  { name: 'romfs', at: [0], bytes: ascii('-rom1fs-') },
  { name: 'ReiserFS filesystem', at: [8 * KIB + 52, 64 * KIB + 52], bytes: ascii('ReIsEr') },
  { name: 'JFS filesystem', at: [32 * KIB], bytes: ascii('JFS1') },
  { name: 'GFS2 filesystem', at: [64 * KIB], bytes: [0x01, 0x16, 0x19, 0x70] },
  { name: 'OCFS2 filesystem', at: [KIB, 2 * KIB, 4 * KIB, 8 * KIB], bytes: ascii('OCFSV2') },
  { name: 'APFS container', at: [32], bytes: ascii('NXSB') },
  { name: 'HFS+ filesystem', at: [KIB], bytes: ascii('H+\0\x04') },
  { name: 'HFS+ filesystem', at: [KIB], bytes: ascii('HX\0\x05') },
  { name: 'UFS filesystem', at: [8 * KIB + 1372, 64 * KIB + 1372], bytes: [0x54, 0x19, 0x01, 0x00] },
  { name: 'swap area', at: SWAP_MAGIC_AT, bytes: ascii('SWAPSPACE2') },
  { name: 'swap area', at: SWAP_MAGIC_AT, bytes: ascii('SWAP-SPACE') },
  { name: 'hibernation image', at: SWAP_MAGIC_AT, bytes: ascii('S1SUSPEND') },
  { name: 'hibernation image', at: SWAP_MAGIC_AT, bytes: ascii('LINHIB0001') },
  { name: 'exFAT', at: [3], bytes: ascii('EXFAT   ') },
  { name: 'NTFS', at: [3], bytes: ascii('NTFS    ') },
  { name: 'ReFS', at: [3], bytes: ascii('ReFS\0') },
  { name: 'FAT', at: [54], bytes: ascii('FAT12   ') },
  { name: 'FAT', at: [54], bytes: ascii('FAT16   ') },
  { name: 'FAT', at: [82], bytes: ascii('FAT32   ') },
  { name: 'ISO 9660', at: [32 * KIB + 1], bytes: ascii('CD001') },
  { name: 'UDF', at: [32 * KIB + 1], bytes: ascii('BEA01') },
  // Logical sectors of 512 and of 4,096 bytes.
  { name: 'GPT partition table', at: [512, 4096], bytes: ascii('EFI PART') },
  { name: 'Apple partition map', at: [512], bytes: ascii('PM\0\0') },
  { name: 'BSD disklabel', at: [512, 64], bytes: [0x57, 0x45, 0x56, 0x82] },
];

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function hex(text: string): number[] {
  return Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
}
