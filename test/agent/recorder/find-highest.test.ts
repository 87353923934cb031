import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findHighest } from '#agent/core/recorder/find-highest.ts';
import { encodeBlock } from '#protocol/recorder/block.ts';
import { BLOCK_BYTES, type Geometry } from '#protocol/recorder/layout.ts';

const RING_BLOCKS = 224;
const geometry: Geometry = {
  diskUuid: '0123456789abcdef0123456789abcdef',
  totalBlocks: 256,
  ringStart: 32,
  ringBlocks: RING_BLOCKS,
  mailboxBlock: 24,
};

/** A ring into which sequences 1 to `highest` were written. */
function ringUpTo(highest: number): Uint8Array {
  const ring = new Uint8Array(RING_BLOCKS * BLOCK_BYTES);
  for (let sequence = Math.max(1, highest - RING_BLOCKS + 1); sequence <= highest; sequence += 1) {
    const header = {
      sequence: BigInt(sequence),
      bootId: 'ab'.repeat(16),
      runId: 1,
      fragmentIndex: 0,
      fragmentCount: 1,
      recordBytes: 1,
      payloadBytes: 1,
      recordChecksum: 0,
    };
    ring.set(encodeBlock(geometry, header, Uint8Array.of(1)), (sequence % RING_BLOCKS) * BLOCK_BYTES);
  }
  return ring;
}

async function find(ring: Uint8Array): Promise<{ highest: bigint | undefined; reads: number }> {
  let reads = 0;
  const highest = await findHighest(geometry, async (first, count) => {
    reads += 1;
    assert.ok(
      first >= 0 && count > 0 && first + count <= RING_BLOCKS,
      `blocks ${first} to ${first + count - 1}`,
    );
    return ring.subarray(first * BLOCK_BYTES, (first + count) * BLOCK_BYTES);
  });
  return { highest, reads };
}

test('the newest block is found in every state of a ring, in a dozen reads', async () => {
  for (let highest = 1; highest <= 3 * RING_BLOCKS; highest += 1) {
    const found = await find(ringUpTo(highest));
    assert.equal(found.highest, BigInt(highest));
    assert.ok(found.reads <= 12, `${found.reads} reads for ${highest}`);
  }
});

test('an empty ring has none', async () => {
  assert.equal((await find(ringUpTo(0))).highest, undefined);
});

test('damaged blocks do not hide the newest one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 * RING_BLOCKS }),
      fc.array(fc.nat(RING_BLOCKS - 1), { maxLength: 31 }),
      async (highest, damaged) => {
        const ring = ringUpTo(highest);
        const newest = highest % RING_BLOCKS;
        for (const index of damaged) if (index !== newest) ring[index * BLOCK_BYTES + 20] = 0xee;
        assert.equal((await find(ring)).highest, BigInt(highest));
      },
    ),
    { numRuns: 200 },
  );
});
