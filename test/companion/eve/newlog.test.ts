import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { CUT_TAG, type EveLogEntry, ID_TAG } from '#companion/eve/log-entry.ts';
import { decodeNewlog, encodeNewlog, NEWLOG_LINE_BYTES_MAX } from '#companion/eve/newlog.ts';

const limits = { bytesMax: 1 << 20, entriesMax: 100 };

function logEntry(differences: Partial<EveLogEntry> = {}): EveLogEntry {
  return {
    severity: 'info',
    source: 'console',
    iid: '',
    content: 'a line',
    msgid: 1,
    tags: new Map([[ID_TAG, 'x']]),
    timestampMs: 1_500,
    ...differences,
  };
}

test('a newlog gives back what was put in', async () => {
  const text = fc.string({ unit: 'binary' });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, fc.nat()), { minLength: 1, maxLength: 20 }), async (lines) => {
      const entries = lines.map(([content, timestampMs]) => logEntry({ content, timestampMs }));
      const decoded = await decodeNewlog(encodeNewlog(entries, 'web', 0), limits);
      assert.deepEqual(decoded, { ok: true, value: entries });
    }),
  );
});

test('a line has the form of Go structs, which EVE wants', () => {
  const line = JSON.parse(gunzipSync(encodeNewlog([logEntry()], 'web', 0)).toString());
  assert.deepEqual(line, {
    severity: 'info',
    source: 'console',
    content: 'a line',
    msgid: 1,
    tags: { [ID_TAG]: 'x' },
    timestamp: { seconds: 1, nanos: 500_000_000 },
  });
});

test('the gzip header holds the name of the app and the time', () => {
  const bytes = encodeNewlog([logEntry()], 'web ü', 7_000);
  assert.deepEqual([...bytes.subarray(0, 10)], [0x1f, 0x8b, 8, 0x08, 7, 0, 0, 0, 0, 3]);
  assert.equal(Buffer.from(bytes.subarray(10, 16)).toString('latin1'), 'web ?\0');
});

test('an entry that is longer than a line of Go readers is cut and says so', async () => {
  const content = `"${'ä\n'.repeat(60_000)}`;
  const body = encodeNewlog([logEntry({ content })], 'web', 0);
  const line = gunzipSync(body).toString();
  assert.ok(Buffer.byteLength(line) <= NEWLOG_LINE_BYTES_MAX + 1);
  const decoded = await decodeNewlog(body, limits);
  assert.ok(decoded.ok);
  assert.equal(decoded.value[0]?.tags.get(CUT_TAG), String(content.length));
  assert.ok(content.startsWith(decoded.value[0]?.content ?? '-'));
});

test('an entry whose tags alone are too long keeps its id', async () => {
  const tags = new Map([
    [ID_TAG, 'x'],
    ['big', 'y'.repeat(100_000)],
  ]);
  const decoded = await decodeNewlog(encodeNewlog([logEntry({ tags })], 'web', 0), limits);
  assert.ok(decoded.ok);
  assert.deepEqual([...(decoded.value[0]?.tags ?? [])], [[ID_TAG, 'x']]);
});

test('a body that unpacks to too much is refused before it is held', async () => {
  const bomb = gzipSync(Buffer.alloc(64 << 20));
  assert.ok(bomb.length < 100_000);
  assert.deepEqual(await decodeNewlog(bomb, limits), {
    ok: false,
    problem: 'the body unpacks to more than 1048576 bytes',
    tooLarge: true,
  });
});

test('every truncation is refused in one line', async () => {
  const body = encodeNewlog([logEntry(), logEntry()], 'web', 0);
  for (let length = 0; length < body.length; length += 1) {
    const decoded = await decodeNewlog(body.subarray(0, length), limits);
    assert.ok(!decoded.ok, `${length} of ${body.length} bytes`);
    assert.match(decoded.problem, /^the (?:gzip body ends too early|body is not valid gzip)$/u);
  }
});

test('a broken line is named by its number', async () => {
  const good = '{"content":"a","timestamp":{"seconds":1,"nanos":0}}';
  for (const bad of ['{', '[]', '"text"', '{"content":1}', '{"timestamp":"2026-11-24T00:00:00Z"}']) {
    const decoded = await decodeNewlog(gzipSync(`${good}\n\n${bad}\n`), limits);
    assert.deepEqual(decoded, {
      ok: false,
      problem: "line 3 is not a log entry in the JSON form of EVE's newlogs",
    });
  }
});

test('fields that Go leaves out are empty', async () => {
  const decoded = await decodeNewlog(gzipSync('{}'), limits);
  assert.ok(decoded.ok);
  assert.deepEqual(decoded.value, [
    { severity: '', source: '', iid: '', content: '', msgid: 0, tags: new Map(), timestampMs: 0 },
  ]);
});

test('there is a limit to entries', async () => {
  const decoded = await decodeNewlog(gzipSync('{}\n'.repeat(101)), limits);
  assert.deepEqual(decoded, { ok: false, problem: 'there are more than 100 entries', tooLarge: true });
});
