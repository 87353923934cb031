import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DiskWish, findRecorderDisk } from '#agent/core/recorder/find-disk.ts';
import { planFormat } from '#protocol/recorder/superblock.ts';
import { FakeDisk } from '#test/support/fake-disk.ts';
import { FakeDisks } from '#test/support/fake-disks.ts';

const MIB = 1024 * 1024;
const wish: DiskWish = {
  disk: 'auto',
  adopt: false,
  app: 'web',
  newDiskUuid: () => '0123456789abcdef0123456789abcdef',
  wallUs: () => 1,
};

function recorder(uuidDigit = 'a'): FakeDisk {
  const disk = new FakeDisk(MIB);
  const plan = planFormat({ diskBytes: MIB, diskUuid: uuidDigit.repeat(32), createdWallUs: 1, app: 'web' });
  assert.ok(plan.ok);
  for (const { offsetBytes, bytes } of plan.writes) disk.poke(offsetBytes, bytes);
  return disk;
}

function ext4(): FakeDisk {
  const disk = new FakeDisk(MIB);
  const superblock = new Uint8Array(1024);
  const view = new DataView(superblock.buffer);
  view.setUint32(4, 256, true);
  view.setUint32(24, 2, true);
  view.setUint16(56, 0xef53, true);
  view.setUint32(76, 1, true);
  view.setUint32(96, 0x40, true);
  disk.poke(1024, superblock);
  return disk;
}

test('the recorder is found by what is on it, whatever it is called and however many others there are', async () => {
  const disks = new FakeDisks({ '/dev/vda': ext4(), '/dev/vdb': new FakeDisk(MIB), '/dev/vdc': recorder() });
  const found = await findRecorderDisk(disks, wish);
  assert.ok(found.ok);
  assert.equal(found.value.disk.path, '/dev/vdc');
  assert.deepEqual(disks.owned, ['/dev/vdc']);
  assert.equal(disks.opened.filter(({ isClosed }) => !isClosed).length, 1);
});

test('an empty disk is left alone when adoption is not allowed, and the message says what to set', async () => {
  const disks = new FakeDisks({ '/dev/vda': ext4(), '/dev/vdb': new FakeDisk(MIB) });
  const found = await findRecorderDisk(disks, wish);
  assert.ok(!found.ok);
  assert.match(found.problem, /\/dev\/vda \(ext4.*\/dev\/vdb \(empty\).*recorder\.adopt: true.*\/dev\/vdb/);
  assert.deepEqual(disks.owned, []);
});

test('an empty disk is adopted when told', async () => {
  const disk = new FakeDisk(MIB);
  const disks = new FakeDisks({ '/dev/vda': ext4(), '/dev/vdb': disk });
  const found = await findRecorderDisk(disks, { ...wish, adopt: true });
  assert.ok(found.ok);
  assert.equal(found.value.superblock.diskUuid, wish.newDiskUuid());
  const again = await findRecorderDisk(disks, wish);
  assert.ok(again.ok);
  assert.equal(again.value.disk.path, '/dev/vdb');
});

test('a disk with a single byte anywhere is not empty', async () => {
  const disk = new FakeDisk(MIB);
  disk.poke(MIB / 2 + 77, Uint8Array.of(1));
  const found = await findRecorderDisk(new FakeDisks({ '/dev/vdb': disk }), { ...wish, adopt: true });
  assert.ok(!found.ok);
  assert.equal(disk.read(0, 8).join(''), '00000000');
});

test('two empty disks are a question to a person, and so are two recorders', async () => {
  const empty = new FakeDisks({ '/dev/vda': new FakeDisk(MIB), '/dev/vdb': new FakeDisk(MIB) });
  const adopted = await findRecorderDisk(empty, { ...wish, adopt: true });
  assert.ok(!adopted.ok);
  assert.match(adopted.problem, /\/dev\/vda and \/dev\/vdb/);
  const two = await findRecorderDisk(
    new FakeDisks({ '/dev/vda': recorder(), '/dev/vdb': recorder('b') }),
    wish,
  );
  assert.ok(!two.ok);
  assert.match(two.problem, /both are recorder disks/);
});

test('a disk that is named by the config is refused by name of what is on it, also with adoption allowed', async () => {
  const disk = ext4();
  const before = disk.image();
  const found = await findRecorderDisk(new FakeDisks({ '/dev/vdb': disk }), {
    ...wish,
    disk: '/dev/vdb',
    adopt: true,
  });
  assert.ok(!found.ok);
  assert.match(found.problem, /^\/dev\/vdb is refused: it holds .*ext4/);
  assert.deepEqual(disk.image(), before);
});

test('a disk that is not there or cannot be read is a finding, not an error', async () => {
  const missing = await findRecorderDisk(new FakeDisks(), { ...wish, disk: '/dev/vdz' });
  assert.ok(!missing.ok);
  assert.match(missing.problem, /\/dev\/vdz is not there/);
  const broken = new FakeDisk(MIB);
  broken.faults.read = 'EIO';
  const found = await findRecorderDisk(new FakeDisks({ '/dev/vda': broken, '/dev/vdb': recorder() }), wish);
  assert.ok(found.ok);
});

test('a damaged copy of the superblock is written again', async () => {
  const disk = recorder();
  disk.poke(100, Uint8Array.of(1, 2, 3));
  const found = await findRecorderDisk(new FakeDisks({ '/dev/vdb': disk }), wish);
  assert.ok(found.ok);
  assert.match(found.value.note, /copy A .* written again/);
  const again = await findRecorderDisk(new FakeDisks({ '/dev/vdb': disk }), wish);
  assert.ok(again.ok);
  assert.equal(again.value.note, '');
});

test('a guest without any disk is told how to get one', async () => {
  const found = await findRecorderDisk(new FakeDisks(), wish);
  assert.ok(!found.ok);
  assert.match(found.problem, /no disk at all; attach an empty disk/);
});
