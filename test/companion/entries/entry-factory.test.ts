import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutToBytes, identifyRecord, recordEntry, recordKey } from '#companion/entries/entry-factory.ts';
import { SeenRecords } from '#companion/entries/seen-records.ts';
import { formatLabel } from '#protocol/label/format-label.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';

const subject = { appId: 'app', appName: 'web' };
const stamp = {
  bootId: new Uint8Array(16).fill(1),
  sequence: 3,
  monotonicUs: 5_000_000,
  wallUs: 1_795_500_000_123_456,
  runId: 9,
};

function decoded(properties: cherub.Record.$Properties): cherub.Record {
  return cherub.Record.decode(cherub.Record.encode(properties).finish());
}

function entryOf(properties: cherub.Record.$Properties) {
  const record = decoded(properties);
  const identity = identifyRecord(record);
  return identity && recordEntry(subject, record, identity, { channel: 'link', atMs: 7, history: false });
}

test('a snapshot becomes one entry whose id says which record it is and whose content is its JSON', () => {
  const entry = entryOf({ stamp, snapshot: { state: cherub.State.STATE_DEGRADED, load: { load1: 0.5 } } });
  assert.deepEqual(entry, {
    id: 'app/01010101010101010101010101010101/9/snapshot/3/5000000',
    appId: 'app',
    appName: 'web',
    atMs: 7,
    severity: 'warning',
    source: 'cherub',
    content: entry?.content,
    tags: {
      'cherub.kind': 'snapshot',
      'cherub.channel': 'link',
      'cherub.boot': '01010101010101010101010101010101',
      'cherub.run': '9',
      'cherub.seq': '3',
      'cherub.wall': '1795500000123',
    },
  });
  const json = JSON.parse(entry?.content ?? '') as { snapshot: { state: string; load: { load1: number } } };
  assert.deepEqual([json.snapshot.state, json.snapshot.load.load1], ['degraded', 0.5]);
});

test('records of a guest that was set back to an earlier state are new records', () => {
  const before = identifyRecord(decoded({ stamp, snapshot: {} }));
  const after = identifyRecord(decoded({ stamp: { ...stamp, monotonicUs: 6_000_000 }, snapshot: {} }));
  assert.ok(before && after);
  assert.notEqual(recordKey(before), recordKey(after));
});

test('a beat is forwarded only when its line is a label', () => {
  const line = formatLabel({
    app: 'web',
    bootId: 'a'.repeat(32),
    sequence: 1,
    uptimeSeconds: 1,
    everySeconds: 10,
    state: 'ok',
    via: 'logger',
  });
  assert.equal(entryOf({ stamp, beat: { line, delivered: true } })?.content, line);
  assert.equal(entryOf({ stamp, beat: { line: 'hello' } }), undefined);
});

test('a record without a usable stamp or body is no record, and an answer is no entry', () => {
  for (const record of [
    {},
    { stamp },
    { snapshot: {} },
    { stamp: { ...stamp, bootId: new Uint8Array(15) }, snapshot: {} },
  ]) {
    assert.equal(identifyRecord(decoded(record)), undefined);
  }
  assert.equal(entryOf({ stamp, answer: { requestId: 1 } }), undefined);
});

test('text is cut between characters and never above the limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 50 }), (text, bytesMax) => {
      const cut = cutToBytes(text, bytesMax);
      assert.ok(Buffer.byteLength(cut) <= bytesMax);
      assert.ok(cut === text || (cut.endsWith('…') && text.startsWith(cut.slice(0, -1))));
    }),
  );
});

test('of the records seen lately each counts once, and memory is bounded', () => {
  const seen = new SeenRecords();
  assert.equal(seen.add('a'), true);
  assert.equal(seen.add('a'), false);
  for (let i = 0; i < 5000; i += 1) assert.equal(seen.add(`${i}`), true);
  assert.equal(seen.add('4999'), false);
  assert.equal(seen.add('a'), true);
});
