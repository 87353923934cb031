import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Life, type LifeChange } from '#companion/ladder/life.ts';

const RESET: LifeChange = { kind: 'reset', source: 'qmp', atMs: 0, isOrderly: false, reason: 'guest-reset' };

function boot(bootId: string, source: LifeChange['source'] = 'link'): LifeChange {
  return { kind: 'boot', source, atMs: 0, bootId, isOrderly: false, reason: 'another boot id' };
}

describe('the lives of a guest', () => {
  it('the first boot id that is ever seen is no start', () => {
    const life = new Life(0);
    assert.equal(life.change(boot('a'), 0), 'ignored');
    assert.deepEqual([life.startedMs, life.isReady], [undefined, true]);
  });

  it('another boot id is a new life, told once by whoever sees it', () => {
    const life = new Life(0);
    life.change(boot('a'), 0);
    assert.equal(life.change(boot('b'), 10), 'new');
    life.ready();
    assert.equal(life.change(boot('b', 'recorder'), 20), 'ignored');
    assert.equal(life.isReady, true);
  });

  it('a late record of an earlier boot is no new life', () => {
    const life = new Life(0);
    life.change(boot('a'), 0);
    life.change(boot('b'), 10);
    life.ready();
    assert.equal(life.change(boot('a', 'recorder'), 20), 'ignored');
  });

  it('a reset and the boot id that comes of it are one start', () => {
    const life = new Life(0);
    life.change(boot('a'), 0);
    assert.equal(life.change(RESET, 10), 'new');
    life.ready();
    assert.equal(life.change(boot('b'), 20), 'same');
    assert.equal(life.isReady, true);
    assert.equal(life.change(boot('c'), 30), 'new');
  });
});
