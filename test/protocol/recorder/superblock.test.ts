import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { crc32c } from '#protocol/bytes/crc32c.ts';
import { BLOCK_BYTES, DISK_BYTES_MIN, RING_BLOCKS_MAX } from '#protocol/recorder/layout.ts';
import {
  decodeSuperblock,
  encodeSuperblock,
  planFormat,
  planRepair,
  type Superblock,
  type SuperblockProblem,
} from '#protocol/recorder/superblock.ts';

const UUID = '0123456789abcdef0123456789abcdef';

function format(diskBytes: number, app = 'web') {
  const plan = planFormat({ diskBytes, diskUuid: UUID, createdWallUs: 1_764_000_000_000_000, app });
  assert.ok(plan.ok);
  return plan;
}

test('a format plan writes the same superblock twice, the first copy first', () => {
  const { superblock, writes } = format(16 * 1024 * 1024);
  assert.deepEqual(
    writes.map((write) => write.offsetBytes),
    [0, 65_536],
  );
  for (const { bytes } of writes) assert.deepEqual(decodeSuperblock(bytes), { ok: true, superblock });
  assert.equal(superblock.ringBlocks, 4064);
});

test('16 MiB keep more than ten hours of one block every ten seconds', () => {
  const { superblock } = format(16 * 1024 * 1024);
  assert.ok((superblock.ringBlocks * 10) / 3600 > 10);
});

test('every length from the smallest on can be formatted, and a longer ring than the longest is never made', () => {
  fc.assert(
    fc.property(fc.integer({ min: DISK_BYTES_MIN, max: 2 ** 44 }), (diskBytes) => {
      const { superblock, writes } = format(diskBytes);
      assert.ok(superblock.totalBlocks * BLOCK_BYTES <= diskBytes);
      assert.ok(superblock.ringBlocks <= RING_BLOCKS_MAX);
      assert.ok(writes.every(({ bytes }) => decodeSuperblock(bytes).ok));
    }),
  );
});

test('a disk that is too small, of no length, or a bad uuid is refused in words', () => {
  const good = { diskBytes: DISK_BYTES_MIN, diskUuid: UUID, createdWallUs: 0, app: '' };
  assert.ok(planFormat(good).ok);
  for (const diskBytes of [DISK_BYTES_MIN - 1, 0, -1, Number.NaN]) {
    assert.match(JSON.stringify(planFormat({ ...good, diskBytes })), /at least 1048576 bytes/);
  }
  for (const diskUuid of ['', '0'.repeat(32), 'g'.repeat(32), UUID.toUpperCase(), `${UUID}00`]) {
    assert.match(JSON.stringify(planFormat({ ...good, diskUuid })), /32 lower-case hex digits/);
  }
});

test('a long app name is cut at a character border', () => {
  assert.equal(format(DISK_BYTES_MIN, 'ä'.repeat(40)).superblock.app, 'ä'.repeat(32));
  assert.equal(format(DISK_BYTES_MIN, `x${'ä'.repeat(40)}`).superblock.app, `x${'ä'.repeat(31)}`);
  assert.equal(format(DISK_BYTES_MIN, '😀'.repeat(17)).superblock.app, '😀'.repeat(16));
});

test('a change of any byte is noticed', () => {
  const bytes = encodeSuperblock(format(DISK_BYTES_MIN).superblock);
  for (let i = 0; i < BLOCK_BYTES; i += 1) {
    const bad = bytes.slice();
    bad[i] = (bad[i] ?? 0) ^ 0x40;
    assert.equal(decodeSuperblock(bad).ok, false, `byte ${i}`);
  }
  for (let length = 0; length < BLOCK_BYTES; length += 97) {
    assert.equal(decodeSuperblock(bytes.subarray(0, length)).ok, false);
  }
});

test('a later minor version and unknown compatible flags are read', () => {
  const s = { ...format(DISK_BYTES_MIN).superblock, minor: 9, compatible: 0xffffffff };
  assert.deepEqual(decodeSuperblock(encodeSuperblock(s)), { ok: true, superblock: s });
});

test('a superblock with a good checksum and a hostile content is refused', () => {
  const good = format(DISK_BYTES_MIN).superblock;
  const huge = Number.MAX_SAFE_INTEGER;
  const cases: [string, Partial<Superblock>, SuperblockProblem, RegExp][] = [
    ['another major version', { major: 2 }, 'major-version', /version 2/],
    ['an unknown incompatible flag', { incompatible: 0x80000000 }, 'incompatible-flag', /bit 31/],
    ['a zero uuid', { diskUuid: '0'.repeat(32) }, 'geometry', /uuid/],
    ['no blocks', { totalBlocks: 0 }, 'geometry', /does not fit/],
    ['more blocks than have exact offsets', { totalBlocks: huge }, 'geometry', /impossible/],
    ['an empty ring', { ringBlocks: 0 }, 'geometry', /ring has 0 blocks/],
    ['a ring longer than a scan allows', { ringBlocks: huge, totalBlocks: 2 ** 40 }, 'geometry', /ring has/],
    ['a ring that passes the end', { ringBlocks: good.ringBlocks + 1 }, 'geometry', /does not fit/],
    ['a ring far behind the end', { ringStart: huge }, 'geometry', /does not fit/],
    ['a ring over the superblocks', { ringStart: 0 }, 'geometry', /does not fit/],
    ['a mailbox on copy A', { mailboxBlock: 0 }, 'geometry', /mailbox/],
    ['a mailbox on copy B', { mailboxBlock: 16 }, 'geometry', /mailbox/],
    ['a mailbox in the ring', { mailboxBlock: 40 }, 'geometry', /mailbox/],
    ['a mailbox behind the end', { mailboxBlock: huge }, 'geometry', /mailbox/],
  ];
  for (const [name, change, problem, detail] of cases) {
    const decoded = decodeSuperblock(encodeSuperblock({ ...good, ...change }));
    assert.ok(!decoded.ok, name);
    assert.equal(decoded.problem, problem, name);
    assert.match(decoded.detail, detail, name);
  }
});

test('random bytes behind a good checksum never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 162, maxLength: 162 }), fc.boolean(), (content, withMagic) => {
      const block = new Uint8Array(BLOCK_BYTES);
      block.set(content);
      if (withMagic) block.set(encodeSuperblock(format(DISK_BYTES_MIN).superblock).subarray(0, 24));
      new DataView(block.buffer).setUint32(4092, crc32c(block.subarray(0, 4092)), true);
      const decoded = decodeSuperblock(block);
      if (decoded.ok) assert.ok(decoded.superblock.ringBlocks <= RING_BLOCKS_MAX);
    }),
  );
});

test('a repair copies the good superblock byte by byte, and does nothing without one', () => {
  const head = new Uint8Array(131_072);
  const s = { ...format(DISK_BYTES_MIN).superblock, minor: 3 };
  head.set(encodeSuperblock(s), 65_536);
  assert.deepEqual(planRepair({ head, bad: 'A' }), [{ offsetBytes: 0, bytes: encodeSuperblock(s) }]);
  assert.deepEqual(planRepair({ head, bad: 'B' }), []);
});

test('a uuid of the wrong form is an error of the caller', () => {
  assert.throws(
    () => encodeSuperblock({ ...format(DISK_BYTES_MIN).superblock, diskUuid: 'x' }),
    new RangeError('a disk uuid is 32 hex digits'),
  );
});
