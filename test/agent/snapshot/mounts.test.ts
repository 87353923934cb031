import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOUNTS_MAX, parseMounts } from '#agent/core/snapshot/mounts.ts';

const pointsOf = (...lines: readonly string[]): string[] =>
  parseMounts(lines.join('\n')).mounts.map((mount) => mount.point);

test('pseudo filesystems, images and container layers are left out', () => {
  assert.deepEqual(
    pointsOf(
      '22 1 0:20 / /proc rw - proc proc rw',
      '23 1 0:21 / /sys rw - sysfs sysfs rw',
      '24 1 0:22 / /snap/core/1 ro - squashfs /dev/loop0 ro',
      '25 1 0:23 / /var/lib/docker/overlay2/x/merged rw - overlay overlay rw',
      '26 1 0:24 / /net rw - autofs auto rw',
      '27 1 0:25 / /dev/shm rw - tmpfs tmpfs rw',
      '28 1 0:26 / /tmp rw - tmpfs tmpfs rw',
      '29 1 254:1 / / rw - ext4 /dev/vda1 rw',
    ),
    ['/', '/tmp'],
  );
});

test('of several mounts of one device the whole and short one stays', () => {
  assert.deepEqual(
    pointsOf(
      '30 1 254:16 /sub /srv/a rw - ext4 /dev/vdb rw',
      '31 1 254:16 / /mnt/whole/disk rw - ext4 /dev/vdb rw',
      '32 1 0:40 /@home /home rw - btrfs /dev/vdc rw',
      '33 1 0:40 /@var /var/lib rw - btrfs /dev/vdc rw',
    ),
    ['/mnt/whole/disk', '/home'],
  );
});

test('a mount that another one covers is gone', () => {
  const { mounts } = parseMounts(
    ['30 1 254:16 / /data rw - ext4 /dev/vdb rw', '31 30 254:32 / /data rw - xfs /dev/vdc rw'].join('\n'),
  );
  assert.deepEqual(mounts, [{ point: '/data', type: 'xfs', readOnly: false, isRemote: false }]);
});

test('the root may be an overlay, a squashfs or the initramfs', () => {
  assert.deepEqual(pointsOf('1 1 0:2 / / rw - rootfs rootfs rw'), ['/']);
  assert.deepEqual(pointsOf('1 1 0:2 / / rw - overlay overlay rw'), ['/']);
  assert.deepEqual(pointsOf('1 1 7:0 / / ro - squashfs /dev/loop0 ro'), ['/']);
});

test('escapes in a mount point are undone, and read-only is told by either side', () => {
  const { mounts } = parseMounts(
    '30 1 0:41 / /mnt/a\\040b\\134c rw,noatime shared:1 - nfs4 srv:/x ro,vers=4',
  );
  assert.deepEqual(mounts, [{ point: '/mnt/a b\\c', type: 'nfs4', readOnly: true, isRemote: true }]);
});

test('a host with hundreds of filesystems is cut, the root first, and says so', () => {
  const lines = Array.from({ length: 300 }, (_, n) => `${n + 10} 1 8:${n} / /d/${n} rw - xfs /dev/sd rw`);
  const { mounts, left } = parseMounts([...lines, '9 1 254:1 / / rw - ext4 /dev/vda1 rw'].join('\n'));
  assert.equal(mounts.length, MOUNTS_MAX);
  assert.equal(mounts[0]?.point, '/');
  assert.equal(left, 301 - MOUNTS_MAX);
});
