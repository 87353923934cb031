import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { DISK_IO_BYTES_MAX, DiskError } from '#agent/core/recorder/disk-port.ts';
import { AlignedBuffer } from '#agent/platform/node/recorder/aligned-buffer.ts';
import { listDisks } from '#agent/platform/node/recorder/list-disks.ts';
import { NodeDisks } from '#agent/platform/node/recorder/node-disks.ts';

const folder = mkdtempSync(join(process.cwd(), '.cache', 'node-disks-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a file stands in for a disk: what is written is read, also where the file had a hole', async () => {
  const path = join(folder, 'disk.img');
  writeFileSync(path, '');
  truncateSync(path, 1024 * 1024);
  const disk = await new NodeDisks().open(path, 'own');
  assert.equal(disk.diskBytes, 1024 * 1024);
  assert.equal(disk.readsAreFresh, true);
  assert.equal(await disk.isZero(0, DISK_IO_BYTES_MAX), true);
  const bytes = Uint8Array.from({ length: 8192 }, (_, i) => i % 251);
  await disk.write(65_536, bytes);
  assert.deepEqual(new Uint8Array(await disk.read(65_536, 8192)), bytes);
  assert.equal(await disk.isZero(65_536, 8192), false);
  await disk.close();
  assert.deepEqual(new Uint8Array(readFileSync(path).subarray(65_536, 65_536 + 8192)), bytes);
});

test('what is no disk is refused in words', async () => {
  const disks = new NodeDisks();
  await assert.rejects(disks.open(join(folder, 'none'), 'look'), /is not there \(ENOENT\)/);
  await assert.rejects(disks.open('/dev/null', 'look'), /neither a disk nor a file/);
  await assert.rejects(disks.open(folder, 'own'), DiskError);
  const small = join(folder, 'small.img');
  writeFileSync(small, 'x');
  await assert.rejects(disks.open(small, 'look'), /only 1 bytes/);
});

test('the place of a buffer is moved until the kernel takes it, with what was in it', async () => {
  const buffer = new AlignedBuffer(DISK_IO_BYTES_MAX);
  buffer.view(4).set([1, 2, 3, 4]);
  let tries = 0;
  const taken = await buffer.use(4, async () => {
    tries += 1;
    if (tries < 100) throw new DiskError('EINVAL', 'not here');
  });
  assert.deepEqual([...taken], [1, 2, 3, 4]);
  assert.equal(buffer.view(4).byteOffset, taken.byteOffset, 'that is the place from then on');
  const never = buffer.use(4, async () => {
    throw new DiskError('EINVAL', 'nowhere');
  });
  await assert.rejects(never, /nowhere/);
});

test('only whole disks with a device behind them are looked at, in the order of their names', () => {
  const root = mkdtempSync(join(tmpdir(), 'cherub-sys-'));
  const block = join(root, 'sys/class/block');
  const add = (name: string, files: Record<string, string>, hasDevice: boolean): void => {
    mkdirSync(join(block, name), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(block, name, file), text);
    if (hasDevice) symlinkSync('/', join(block, name, 'device'));
  };
  add('vdb', { size: '2048\n', ro: '0\n' }, true);
  add('vda', { size: '2048\n', ro: '0\n' }, true);
  add('vda1', { size: '2048\n', ro: '0\n', partition: '1\n' }, true);
  add('loop0', { size: '2048\n', ro: '0\n' }, false);
  add('sr0', { size: '2048\n', ro: '1\n' }, true);
  add('vdc', { size: '0\n', ro: '0\n' }, true);
  add('cciss!c0d0', { size: '2048\n', ro: '0\n' }, true);
  assert.deepEqual(listDisks(root), ['/dev/vda', '/dev/vdb', '/dev/cciss/c0d0']);
  assert.deepEqual(listDisks(join(root, 'nothing')), []);
  rmSync(root, { recursive: true, force: true });
});
