import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  parseQmpLine,
  QMP_LINE_BYTES_MAX,
  QmpLines,
  type QmpMessage,
} from '#companion/sources/qmp/qmp-lines.ts';
import { GREETING } from '#test/support/fake-qmp.ts';

const STREAM = [
  GREETING,
  '{"return": {}, "id": 0}\r\n',
  '\r\n',
  '{"timestamp": {"seconds": 5, "microseconds": 7}, "event": "STOP"}\r\n',
  '{"id": 3, "error": {"class": "GenericError", "desc": "no such \\u001b[31mdevice"}}\r\n',
  '{"id": 4, "return": [{"name": "Ünï"}]}\n',
].join('');

const EXPECTED: QmpMessage[] = [
  { kind: 'greeting', version: '7.2.22' },
  { kind: 'answer', id: 0, value: {} },
  { kind: 'event', event: 'STOP', data: {}, wallUs: 5_000_007 },
  { kind: 'error', id: 3, detail: 'no such \\x1b[31mdevice' },
  { kind: 'answer', id: 4, value: [{ name: 'Ünï' }] },
];

test('messages are the same however the stream is cut', () => {
  const bytes = Buffer.from(STREAM);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sizes) => {
      const lines = new QmpLines();
      const found: QmpMessage[] = [];
      for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        found.push(...lines.push(bytes.subarray(at, at + size)));
        at += size;
      }
      assert.deepEqual(found, EXPECTED);
    }),
  );
});

test('a line of more than the limit breaks the stream for good, after one message', () => {
  const lines = new QmpLines();
  const chunk = Buffer.alloc(65_536, 0x7b);
  const found: QmpMessage[] = [];
  for (let bytes = 0; bytes <= QMP_LINE_BYTES_MAX * 4; bytes += chunk.length)
    found.push(...lines.push(chunk));
  assert.deepEqual(
    found.map(({ kind }) => kind),
    ['invalid'],
  );
  assert.deepEqual(lines.push(Buffer.from(STREAM)), []);
});

test('a line of exactly the limit is read', () => {
  const text = `{"return": "${'x'.repeat(QMP_LINE_BYTES_MAX - 14)}"}`;
  assert.equal(text.length, QMP_LINE_BYTES_MAX);
  assert.equal(new QmpLines().push(Buffer.from(`${text}\n`))[0]?.kind, 'answer');
});

test('single bytes of a long line cost no more memory than the line', () => {
  const lines = new QmpLines();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < 600_000; i += 1) lines.push(Uint8Array.of(0x20));
  assert.ok(process.memoryUsage().heapUsed - before < 64 * 1024 * 1024);
});

test('no bytes make the reader throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      new QmpLines().push(Uint8Array.from([...bytes, 10]));
    }),
  );
});

test('any JSON is one message or none, never an exception', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      parseQmpLine(json.replaceAll('\n', ' '));
    }),
  );
});

test('what is no QMP is called so', () => {
  for (const line of [
    '[]',
    'null',
    '5',
    '"x"',
    '{',
    '{}',
    '{"event": 5}',
    '{"event": "lower case"}',
    '{"event":""}',
  ]) {
    assert.equal(parseQmpLine(line)?.kind, 'invalid', line);
  }
});

test('JSON that is nested as deep as a line allows does no harm', () => {
  const deep = `{"return": ${'['.repeat(400_000)}${']'.repeat(400_000)}}`;
  assert.notEqual(parseQmpLine(deep), undefined);
});
