import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { crc32c } from '#protocol/bytes/crc32c.ts';
import { BLOCK_BYTES, SEQUENCE_END } from '#protocol/recorder/layout.ts';
import { decodeMailbox, encodeMailbox, MAILBOX_REQUEST_BYTES_MAX } from '#protocol/recorder/mailbox.ts';
import { recordOf, smallRing } from './ring-kit.ts';

const g = smallRing(24);

test('a request of any allowed length comes back with its sequence', () => {
  for (const length of [0, 1, 100, MAILBOX_REQUEST_BYTES_MAX]) {
    const request = recordOf(3, length);
    const slot = encodeMailbox({ diskUuid: g.diskUuid, sequence: 9n, request });
    assert.equal(slot.length, BLOCK_BYTES);
    assert.deepEqual(decodeMailbox(slot, g), { kind: 'request', sequence: 9n, request });
  }
});

test('a slot that was never written is empty', () => {
  assert.deepEqual(decodeMailbox(new Uint8Array(BLOCK_BYTES), g), { kind: 'empty' });
});

test('a change of any byte is noticed', () => {
  const slot = encodeMailbox({ diskUuid: g.diskUuid, sequence: 9n, request: recordOf(3, 50) });
  for (let i = 0; i < BLOCK_BYTES; i += 1) {
    const bad = slot.slice();
    bad[i] = (bad[i] ?? 0) ^ 0x80;
    assert.equal(decodeMailbox(bad, g).kind, 'invalid', `byte ${i}`);
  }
});

test('a request for an earlier life of the disk is stale', () => {
  const slot = encodeMailbox({ diskUuid: 'f'.repeat(32), sequence: 1n, request: new Uint8Array(1) });
  assert.deepEqual(decodeMailbox(slot, g), { kind: 'invalid', problem: 'stale' });
});

test('good checksums over impossible values are refused, and nothing throws', () => {
  const change = (set: (view: DataView) => void) => {
    const slot = encodeMailbox({ diskUuid: g.diskUuid, sequence: 9n, request: recordOf(3, 50) });
    const view = new DataView(slot.buffer);
    set(view);
    view.setUint32(4092, crc32c(slot.subarray(0, 4092)), true);
    return decodeMailbox(slot, g);
  };
  const fields = { kind: 'invalid', problem: 'fields' };
  assert.deepEqual(
    change((view) => view.setUint32(24, MAILBOX_REQUEST_BYTES_MAX + 1, true)),
    fields,
  );
  assert.deepEqual(
    change((view) => view.setUint32(24, 0xffffffff, true)),
    fields,
  );
  assert.deepEqual(
    change((view) => view.setBigUint64(16, 0n, true)),
    fields,
  );
  assert.deepEqual(
    change((view) => view.setBigUint64(16, SEQUENCE_END, true)),
    fields,
  );
  assert.deepEqual(
    change((view) => view.setUint8(4, 2)),
    fields,
  );
  assert.deepEqual(decodeMailbox(new Uint8Array(10), g), { kind: 'invalid', problem: 'too-short' });
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 64, maxLength: BLOCK_BYTES }), (noise) => {
      const block = new Uint8Array(BLOCK_BYTES);
      block.set(noise);
      decodeMailbox(block, g);
    }),
  );
});

test('a request or a sequence that cannot be stored is an error of the caller', () => {
  const request = new Uint8Array(MAILBOX_REQUEST_BYTES_MAX + 1);
  assert.throws(() => encodeMailbox({ diskUuid: g.diskUuid, sequence: 1n, request }), RangeError);
  for (const sequence of [0n, SEQUENCE_END]) {
    assert.throws(
      () => encodeMailbox({ diskUuid: g.diskUuid, sequence, request: new Uint8Array(1) }),
      RangeError,
    );
  }
});
