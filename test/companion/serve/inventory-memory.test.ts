import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InventoryMemory } from '#companion/serve/inventory-memory.ts';
import type { Position } from '#companion/sources/observation.ts';

function position(value?: unknown): Position {
  let kept = value;
  return {
    read: () => kept,
    write: (given) => {
      kept = JSON.parse(JSON.stringify(given));
    },
    save: () => undefined,
  };
}

test('what a healthy guest told outlives the companion', () => {
  const kept = position();
  new InventoryMemory(kept).add({ kernelRelease: '6.1.0', kernelTextAddress: 'ffffffff81000000' });
  assert.equal(new InventoryMemory(kept).inventory?.kernelTextAddress, 'ffffffff81000000');
});

test('half an inventory takes the place of no whole one, unless it is of another kernel', () => {
  const memory = new InventoryMemory(position());
  memory.add({ kernelBuildId: 'aa', hostname: 'web', pending: [] });
  memory.add({ kernelBuildId: 'aa', pending: ['machine'] });
  assert.equal(memory.inventory?.hostname, 'web');
  memory.add({ kernelBuildId: 'bb', pending: ['machine'] });
  assert.equal(memory.inventory?.kernelBuildId, 'bb');
});

test('what a damaged file holds is no inventory', () => {
  for (const value of [undefined, 7, {}, 'AAAA', Buffer.from([0x0a, 0xff]).toString('base64')]) {
    assert.equal(new InventoryMemory(position(value)).inventory?.kernelRelease ?? '', '');
  }
});
