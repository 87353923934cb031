import assert from 'node:assert/strict';
import { crc32c } from '#protocol/bytes/crc32c.ts';
import { RingWriter } from '#protocol/recorder/append.ts';
import { BLOCK_BYTES } from '#protocol/recorder/layout.ts';
import { encodeMailbox } from '#protocol/recorder/mailbox.ts';
import { planFormat, type Superblock } from '#protocol/recorder/superblock.ts';
import { recordOf } from './ring-kit.ts';

const BOOT_ID = '6f1c0a524d3b4e0c9a7e1b2c3d4e5f60';
const RUN_ID = 0x1a2b3c4d;

/** One file of golden bytes, and what a decoder must say about them. */
export interface Vector {
  name: string;
  bytes: Uint8Array;
  expected: string;
}

/** The disk of all vectors: 1 MiB, `app` with a character outside of ASCII. */
export function vectorSuperblock(): Superblock {
  const plan = planFormat({
    diskBytes: 1024 * 1024,
    diskUuid: 'c0ffee00112233445566778899aabbcc',
    createdWallUs: 1_795_478_400_000_000,
    app: 'wéb',
  });
  assert.ok(plan.ok);
  return plan.superblock;
}

/** Everything from fixed inputs: the good blocks, and each named corruption of one of them. */
export function buildVectors(): Vector[] {
  const g = vectorSuperblock();
  const superblock = superblockBytes();
  const single = blocksOf(recordOf(1, 100), 0n)[0] ?? new Uint8Array(0);
  const fragments = blocksOf(recordOf(2, 9000), 222n);
  const mailbox = encodeMailbox({ diskUuid: g.diskUuid, sequence: 5n, request: recordOf(3, 20) });
  const vectors: Vector[] = [
    { name: 'superblock', bytes: superblock, expected: 'ok' },
    { name: 'block-single', bytes: single, expected: 'ok' },
    ...fragments.map((bytes, n) => ({ name: `block-fragment-${n}`, bytes, expected: 'ok' })),
    { name: 'mailbox', bytes: mailbox, expected: 'request' },
    { name: 'mailbox-empty', bytes: new Uint8Array(BLOCK_BYTES), expected: 'empty' },
  ];
  const change = (name: string, base: Uint8Array, expected: string, edit: (view: DataView) => void) => {
    const bytes = base.slice();
    edit(new DataView(bytes.buffer));
    vectors.push({ name, bytes, expected });
  };
  corruptSuperblocks((name, expected, edit) => change(name, superblock, expected, edit));
  corruptBlocks((name, expected, edit) => change(name, single, expected, edit));
  corruptMailboxes((name, expected, edit) => change(name, mailbox, expected, edit));
  return vectors;
}

type Corrupt = (name: string, expected: string, edit: (view: DataView) => void) => void;

function corruptSuperblocks(corrupt: Corrupt): void {
  const sealed = (name: string, expected: string, edit: (view: DataView) => void) =>
    corrupt(name, expected, (view) => {
      edit(view);
      seal(view);
    });
  corrupt('superblock-no-magic', 'no-magic', (view) => view.setUint8(0, 0x63));
  corrupt('superblock-bit-flipped', 'checksum', (view) => view.setUint8(1000, 1));
  sealed('superblock-major-2', 'major-version', (view) => view.setUint16(8, 2, true));
  sealed('superblock-minor-7', 'ok', (view) => view.setUint16(10, 7, true));
  sealed('superblock-compatible-flag', 'ok', (view) => view.setUint32(12, 1, true));
  sealed('superblock-incompatible-flag', 'incompatible-flag', (view) => view.setUint32(16, 1, true));
  sealed('superblock-block-of-512', 'geometry', (view) => view.setUint32(20, 512, true));
  sealed('superblock-zero-uuid', 'geometry', (view) => {
    for (let i = 24; i < 40; i += 1) view.setUint8(i, 0);
  });
  sealed('superblock-2-to-the-63-blocks', 'geometry', (view) => view.setBigUint64(40, 2n ** 63n, true));
  sealed('superblock-ring-over-itself', 'geometry', (view) => view.setBigUint64(48, 0n, true));
  sealed('superblock-ring-beyond-disk', 'geometry', (view) => view.setBigUint64(56, 225n, true));
  sealed('superblock-ring-of-no-blocks', 'geometry', (view) => view.setBigUint64(56, 0n, true));
  sealed('superblock-mailbox-in-ring', 'geometry', (view) => view.setBigUint64(64, 100n, true));
  sealed('superblock-name-too-long', 'ok', (view) => view.setUint16(96, 0xffff, true));
}

function corruptBlocks(corrupt: Corrupt): void {
  const sealed = (name: string, expected: string, edit: (view: DataView) => void) =>
    corrupt(name, expected, (view) => {
      edit(view);
      sealBlock(view);
    });
  corrupt('block-empty', 'empty', (view) => new Uint8Array(view.buffer).fill(0));
  corrupt('block-first-sector-lost', 'invalid', (view) => new Uint8Array(view.buffer).fill(0, 0, 512));
  corrupt('block-last-sector-lost', 'torn', (view) => new Uint8Array(view.buffer).fill(0, 3584));
  corrupt('block-payload-flipped', 'torn', (view) => view.setUint8(64, 0xff));
  corrupt('block-padding-flipped', 'torn', (view) => view.setUint8(4091, 1));
  corrupt('block-header-flipped', 'invalid', (view) => view.setUint8(16, 9));
  sealed('block-version-2', 'invalid', (view) => view.setUint8(4, 2));
  sealed('block-of-another-life', 'stale', (view) => view.setUint8(8, 0));
  sealed('block-sequence-0', 'invalid', (view) => view.setBigUint64(16, 0n, true));
  sealed('block-sequence-2-to-the-62', 'invalid', (view) => view.setBigUint64(16, 2n ** 62n, true));
  sealed('block-fragment-beyond-count', 'invalid', (view) => view.setUint16(44, 1, true));
  sealed('block-of-no-fragments', 'invalid', (view) => view.setUint16(46, 0, true));
  sealed('block-record-of-4-gib', 'invalid', (view) => view.setUint32(48, 0xffffffff, true));
  sealed('block-payload-of-4-gib', 'invalid', (view) => view.setUint32(52, 0xffffffff, true));
  sealed('block-payload-too-short', 'invalid', (view) => view.setUint32(52, 99, true));
}

function corruptMailboxes(corrupt: Corrupt): void {
  const sealed = (name: string, expected: string, edit: (view: DataView) => void) =>
    corrupt(name, expected, (view) => {
      edit(view);
      seal(view);
    });
  corrupt('mailbox-no-magic', 'no-magic', (view) => view.setUint8(0, 0x63));
  corrupt('mailbox-half-written', 'checksum', (view) => new Uint8Array(view.buffer).fill(0, 2048));
  sealed('mailbox-version-2', 'fields', (view) => view.setUint8(4, 2));
  sealed('mailbox-of-another-life', 'stale', (view) => view.setUint8(8, 0));
  sealed('mailbox-sequence-0', 'fields', (view) => view.setBigUint64(16, 0n, true));
  sealed('mailbox-request-of-4-gib', 'fields', (view) => view.setUint32(24, 0xffffffff, true));
}

function superblockBytes(): Uint8Array {
  const s = vectorSuperblock();
  const plan = planFormat({
    diskBytes: s.totalBlocks * BLOCK_BYTES,
    diskUuid: s.diskUuid,
    createdWallUs: s.createdWallUs,
    app: s.app,
  });
  assert.ok(plan.ok);
  return plan.writes[0]?.bytes ?? new Uint8Array(0);
}

/** The blocks of a record that is appended above `highest`. */
function blocksOf(record: Uint8Array, highest: bigint): Uint8Array[] {
  const writer = RingWriter.recover(vectorSuperblock(), { highestSequence: highest });
  const plan = writer.plan({ record, bootId: BOOT_ID, runId: RUN_ID });
  assert.ok(plan.ok);
  return plan.writes.map((write) => write.bytes);
}

/** Makes the checksum good again, as an attacker would. */
function seal(view: DataView): void {
  view.setUint32(4092, crc32c(new Uint8Array(view.buffer, 0, 4092)), true);
}

function sealBlock(view: DataView): void {
  const header = crc32c(new Uint8Array(view.buffer, 0, 60));
  view.setUint32(60, header, true);
  view.setUint32(4092, crc32c(new Uint8Array(view.buffer, 64, 4028), header), true);
}
