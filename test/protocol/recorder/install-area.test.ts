import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { identifyDisk } from '#protocol/recorder/identify.ts';
import {
  diskBytesFor,
  formatInstallHeader,
  parseInstallHeader,
  placeInstallArea,
} from '#protocol/recorder/install-area.ts';
import { BLOCK_BYTES, RING_BLOCKS_MIN } from '#protocol/recorder/layout.ts';
import { decodeSuperblock, encodeSuperblock, planFormat } from '#protocol/recorder/superblock.ts';

const plan = (diskBytes: number, installBytes: number) =>
  planFormat({ diskBytes, diskUuid: 'ab'.repeat(16), createdWallUs: 1, app: 'web', installBytes });

test('a disk with an install area has its ring before it, and the last 128 KiB free', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1 << 26 }),
      fc.integer({ min: 0, max: 1 << 24 }),
      (packed, extra) => {
        const planned = plan(diskBytesFor(packed) + extra, packed);
        assert.ok(planned.ok);
        if (!planned.ok) return;
        const { install, ringStart, ringBlocks, totalBlocks } = planned.superblock;
        assert.ok(install !== undefined);
        if (install === undefined) return;
        assert.ok(ringBlocks >= RING_BLOCKS_MIN && ringStart + ringBlocks <= install.start);
        assert.ok((install.blocks - 1) * BLOCK_BYTES >= packed);
        assert.ok(install.start + install.blocks <= totalBlocks - 32);
        assert.deepEqual(decodeSuperblock(encodeSuperblock(planned.superblock)), {
          ok: true,
          superblock: planned.superblock,
        });
      },
    ),
  );
});

test('a disk that is one block too small is refused', () => {
  assert.ok(plan(diskBytesFor(100_000), 100_000).ok);
  assert.match(
    JSON.stringify(plan(diskBytesFor(100_000) - BLOCK_BYTES, 100_000)),
    /too small for an install/,
  );
  assert.equal(placeInstallArea(100, 4096), undefined);
});

test('an area that cannot be there is none, and the disk stays a recorder', () => {
  const planned = plan(diskBytesFor(8192), 8192);
  assert.ok(planned.ok);
  if (!planned.ok) return;
  const { totalBlocks } = planned.superblock;
  for (const install of [
    { start: 40, blocks: 3 },
    { start: totalBlocks - 1, blocks: 3 },
    { start: totalBlocks - 10, blocks: 1 },
    { start: 0, blocks: 0 },
    { start: totalBlocks + 5, blocks: 2 },
  ]) {
    const decoded = decodeSuperblock(encodeSuperblock({ ...planned.superblock, install }));
    assert.ok(decoded.ok && decoded.superblock.install === undefined, JSON.stringify(install));
  }
});

test('a superblock whose flag is not set has no area, as for a program that does not know it', () => {
  const planned = plan(diskBytesFor(8192), 8192);
  assert.ok(planned.ok);
  if (!planned.ok) return;
  const decoded = decodeSuperblock(encodeSuperblock({ ...planned.superblock, compatible: 0 }));
  assert.ok(decoded.ok && decoded.superblock.install === undefined);
});

test('an install area full of signatures does not make the disk foreign', () => {
  const diskBytes = diskBytesFor(BLOCK_BYTES);
  const planned = plan(diskBytes, BLOCK_BYTES);
  assert.ok(planned.ok);
  if (!planned.ok) return;
  const disk = new Uint8Array(diskBytes);
  for (const { offsetBytes, bytes } of planned.writes) disk.set(bytes, offsetBytes);
  const { install } = planned.superblock;
  disk.set(new TextEncoder().encode('EFI PART'.repeat(512)), ((install?.start ?? 0) + 1) * BLOCK_BYTES);
  const identity = identifyDisk({
    head: disk.subarray(0, 131_072),
    tail: disk.subarray(-131_072),
    diskBytes,
  });
  assert.equal(identity.kind, 'recorder');
});

test('the header comes back as it was, and no other bytes are one', () => {
  const area = { start: 300, blocks: 3 };
  const header = { packedBytes: 8192, packedSha256: 'ab'.repeat(32), bytes: 20_000 };
  assert.deepEqual(parseInstallHeader(formatInstallHeader(header), area), header);
  assert.equal(parseInstallHeader(formatInstallHeader({ ...header, packedBytes: 8193 }), area), undefined);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
      assert.equal(parseInstallHeader(bytes, area), undefined);
    }),
  );
});
