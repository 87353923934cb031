import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { IncidentBundle } from '#companion/incidents/bundle.ts';
import { createIncidentId } from '#companion/incidents/incident-id.ts';
import { IncidentStore } from '#companion/incidents/incident-store.ts';
import { placeOf } from '#companion/incidents/places.ts';
import { type KeptIncident, planRemovals } from '#companion/incidents/quota.ts';
import { Redactor } from '#companion/incidents/redaction/redactor.ts';
import { FakeIncidentFiles } from '#test/support/fake-incident-files.ts';
import { makeDemoHead } from '#test/support/make-demo-incident.ts';

interface Facts {
  readonly id: string;
  readonly app?: string;
  readonly at: number;
  readonly isDead?: boolean;
  readonly isInterrupted?: boolean;
  readonly bytes?: number;
}

function incident({
  id,
  app = 'a',
  at,
  isDead = true,
  isInterrupted = false,
  bytes = 10,
}: Facts): KeptIncident {
  const head = makeDemoHead();
  return {
    id,
    bytes,
    manifest: {
      openedAtMs: at,
      vm: { name: app, appId: app },
      trigger: 'verdict',
      verdict: { ...head.verdict, state: isDead ? 'dead' : 'unknown' },
      ...(isInterrupted && { interrupted: true as const }),
    },
  };
}

describe('the quota of incidents', () => {
  it('removes nothing as long as all fits', () => {
    assert.deepEqual(planRemovals([incident({ id: 'x', at: 1 })], { bytesMax: 10, countMax: 1 }), []);
  });

  it('removes what cannot be read, then what is not a whole death, then older deaths of one VM, each oldest first', () => {
    const incidents = [
      incident({ id: 'death-a-1', at: 1 }),
      incident({ id: 'death-a-2', at: 2 }),
      incident({ id: 'only-death-of-b', app: 'b', at: 0 }),
      incident({ id: 'asked-for', at: 7, isDead: false }),
      incident({ id: 'interrupted', at: 6, isInterrupted: true }),
      incident({ id: 'newest', at: 9, isDead: false }),
      { id: 'unreadable', bytes: 10, manifest: undefined },
    ];
    assert.deepEqual(planRemovals(incidents, { bytesMax: 1000, countMax: 0 }), [
      'unreadable',
      'interrupted',
      'asked-for',
      'death-a-1',
      'only-death-of-b',
      'death-a-2',
    ]);
  });

  it('keeps the newest of all even when it alone is too large', () => {
    const incidents = [incident({ id: 'old', at: 1 }), incident({ id: 'new', at: 2, bytes: 999 })];
    assert.deepEqual(planRemovals(incidents, { bytesMax: 20, countMax: 9 }), ['old']);
  });

  it('always keeps to the limits, but for the newest, and never removes more than it must', () => {
    const facts = fc.record({
      at: fc.nat(50),
      bytes: fc.nat(100),
      isDead: fc.boolean(),
      app: fc.constantFrom('a', 'b'),
    });
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 12 }), fc.nat(400), fc.nat(8), (all, bytesMax, countMax) => {
        const incidents = all.map((each, i) => incident({ id: `i${i}`, ...each }));
        const removed = planRemovals(incidents, { bytesMax, countMax });
        const keeps = (gone: readonly string[]): boolean => {
          const left = incidents.filter(({ id }) => !gone.includes(id));
          return left.length <= countMax && left.reduce((sum, each) => sum + each.bytes, 0) <= bytesMax;
        };
        assert.ok(keeps(removed) || removed.length === Math.max(0, incidents.length - 1));
        if (removed.length > 0) assert.equal(keeps(removed.slice(0, -1)), false);
      }),
    );
  });

  it('takes bundle and archive away together', async () => {
    const files = new FakeIncidentFiles();
    for (const [i, at] of [1000, 2000, 3000].entries()) {
      const id = createIncidentId(at, makeDemoHead().vm.appId, i);
      const bundle = await IncidentBundle.open(makeDemoHead({ id, openedAtMs: at }), {
        files,
        redactor: new Redactor([]),
        bytesMax: 1000,
      });
      await bundle.seal(at);
    }
    const store = new IncidentStore(files);
    const removed = await store.keepTo({ bytesMax: 1e9, countMax: 1 });
    assert.deepEqual(
      removed.map(({ manifest }) => manifest?.openedAtMs),
      [1000, 2000],
    );
    assert.deepEqual(
      (await store.list()).map(({ manifest }) => manifest?.openedAtMs),
      [3000],
    );
    assert.equal((await files.list('.')).length, 2);
  });
});

describe('the folder of the incidents', () => {
  it('leaves alone what is not ours', () => {
    for (const name of [
      'lost+found/',
      '..',
      'x.tar.gz',
      '20261124T034512Z-6ba7b810-a1b2c3.zip',
      '20261124T034512Z-6ba7b810-a1b2c3',
    ]) {
      assert.deepEqual(placeOf(name), { kind: 'other' }, name);
    }
    const id = createIncidentId(1_795_491_912_000, '6BA7B810-9dad-11d1-80b4-00c04fd430c8', 0xa1b2c3);
    assert.deepEqual(placeOf(`${id}/`), { kind: 'sealed', id });
    assert.deepEqual(placeOf(`${id}.open/`), { kind: 'open', id });
    assert.deepEqual(placeOf(`${id}.tar.gz.new`), { kind: 'scrap' });
  });

  it('finds nothing by an id that leads elsewhere', async () => {
    const store = new IncidentStore(new FakeIncidentFiles());
    for (const id of ['..', '../../etc', '', '20261124T034512Z-6ba7b810-a1b2c3/..']) {
      assert.equal(await store.find(id), undefined);
    }
  });
});
