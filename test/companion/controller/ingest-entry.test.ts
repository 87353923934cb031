import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ingestEntry } from '#companion/controller/ingest/ingest-entry.ts';
import { parseSnapshotRecord } from '#companion/controller/ingest/snapshot-schema.ts';
import { type EveLogEntry, toEveLogEntry } from '#companion/eve/log-entry.ts';
import { formatLabel } from '#protocol/label/format-label.ts';
import { messageToJson } from '#protocol/messages/to-json.ts';
import { makeDemoRecord } from '#test/support/make-demo-entries.ts';
import { makeEntry } from '#test/support/make-entry.ts';

const NOW = Date.UTC(2026, 10, 24);

function logEntry(differences: Partial<EveLogEntry> = {}): EveLogEntry {
  return { ...toEveLogEntry(makeEntry({ atMs: NOW }), 1), ...differences };
}

const LABEL = formatLabel({
  app: 'web',
  bootId: 'ab'.repeat(16),
  sequence: 12,
  uptimeSeconds: 360.25,
  everySeconds: 10,
  state: 'ok',
  via: 'logger',
});

test('a console line of an unmodified EVE that holds a label is a heartbeat', () => {
  const entry = ingestEntry(logEntry({ tags: new Map(), content: `Nov 24 web cherub: ${LABEL}\r` }), NOW);
  assert.equal(entry.kind, 'heartbeat');
  assert.equal(entry.channel, 'console');
  assert.deepEqual(entry.facts, {
    kind: 'heartbeat',
    boot: 'ab'.repeat(16),
    sequence: 12,
    uptimeSeconds: 360.25,
    everySeconds: 10,
    state: 'ok',
  });
});

test('a companion decides what is a label: its console lines stay console lines', () => {
  assert.equal(ingestEntry(logEntry({ content: LABEL }), NOW).kind, 'console');
});

test('an entry without an id gets one that is the same each time', () => {
  const bare = logEntry({ tags: new Map() });
  assert.equal(ingestEntry(bare, NOW).entryId, ingestEntry(bare, NOW + 5).entryId);
  assert.notEqual(ingestEntry({ ...bare, msgid: 2 }, NOW).entryId, ingestEntry(bare, NOW).entryId);
  assert.match(
    ingestEntry(logEntry({ tags: new Map([['cherub.id', 'x'.repeat(201)]]) }), NOW).entryId,
    /^sha256:/u,
  );
});

test('a time of nobody or of the future becomes ours', () => {
  assert.equal(ingestEntry(logEntry({ timestampMs: 0 }), NOW).atMs, NOW);
  assert.equal(ingestEntry(logEntry({ timestampMs: NOW + 3_600_000 }), NOW).atMs, NOW);
  assert.equal(ingestEntry(logEntry({ timestampMs: NOW + 60_000 }), NOW).atMs, NOW + 60_000);
});

test('everything is cut to bounds', () => {
  const tags = new Map(Array.from({ length: 1000 }, (_, i) => [`${i}`.padEnd(500, 'k'), 'v'.repeat(10_000)]));
  const entry = ingestEntry(
    logEntry({ tags, content: 'x'.repeat(1 << 20), source: 's'.repeat(9999), severity: 'y'.repeat(9999) }),
    NOW,
  );
  assert.equal(entry.content.length, 256 * 1024);
  assert.equal(Object.keys(JSON.parse(entry.tags)).length, 64);
  assert.equal(entry.source.length, 128);
  assert.equal(entry.severity.length, 32);
});

test('only history is drawn at the guest clock, and only when that makes sense', () => {
  const at = (tags: [string, string][]) => ingestEntry(logEntry({ tags: new Map(tags) }), NOW).timeMs;
  const wall: [string, string] = ['cherub.wall', String(NOW - 1000)];
  const history: [string, string] = ['cherub.history', '1'];
  assert.equal(at([wall]), NOW);
  assert.equal(at([history]), NOW);
  assert.equal(at([wall, history]), NOW - 1000);
  assert.equal(at([['cherub.wall', String(NOW + 1)], history]), NOW);
  assert.equal(at([['cherub.wall', '1000'], history]), NOW);
  assert.equal(at([['cherub.wall', '-1'], history]), NOW);
});

test('a snapshot as the agent encodes it gives every number that is plotted', () => {
  const guest = { appId: 'a', appName: 'web', bootId: 'cd'.repeat(16), memoryBytes: 1 << 30 };
  const moment = { sequence: 7, atMs: NOW, upMs: 7_000_000, trouble: 1, chance: () => 0.5 };
  const content = JSON.stringify(messageToJson(makeDemoRecord(guest, moment)));
  const tags = new Map([['cherub.kind', 'snapshot']]);
  const { facts } = ingestEntry(logEntry({ content, tags }), NOW);
  assert.equal(facts?.kind, 'snapshot');
  for (const [name, value] of Object.entries(facts ?? {})) assert.notEqual(value, undefined, name);
});

test('what a newer agent adds or does not know does no harm', () => {
  const record = parseSnapshotRecord(
    JSON.stringify({ stamp: {}, snapshot: { state: 9, load: { load1: null, extra: 1 }, future: [1] } }),
  );
  assert.equal(record?.snapshot.state, '9');
  assert.equal(record?.snapshot.load?.load1, 0);
});

test('a channel entry is read by its tags or by its words', () => {
  const read = (content: string, tags: [string, string][] = []) =>
    ingestEntry(logEntry({ content, tags: new Map([['cherub.kind', 'channel'], ...tags]) }), NOW).facts;
  assert.deepEqual(read('link: fresh → stale, 32 s without a frame'), {
    kind: 'channel',
    channel: 'link',
    state: 'stale',
  });
  assert.deepEqual(
    read('?', [
      ['cherub.channel', 'console'],
      ['cherub.state', 'silent'],
    ]),
    {
      kind: 'channel',
      channel: 'console',
      state: 'silent',
    },
  );
  assert.equal(read('door: open → closed'), undefined);
});
