import { eachLine } from './scan-text.ts';

/** Mounted filesystems that are asked for their space; a snapshot has to fit one block. */
export const MOUNTS_MAX = 24;

/** Hosts of containers have thousands of mounts. */
const LINES_MAX = 4096;

/** A mounted filesystem worth asking. */
export interface Mount {
  /** As the guest names it, escapes undone: may hold any character. */
  readonly point: string;
  readonly type: string;
  readonly readOnly: boolean;
  /** Another machine or a program answers for it, so that it may never answer. */
  readonly isRemote: boolean;
}

/** Besides these, everything whose type starts with `fuse`. */
const REMOTE = new Set([
  '9p',
  'afs',
  'ceph',
  'cifs',
  'glusterfs',
  'gfs2',
  'lustre',
  'nfs',
  'nfs4',
  'ocfs2',
  'orangefs',
  'smb3',
  'smbfs',
  'virtiofs',
]);

/** Have no space of their own, or repeat what is elsewhere; asking autofs would mount things. */
const PSEUDO = new Set([
  'autofs',
  'binfmt_misc',
  'bpf',
  'cgroup',
  'cgroup2',
  'configfs',
  'debugfs',
  'devpts',
  'devtmpfs',
  'efivarfs',
  'fusectl',
  'fuse.gvfsd-fuse',
  'fuse.lxcfs',
  'fuse.portal',
  'hugetlbfs',
  'mqueue',
  'nsfs',
  'proc',
  'pstore',
  'ramfs',
  'rpc_pipefs',
  'securityfs',
  'selinuxfs',
  'smackfs',
  'sysfs',
  'tracefs',
]);

/** Images that are full by nature: they say nothing unless they are the root. */
const IMAGES = new Set(['cramfs', 'erofs', 'iso9660', 'squashfs', 'udf']);

/** tmpfs fills the memory where programs write; the rest of its mounts (credentials, cgroups, shm) is noise. */
const TMPFS_POINTS = new Set(['/', '/run', '/tmp', '/var/tmp', '/var/log', '/var/lib', '/var/run']);

interface Parsed extends Mount {
  readonly device: string;
  readonly isWhole: boolean;
}

/**
 * `/proc/self/mountinfo` (Documentation/filesystems/proc.rst 3.5):
 * `36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue`.
 *
 * Pseudo filesystems are left out; of several mounts of one device (bind mounts, btrfs subvolumes) the one
 * that shows its root, then the one with the shortest path stays; a mount that another one covers is gone.
 * @returns the root first, then in the order of mounting; `left` counts what exceeds `MOUNTS_MAX`
 */
export function parseMounts(text: string): { readonly mounts: readonly Mount[]; readonly left: number } {
  const byPoint = new Map<string, Parsed>();
  eachLine(text, LINES_MAX, (line) => {
    const parsed = parseLine(line);
    if (parsed === undefined) return;
    byPoint.delete(parsed.point);
    byPoint.set(parsed.point, parsed);
  });
  const byDevice = new Map<string, Parsed>();
  for (const mount of byPoint.values()) {
    if (!isWanted(mount)) continue;
    const other = byDevice.get(mount.device);
    if (other === undefined || isBetter(mount, other)) byDevice.set(mount.device, mount);
  }
  const all = [...byDevice.values()].sort((a, b) => Number(b.point === '/') - Number(a.point === '/'));
  const mounts = all
    .slice(0, MOUNTS_MAX)
    .map(({ point, type, readOnly, isRemote }): Mount => ({ point, type, readOnly, isRemote }));
  return { mounts, left: all.length - mounts.length };
}

function parseLine(line: string): Parsed | undefined {
  const dash = line.indexOf(' - ');
  if (dash < 0) return undefined;
  const [, , device, root, point, options] = line.slice(0, dash).split(' ', 6);
  const [type, , superOptions] = line.slice(dash + 3).split(' ', 3);
  if (device === undefined || point === undefined || options === undefined || type === undefined) {
    return undefined;
  }
  return {
    device,
    isWhole: root === '/',
    point: unescapeOctal(point),
    type,
    isRemote: type.startsWith('fuse') || REMOTE.has(type),
    readOnly: isReadOnly(options) || isReadOnly(superOptions ?? ''),
  };
}

/** The mount itself, or the whole filesystem (an ext4 that met an error) may be read-only. */
function isReadOnly(options: string): boolean {
  return options === 'ro' || options.startsWith('ro,');
}

function isWanted(mount: Parsed): boolean {
  if (PSEUDO.has(mount.type)) return false;
  if (mount.point === '/') return true;
  if (mount.type === 'tmpfs') return TMPFS_POINTS.has(mount.point);
  // Layers of containers: the filesystem below them is there by itself.
  return mount.type !== 'overlay' && !IMAGES.has(mount.type);
}

function isBetter(mount: Parsed, other: Parsed): boolean {
  if (other.point === '/') return false;
  if (mount.point === '/') return true;
  if (mount.isWhole !== other.isWhole) return mount.isWhole;
  return mount.point.length < other.point.length;
}

/** The kernel writes blank, tab, line feed and backslash as three octal digits (fs/proc_namespace.c, mangle). */
function unescapeOctal(text: string): string {
  return text.includes('\\')
    ? text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
    : text;
}
