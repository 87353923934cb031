import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeLogBundle, encodeLogBundle } from '#companion/eve/log-bundle.ts';
import type { EveLogEntry } from '#companion/eve/log-entry.ts';

const limits = { bytesMax: 1 << 20, entriesMax: 100 };
const text = fc.string({ unit: 'binary' });

const logEntry: fc.Arbitrary<EveLogEntry> = fc.record({
  severity: text,
  source: text,
  iid: text,
  content: text,
  msgid: fc.nat(),
  tags: fc.array(fc.tuple(text, text)).map((pairs) => new Map(pairs)),
  timestampMs: fc.integer({ min: 0, max: 4_102_444_800_000 }),
});

test('a bundle gives back what was put in', () => {
  fc.assert(
    fc.property(fc.array(logEntry, { maxLength: 20 }), (entries) => {
      const decoded = decodeLogBundle(encodeLogBundle(entries, 1), limits);
      assert.ok(decoded.ok);
      // Tags are a map: their order is no part of the message.
      const sorted = (list: readonly EveLogEntry[]) =>
        list.map((entry) => ({ ...entry, tags: [...entry.tags].sort(([a], [b]) => (a < b ? -1 : 1)) }));
      assert.deepEqual(sorted(decoded.value), sorted(entries));
    }),
  );
});

test('the bytes are those that the field numbers of eve-api ask for', () => {
  const bytes = encodeLogBundle(
    [
      {
        severity: 'err',
        source: 'cherub',
        iid: '',
        content: 'hi',
        msgid: 5,
        tags: new Map([['k', 'v']]),
        timestampMs: 1500,
      },
    ],
    2000,
  );
  const entry = [
    ...[0x0a, 3, ...Buffer.from('err')],
    ...[0x12, 6, ...Buffer.from('cherub')],
    ...[0x22, 2, ...Buffer.from('hi')],
    ...[0x28, 5],
    ...[0x32, 6, 0x0a, 1, 0x6b, 0x12, 1, 0x76],
    ...[0x3a, 8, 0x08, 1, 0x10, 0x80, 0xca, 0xb5, 0xee, 0x01],
  ];
  assert.deepEqual([...bytes], [0x0a, entry.length, ...entry, 0x12, 2, 0x08, 2]);
});

test('every truncation is told from a whole bundle or holds fewer entries', () => {
  const entry = {
    severity: 'info',
    source: 's',
    iid: '',
    content: 'line',
    msgid: 1,
    tags: new Map(),
    timestampMs: 1,
  };
  const bytes = encodeLogBundle([entry, entry], 1);
  for (let length = 0; length < bytes.length; length += 1) {
    const decoded = decodeLogBundle(bytes.subarray(0, length), limits);
    if (decoded.ok) assert.ok(decoded.value.length <= 2);
    else assert.match(decoded.problem, /^the body is not a complete protobuf/u);
  }
});

test('any bytes at all give a value, never an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      decodeLogBundle(bytes, limits);
    }),
    { numRuns: 2000 },
  );
});

test('empty entries, two bytes each, cannot fill the memory', () => {
  const bytes = new Uint8Array(400_000);
  for (let at = 0; at < bytes.length; at += 2) bytes[at] = 0x0a;
  const decoded = decodeLogBundle(bytes, limits);
  assert.deepEqual(decoded, { ok: false, problem: '200000 entries are more than 100', tooLarge: true });
});

test('a tag called __proto__ is a tag', () => {
  const entry = {
    severity: '',
    source: '',
    iid: '',
    content: '',
    msgid: 0,
    tags: new Map([['__proto__', 'polluted']]),
    timestampMs: 0,
  };
  const decoded = decodeLogBundle(encodeLogBundle([entry], 0), limits);
  assert.ok(decoded.ok);
  assert.equal(decoded.value[0]?.tags.get('__proto__'), 'polluted');
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
});
