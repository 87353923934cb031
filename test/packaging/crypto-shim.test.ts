import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomUUID } from '../../packaging/build/shims/crypto.ts';

test('the stand-in for node:crypto gives a fresh random UUID each time', () => {
  const uuids = Array.from({ length: 100 }, randomUUID);
  for (const uuid of uuids)
    assert.match(uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(new Set(uuids).size, uuids.length);
});
