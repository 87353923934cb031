import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BLOCK_BYTES, type BlockWrite, ringOffsetBytes } from '#protocol/recorder/layout.ts';
import { assembleRecord, RingScanner } from '#protocol/recorder/scan.ts';
import { FakeDisk } from '#test/support/fake-disk.ts';
import { append, BOOT_ID, RUN_ID, readRing, recordOf, smallRing, startWriter } from './ring-kit.ts';

const g = smallRing(24);

/** A lapped ring with the plan of one more record; the records that must survive it, oldest first. */
function prepare(lengthBytes: number): {
  disk: FakeDisk;
  writes: BlockWrite[];
  kept: Uint8Array[];
  next: Uint8Array;
} {
  const disk = new FakeDisk(g.totalBlocks * BLOCK_BYTES);
  let writer = startWriter(g, disk);
  for (let n = 0; n < 40; n += 1) writer = append(g, disk, writer, recordOf(n, 4028));
  const next = recordOf(40, lengthBytes);
  const plan = writer.plan({ record: next, bootId: BOOT_ID, runId: RUN_ID });
  assert.ok(plan.ok);
  const kept = Array.from({ length: 24 - plan.writes.length }, (_, i) =>
    recordOf(16 + plan.writes.length + i, 4028),
  );
  return { disk, writes: plan.writes, kept, next };
}

for (const [blocks, lengthBytes] of [
  [1, 4028],
  [3, 12_000],
] as const) {
  test(`a write of ${blocks} block(s) that stops at any byte loses nothing but its own record`, () => {
    const { disk, writes, kept, next } = prepare(lengthBytes);
    const bytes = new Uint8Array(writes.length * BLOCK_BYTES);
    writes.forEach((write, n) => {
      bytes.set(write.bytes, n * BLOCK_BYTES);
    });
    const first = writes[0]?.offsetBytes ?? 0;
    const before = disk.read(first, bytes.length);
    const firstIndex = (first - ringOffsetBytes(g, 0)) / BLOCK_BYTES;
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const mixed = before.slice();
      mixed.set(bytes.subarray(0, cut));
      const scanner = new RingScanner(g);
      for (let n = 0; n < blocks; n += 1) {
        scanner.add(firstIndex + n, mixed.subarray(n * BLOCK_BYTES, (n + 1) * BLOCK_BYTES));
      }
      const { records } = scanner.finish();
      if (cut < bytes.length) {
        // Old records of this place may stand until they are cut; the new one never shows before its last byte.
        assert.ok(
          records.every((ref) => ref.sequence <= 40n),
          `cut at ${cut}`,
        );
      } else {
        assert.deepEqual(
          records.map((ref) => ref.sequence),
          [41n],
        );
      }
      if (cut % 512 !== 0) continue;
      disk.poke(first, mixed);
      const whole = new RingScanner(g);
      for (let i = 0; i < g.ringBlocks; i += 1) whole.add(i, readRing(g, disk, i));
      const found = whole.finish().records.map((ref) => {
        const assembled = assembleRecord(g, ref, (i) => readRing(g, disk, i));
        assert.ok(assembled.ok);
        return assembled.bytes;
      });
      const expected = cut === bytes.length ? [...kept, next] : kept;
      assert.deepEqual(found.slice(-expected.length), expected, `cut at ${cut}`);
      const after = startWriter(g, disk).nextSequence;
      assert.ok(after >= 41n && after <= 41n + BigInt(blocks), `cut at ${cut}`);
    }
  });
}
