import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decodeBlock } from '#protocol/recorder/block.ts';
import { decodeMailbox } from '#protocol/recorder/mailbox.ts';
import { assembleRecord, RingScanner } from '#protocol/recorder/scan.ts';
import { decodeSuperblock } from '#protocol/recorder/superblock.ts';
import { buildVectors, vectorSuperblock } from './build-vectors.ts';
import { parseDump } from './dump.ts';
import { recordOf } from './ring-kit.ts';

const folder = join(import.meta.dirname, 'vectors');
const g = vectorSuperblock();

function load(name: string): Uint8Array {
  return parseDump(readFileSync(join(folder, `${name}.dump`), 'utf8'));
}

for (const { name, bytes, expected } of buildVectors()) {
  test(`the golden file ${name} is what is written today, and is read as "${expected}"`, () => {
    const golden = load(name);
    assert.deepEqual(golden, bytes);
    assert.equal(verdict(name, golden), expected);
  });
}

test('there is no golden file that nothing builds', () => {
  const built = buildVectors().map(({ name }) => `${name}.dump`);
  assert.deepEqual(readdirSync(folder).sort(), built.sort());
});

test('the golden superblock says what it was made from', () => {
  assert.deepEqual(decodeSuperblock(load('superblock')), { ok: true, superblock: g });
});

test('the golden fragments make their record again, over the end of the ring', () => {
  const blocks = [load('block-fragment-0'), load('block-fragment-1'), load('block-fragment-2')];
  const scanner = new RingScanner(g);
  const places = new Map(blocks.map((block, n) => [(223 + n) % g.ringBlocks, block]));
  for (const [i, block] of places) scanner.add(i, block);
  const [ref] = scanner.finish().records;
  assert.ok(ref);
  assert.equal(ref.sequence, 223n);
  const assembled = assembleRecord(g, ref, (i) => places.get(i) ?? new Uint8Array(0));
  assert.deepEqual(assembled, { ok: true, bytes: recordOf(2, 9000) });
});

function verdict(name: string, bytes: Uint8Array): string {
  if (name.startsWith('superblock')) {
    const decoded = decodeSuperblock(bytes);
    return decoded.ok ? 'ok' : decoded.problem;
  }
  if (name.startsWith('mailbox')) {
    const decoded = decodeMailbox(bytes, g);
    return decoded.kind === 'invalid' ? decoded.problem : decoded.kind;
  }
  const decoded = decodeBlock(g, bytes);
  return decoded.ok ? 'ok' : decoded.problem;
}
