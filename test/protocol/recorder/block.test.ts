import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  BLOCK_HEADER_BYTES,
  type BlockHeader,
  decodeBlock,
  decodeHeader,
  encodeBlock,
  FRAGMENTS_MAX,
  PAYLOAD_BYTES_MAX,
} from '#protocol/recorder/block.ts';
import { BLOCK_BYTES, RECORD_BYTES_MAX, SECTOR_BYTES, SEQUENCE_END } from '#protocol/recorder/layout.ts';
import { BOOT_ID, recordOf, smallRing } from './ring-kit.ts';

const g = smallRing(24);
const payload = recordOf(1, 2000);
const header: BlockHeader = {
  sequence: 77n,
  bootId: BOOT_ID,
  runId: 0xfffffffe,
  fragmentIndex: 0,
  fragmentCount: 1,
  recordBytes: 2000,
  payloadBytes: 2000,
  recordChecksum: 0x89abcdef,
};

test('header and payload come back, also from the middle of a larger buffer', () => {
  const block = encodeBlock(g, header, payload);
  assert.equal(block.length, BLOCK_BYTES);
  assert.deepEqual(decodeBlock(g, block), { ok: true, header, payload });
  const larger = new Uint8Array(BLOCK_BYTES + 33);
  larger.set(block, 33);
  assert.deepEqual(decodeBlock(g, larger.subarray(33)), { ok: true, header, payload });
});

test('the header alone tells what the whole block tells', () => {
  const block = encodeBlock(g, header, payload);
  assert.deepEqual(decodeHeader(g, block.subarray(0, BLOCK_HEADER_BYTES)), { ok: true, header });
  assert.deepEqual(decodeHeader(g, block.subarray(0, BLOCK_HEADER_BYTES - 1)), {
    ok: false,
    problem: 'invalid',
  });
});

test('the longest record needs 17 blocks', () => {
  assert.equal(FRAGMENTS_MAX, 17);
  assert.equal(PAYLOAD_BYTES_MAX, 4028);
});

test('a change of any byte is noticed: in the header it makes the block invalid, behind it torn', () => {
  const block = encodeBlock(g, header, payload);
  for (let i = 0; i < BLOCK_BYTES; i += 1) {
    const bad = block.slice();
    bad[i] = (bad[i] ?? 0) ^ 1;
    const decoded = decodeBlock(g, bad);
    assert.ok(!decoded.ok, `byte ${i}`);
    assert.equal(decoded.problem, i < BLOCK_HEADER_BYTES ? 'invalid' : 'torn', `byte ${i}`);
  }
});

test('a block of sectors from two writes never passes', () => {
  const older = encodeBlock(g, { ...header, sequence: 53n }, recordOf(2, 2000));
  const newer = encodeBlock(g, header, payload);
  // Behind the end of a short payload both are zero, and the last sector holds the checksum.
  for (let mask = 1; mask < 255; mask += 1) {
    const mixed = older.slice();
    for (let s = 0; s < 8; s += 1) {
      if ((mask >>> s) & 1)
        mixed.set(newer.subarray(s * SECTOR_BYTES, (s + 1) * SECTOR_BYTES), s * SECTOR_BYTES);
    }
    const decoded = decodeBlock(g, mixed);
    if (!decoded.ok) continue;
    const whole = decoded.header.sequence === 77n ? newer : older;
    assert.deepEqual(mixed, whole, `sectors ${mask.toString(2)}`);
  }
});

test('the header of one block over the rest of another never passes', () => {
  const one = encodeBlock(g, header, payload);
  const two = encodeBlock(g, { ...header, sequence: 101n }, recordOf(2, 2000));
  one.set(two.subarray(0, BLOCK_HEADER_BYTES));
  assert.equal(decodeBlock(g, one).ok, false);
});

test('blocks of another life of the disk are told apart from noise', () => {
  const other = { ...g, diskUuid: '0123456789abcdef0123456789abcdee' };
  assert.deepEqual(decodeBlock(other, encodeBlock(g, header, payload)), { ok: false, problem: 'stale' });
});

test('nothing but zeros is empty; zeros with something behind them are not', () => {
  const block = new Uint8Array(BLOCK_BYTES);
  assert.deepEqual(decodeBlock(g, block), { ok: false, problem: 'empty' });
  block[BLOCK_BYTES - 1] = 1;
  assert.deepEqual(decodeBlock(g, block), { ok: false, problem: 'invalid' });
});

test('a header with good checksums and impossible values is invalid', () => {
  const wrong: [string, Partial<BlockHeader>][] = [
    ['sequence 0', { sequence: 0n }],
    ['sequence at the end', { sequence: SEQUENCE_END }],
    [
      'sequence below its fragment index',
      { sequence: 1n, fragmentIndex: 1, fragmentCount: 2, recordBytes: 5000, payloadBytes: 972 },
    ],
    ['no fragments', { fragmentCount: 0 }],
    ['more fragments than the length needs', { fragmentCount: 2 }],
    ['index beyond count', { fragmentIndex: 1 }],
    ['empty record', { recordBytes: 0, payloadBytes: 0, fragmentCount: 0 }],
    [
      'record too long',
      { recordBytes: RECORD_BYTES_MAX + 1, fragmentCount: 17, payloadBytes: PAYLOAD_BYTES_MAX },
    ],
    ['payload longer than the block', { payloadBytes: 0xffffffff }],
    ['payload shorter than the record', { payloadBytes: 1999 }],
  ];
  for (const [name, change] of wrong) {
    assert.deepEqual(
      decodeBlock(g, encodeBlock(g, { ...header, ...change }, payload)),
      { ok: false, problem: 'invalid' },
      name,
    );
  }
});

test('any bytes are taken without an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 128 }), fc.boolean(), (noise, whole) => {
      const bytes = whole ? new Uint8Array(BLOCK_BYTES) : noise;
      bytes.set(noise);
      decodeBlock(g, bytes);
      decodeHeader(g, bytes);
    }),
  );
});

test('ids of the wrong form are errors of the caller', () => {
  assert.throws(() => encodeBlock(g, { ...header, bootId: 'x' }, payload), RangeError);
  assert.throws(() => encodeBlock({ ...g, diskUuid: '' }, header, payload), RangeError);
});
