import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QmpObservation } from '#companion/sources/qmp/observation.ts';
import type { QmpOptions } from '#companion/sources/qmp/options.ts';
import { createQmpSource, type QmpSource } from '#companion/sources/qmp/source.ts';
import { FakeQmp, type FakeQmpOptions } from '#test/support/fake-qmp.ts';

interface Watch {
  readonly fake: FakeQmp;
  readonly source: QmpSource;
  readonly seen: QmpObservation[];
  readonly until: (what: (observation: QmpObservation) => boolean) => Promise<QmpObservation>;
}

async function watch(
  fakeOptions: FakeQmpOptions,
  options: Partial<QmpOptions>,
  use: (watch: Watch) => Promise<void>,
): Promise<void> {
  const fake = await FakeQmp.start(fakeOptions);
  const seen: QmpObservation[] = [];
  const checks = new Set<() => void>();
  const source = createQmpSource(
    { socket: fake.path, manner: 'held', pollMs: 20, ...options },
    {
      monotonicUs: () => Math.round(performance.now() * 1000),
      random: () => 0,
      observe: (observation) => {
        seen.push(observation);
        for (const check of checks) check();
      },
    },
  );
  const until = (what: (observation: QmpObservation) => boolean): Promise<QmpObservation> =>
    new Promise((resolve) => {
      const from = seen.length;
      const check = (): void => {
        const found = seen.slice(from).find(what);
        if (found !== undefined) resolve(found);
      };
      checks.add(check);
    });
  const stop = new AbortController();
  const running = source.run(stop.signal);
  try {
    await use({ fake, source, seen, until });
  } finally {
    stop.abort();
    await running;
    await fake.close();
  }
}

const status = (state: string) => (): object => ({ return: { status: state, running: state === 'running' } });
const isStatus = (observation: QmpObservation): boolean => observation.kind === 'status';

test('a held connection tells the run state and hears events', () =>
  watch({ answer: status('running') }, {}, async ({ fake, source, until }) => {
    await until(isStatus);
    const event = until((observation) => observation.kind === 'happening');
    fake.peer.event('GUEST_PANICKED', { action: 'run' });
    const seen = await event;
    assert.equal(seen.kind === 'happening' && seen.what, 'panicked');
    assert.equal(seen.kind === 'happening' && seen.wallUs, 1_700_000_000_000_005);
    assert.equal(fake.connections, 1);
    const dead = source.signals(performance.now() * 1000).find(({ state }) => state === 'dead');
    assert.equal(dead?.rung, 'kernel');
  }));

test('an event of the run state makes the source ask at once', () =>
  watch({ answer: status('paused') }, { pollMs: 3_600_000 }, async ({ fake, until }) => {
    await until(isStatus);
    const again = until(isStatus);
    fake.peer.event('STOP');
    await again;
  }));

test('a connection that ends comes back by itself', () =>
  watch({ answer: status('running') }, {}, async ({ fake, until }) => {
    await until(isStatus);
    const gone = until((observation) => observation.kind === 'missing');
    fake.peer.close();
    await gone;
    await until((observation) => observation.kind === 'attached');
    assert.equal(fake.connections, 2);
  }));

test('the short manner never keeps a connection', () =>
  watch({ answer: status('running') }, { manner: 'short' }, async ({ fake, source, until }) => {
    await until(isStatus);
    await until(isStatus);
    assert.ok(fake.connections >= 2);
    assert.equal(source.counters()['answers'], source.counters()['connections']);
  }));

test('a peer that sends rubbish for ever leaves a counter and is left alone between tries', () =>
  watch({ greeting: 'rubbish\n' }, {}, async ({ source, until }) => {
    await until((observation) => observation.kind === 'missing');
    assert.equal(source.counters()['invalid'], 1);
  }));
