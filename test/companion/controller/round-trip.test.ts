import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type {
  UiApp,
  UiFleet,
  UiLog,
  UiSeries,
  UiSnapshotAnswer,
  UiTimeline,
} from '#companion/controller/page/ui-types.ts';
import type { Entry } from '#companion/entries/entry.ts';
import { makeDemoEntries } from '#test/support/make-demo-entries.ts';
import { makeEntry } from '#test/support/make-entry.ts';
import { startController, type TestController } from '#test/support/start-controller.ts';

const NOW = Date.UTC(2026, 10, 24, 12, 0, 0);
const MINUTE = 60_000;
const guest = {
  appId: '11111111-2222-4333-8444-555555555555',
  appName: 'web',
  bootId: '0123456789abcdef0123456789abcdef',
  memoryBytes: 2 * 1024 ** 3,
  consoleGaps: [{ fromMs: NOW - 10 * MINUTE, toMs: NOW - 6 * MINUTE }],
};

let controller: TestController;
before(async () => {
  controller = await startController({ now: () => NOW });
});
after(async () => {
  await controller.end();
});

const signal = new AbortController().signal;

async function get<T>(path: string): Promise<T> {
  const response = await fetch(`${controller.pageUrl}${path}`);
  assert.equal(response.status, 200, path);
  return (await response.json()) as T;
}

async function appOf(entry: Entry): Promise<UiApp> {
  const fleet = await get<UiFleet>('/api/ui/apps');
  const app = fleet.apps.find((one) => one.uuid === entry.appId);
  assert.ok(app);
  return app;
}

for (const route of ['logs', 'newlogs'] as const) {
  test(`entries go through the sink into the store by the route ${route}, and only once`, async () => {
    const sink = controller.sink(route);
    const appId = `00000000-0000-4000-8000-00000000000${route === 'logs' ? 1 : 2}`;
    const content = 'naïve \u0000 \u202e \ud83d\ude00 <b>"&';
    const batch = [
      makeEntry({ appId, appName: 'my app', id: 'a', content, severity: 'warning' }),
      makeEntry({ appId, appName: 'my app', id: 'b', content: 'second' }),
    ];
    assert.deepEqual(await sink.deliver(batch, signal), { kind: 'delivered' });
    assert.deepEqual(await sink.deliver(batch, signal), { kind: 'delivered' });
    const [first] = batch;
    assert.ok(first);
    const app = await appOf(first);
    assert.equal(app.name, 'my app');
    assert.equal(app.device, 'edge-1');
    assert.equal(app.entries, 2);
    assert.equal(app.duplicates, 2);
    const log = await get<UiLog>(`/api/ui/apps/${app.id}/log`);
    assert.deepEqual(
      log.lines.map((line) => [line.content, line.severity, line.timeMs]),
      [
        [content, 'warning', first.atMs],
        ['second', 'info', first.atMs],
      ],
    );
  });
}

test('an hour of a guest becomes lanes, plots and a snapshot', async () => {
  const entries = makeDemoEntries(guest, NOW - 60 * MINUTE, NOW);
  assert.deepEqual(await controller.sink().deliver(entries, signal), { kind: 'delivered' });
  const [first] = entries;
  assert.ok(first);
  const app = await appOf(first);
  assert.equal(app.state, 'ok');
  assert.deepEqual(
    app.channels.map((channel) => [channel.channel, channel.state]),
    [
      ['console', 'fresh'],
      ['recorder', 'fresh'],
      ['link', 'fresh'],
    ],
  );
  const window = `from=${NOW - 30 * MINUTE}&to=${NOW}`;
  const timeline = await get<UiTimeline>(`/api/ui/apps/${app.id}/timeline?${window}`);
  const [console, recorder, link] = timeline.lanes;
  assert.equal(console?.gaps.length, 1);
  assert.equal(console?.gaps[0]?.toMs, NOW - 6 * MINUTE + 10_000);
  assert.equal(console?.beatsMs.length, console?.beats);
  assert.deepEqual(recorder?.gaps, []);
  assert.deepEqual(link?.gaps, []);
  const series = await get<UiSeries>(`/api/ui/apps/${app.id}/series?${window}&points=600`);
  assert.ok(series.timesMs.length > 150);
  assert.ok(series.load1.every((value) => value !== null && value > 0));
  const few = await get<UiSeries>(`/api/ui/apps/${app.id}/series?${window}&points=20`);
  assert.ok(few.timesMs.length <= 21);
  const snapshot = await get<UiSnapshotAnswer>(`/api/ui/apps/${app.id}/snapshot`);
  assert.equal(snapshot.record.snapshot.top[0]?.comm, 'postgres');
  assert.equal(snapshot.record.stamp.sequence, 361);
  assert.equal(snapshot.previous?.record.stamp.sequence, 360);
});

test('a guest that died shows one gap on each lane, from its last sign to now', async () => {
  const appId = '77777777-2222-4333-8444-555555555555';
  const diesAtMs = NOW - 8 * MINUTE;
  const entries = makeDemoEntries({ ...guest, appId, consoleGaps: [], diesAtMs }, NOW - 60 * MINUTE, NOW);
  await controller.sink().deliver(entries, signal);
  const [first] = entries;
  assert.ok(first);
  const app = await appOf(first);
  assert.deepEqual(
    app.channels.map((channel) => channel.state),
    ['silent', 'silent', 'silent'],
  );
  const timeline = await get<UiTimeline>(
    `/api/ui/apps/${app.id}/timeline?from=${NOW - 30 * MINUTE}&to=${NOW}`,
  );
  for (const lane of timeline.lanes) {
    assert.equal(lane.gaps.length, 1, lane.channel);
    assert.equal(lane.gaps[0]?.toMs, NOW);
    assert.ok(Math.abs((lane.gaps[0]?.fromMs ?? 0) - diesAtMs) <= 30_000, lane.channel);
    assert.equal(lane.states.at(-1)?.state, 'silent');
  }
});

test('history from a dead disk is drawn where it happened, not where it was read', async () => {
  const appId = '22222222-2222-4333-8444-555555555555';
  const old = makeDemoEntries({ ...guest, appId, consoleGaps: [] }, NOW - 50 * MINUTE, NOW - 40 * MINUTE)
    .filter((entry) => entry.tags['cherub.kind'] === 'snapshot')
    .map((entry) => ({ ...entry, atMs: NOW - 1000, tags: { ...entry.tags, 'cherub.history': '1' } }));
  await controller.sink().deliver(old, signal);
  const [first] = old;
  assert.ok(first);
  const app = await appOf(first);
  const series = await get<UiSeries>(`/api/ui/apps/${app.id}/series?from=${NOW - 60 * MINUTE}&to=${NOW}`);
  assert.ok(series.timesMs.every((ms) => ms <= NOW - 39 * MINUTE));
  assert.equal(app.channels.find((channel) => channel.channel === 'link')?.state, 'silent');
});

test('a snapshot, label or channel entry that is none is kept as a log line and counted', async () => {
  const appId = '33333333-2222-4333-8444-555555555555';
  const bad = [
    ...['{', '{"stamp":{}}', '{"stamp":{},"snapshot":{"load":{"load1":-1}}}', `[${'['.repeat(5000)}`].map(
      (content) => ({ kind: 'snapshot', content }),
    ),
    { kind: 'heartbeat', content: 'cherub/1 app=x ck=00000000' },
    { kind: 'channel', content: 'something else' },
  ].map(({ kind, content }, index) =>
    makeEntry({ appId, id: `bad-${index}`, content, tags: { 'cherub.kind': kind } }),
  );
  await controller.sink().deliver(bad, signal);
  const [first] = bad;
  assert.ok(first);
  const app = await appOf(first);
  assert.equal(app.invalid, bad.length);
  const log = await get<UiLog>(`/api/ui/apps/${app.id}/log?kinds=other`);
  assert.deepEqual(
    log.lines.map((line) => line.content),
    bad.map((entry) => entry.content),
  );
});

test('a batch of several apps goes to each of them', async () => {
  const batch = ['4', '5', '4', '5'].map((digit, index) =>
    makeEntry({ appId: `${digit.repeat(8)}-2222-4333-8444-555555555555`, id: `m-${index}` }),
  );
  await controller.sink().deliver(batch, signal);
  for (const entry of batch) assert.equal((await appOf(entry)).entries, 2);
});

test('the log can be paged backwards and searched', async () => {
  const appId = '66666666-2222-4333-8444-555555555555';
  const batch = Array.from({ length: 30 }, (_, index) =>
    makeEntry({
      appId,
      id: `p-${index}`,
      content: `line ${index}${index === 7 ? ' Needle_%' : ''}`,
      atMs: NOW - 1000 + index,
    }),
  );
  await controller.sink().deliver(batch, signal);
  const [first] = batch;
  assert.ok(first);
  const { id } = await appOf(first);
  const newest = await get<UiLog>(`/api/ui/apps/${id}/log?limit=10`);
  assert.equal(newest.more, true);
  assert.equal(newest.lines[0]?.content, 'line 20');
  const before = await get<UiLog>(`/api/ui/apps/${id}/log?limit=20&before=${newest.lines[0]?.id}`);
  assert.equal(before.more, false);
  assert.equal(before.lines[0]?.content, 'line 0');
  assert.equal(before.lines.at(-1)?.content, 'line 19');
  const later = await get<UiLog>(`/api/ui/apps/${id}/log?after=${newest.lines[8]?.id}`);
  assert.deepEqual(
    later.lines.map((line) => line.content),
    ['line 29'],
  );
  const found = await get<UiLog>(`/api/ui/apps/${id}/log?text=needle_%25`);
  assert.deepEqual(
    found.lines.map((line) => line.content),
    ['line 7 Needle_%'],
  );
});

test('a controller that is gone gives a retry that names the cause', async () => {
  const gone = await startController();
  const sink = gone.sink();
  await gone.end();
  const result = await sink.deliver([makeEntry()], signal);
  assert.equal(result.kind, 'retry');
  assert.match(result.kind === 'retry' ? result.reason : '', /ECONNREFUSED/u);
  await sink.close?.();
});

test('an aborted delivery gives a retry', async () => {
  const result = await controller.sink().deliver([makeEntry()], AbortSignal.abort());
  assert.deepEqual(result, { kind: 'retry', reason: 'stopped' });
});
