import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { withLock } from './lock.ts';

test('one holder at a time, and a failed one lets go', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vm-lock-'));
  const file = join(folder, 'lock');
  let inside = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise<void>((resolve) => setImmediate(resolve));
    inside -= 1;
  };
  const failing = withLock(file, async () => {
    await work();
    throw new Error('on purpose');
  });
  const results = await Promise.allSettled([
    failing,
    ...Array.from({ length: 8 }, () => withLock(file, work)),
  ]);
  assert.deepEqual(
    results.map((result) => result.status),
    ['rejected', ...Array.from({ length: 8 }, () => 'fulfilled')],
  );
  assert.equal(most, 1);
  rmSync(folder, { recursive: true });
});
