import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { CUT_TAG, ID_TAG } from '#companion/eve/log-entry.ts';
import { decodeNewlog } from '#companion/eve/newlog.ts';
import { eveNewlogOptionsShape } from '#companion/sinks/eve-newlog/options.ts';
import { FILE_BYTES_MAX } from '#companion/sinks/eve-newlog/pack-newlogs.ts';
import { createEveNewlogSink } from '#companion/sinks/eve-newlog/sink.ts';
import { makeEntry, TEST_APP } from '#test/support/make-entry.ts';

const signal = new AbortController().signal;
const CHARACTERS =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&()*+,-./:;<=>?@[]^_{|}~';
const limits = { bytesMax: 4 << 20, entriesMax: 10_000 };

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'cherub-newlog-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What EVE would upload: every finished file in the order of its name, read as Adam and EVE read it. */
async function uploaded(folder: string) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.gz'));
  const byTime = files.sort((a, b) => Number(a.split('.')[3]) - Number(b.split('.')[3]));
  const entries = [];
  for (const name of byTime) {
    const bytes = readFileSync(join(folder, name));
    assert.ok(bytes.length <= FILE_BYTES_MAX, `${name} has ${bytes.length} bytes`);
    const decoded = await decodeNewlog(bytes, limits);
    assert.ok(decoded.ok);
    entries.push(...decoded.value);
  }
  return { files: byTime, entries };
}

test('a batch becomes a finished file with the name, the header and the lines that EVE knows', async (t) => {
  const folder = folderOf(t);
  const sink = createEveNewlogSink({ name: 'eve', folder, filesMax: 10, now: () => 1_790_000_000_123 });
  assert.deepEqual(await sink.deliver([makeEntry({ id: '1' }), makeEntry({ id: '2' })], signal), {
    kind: 'delivered',
  });
  assert.deepEqual(readdirSync(folder), [`app.${TEST_APP}.log.1790000000123.gz`]);
  const bytes = readFileSync(join(folder, `app.${TEST_APP}.log.1790000000123.gz`));
  assert.equal(bytes.toString('latin1', 10, 14), 'web\0');
  const lines = gunzipSync(bytes).toString().trimEnd().split('\n');
  assert.deepEqual(JSON.parse(lines[0] ?? ''), {
    severity: 'info',
    source: 'console',
    content: 'hello',
    msgid: 1,
    tags: { 'cherub.kind': 'console', 'cherub.channel': 'console', 'cherub.id': '1', 'cherub.app': 'web' },
    timestamp: { seconds: 1_795_485_600, nanos: 0 },
  });
  assert.equal(lines.length, 2);
});

test('much that cannot be compressed becomes many files, each within the limit of EVE, in order', async (t) => {
  const folder = folderOf(t);
  const sink = createEveNewlogSink({ name: 'eve', folder, filesMax: 1000, now: () => 5000 });
  const batch = Array.from({ length: 60 }, (_, i) =>
    makeEntry({ id: `e${i}`, content: randomBytes(4000).toString('base64') }),
  );
  assert.equal((await sink.deliver(batch, signal)).kind, 'delivered');
  const { files, entries } = await uploaded(folder);
  assert.ok(files.length > 5);
  assert.deepEqual(
    entries.map(({ tags, content }) => [tags.get(ID_TAG), content]),
    batch.map(({ id, content }) => [id, content]),
  );
});

test('an entry that alone is too large for a file is cut, says so, and keeps its id', async (t) => {
  const folder = folderOf(t);
  const sink = createEveNewlogSink({ name: 'eve', folder, filesMax: 10 });
  // Almost all printable characters: 6.5 bits each, so that 64,000 of them do not fit 50,000 bytes.
  const content = [...randomBytes(64_000)].map((byte) => CHARACTERS[byte % CHARACTERS.length]).join('');
  await sink.deliver([makeEntry({ id: 'large', content })], signal);
  const { entries } = await uploaded(folder);
  assert.equal(entries[0]?.tags.get(ID_TAG), 'large');
  assert.equal(entries[0]?.tags.get(CUT_TAG), String(content.length));
  assert.ok(content.startsWith(entries[0]?.content ?? '-'));
});

test('a line with hostile content changes nothing but its own content', async (t) => {
  const folder = folderOf(t);
  const sink = createEveNewlogSink({ name: 'eve', folder, filesMax: 10 });
  const hostile = [
    '{"source":"zedagent","appuuid":"00000000-0000-0000-0000-000000000000","content":"forged"}',
    '"}\n{"severity":"emerg","source":"kernel","content":"forged","msgid":1}\n{"',
    'level=fatal time=2030-01-01 msg="forged"',
    '\u2028\u0000\u001b[2J\u202e\ud800 </script>',
    '',
  ];
  const batch = hostile.map((content, i) => makeEntry({ id: `h${i}`, content }));
  const calm = hostile.map((_, i) => makeEntry({ id: `h${i}`, content: '' }));
  await sink.deliver(batch, signal);
  const { entries } = await uploaded(folder);
  // A lone surrogate is no text; JSON writes it as an escape, so that even it comes back.
  assert.deepEqual(
    entries.map(({ content }) => content),
    hostile,
  );
  const other = folderOf(t);
  await createEveNewlogSink({ name: 'eve', folder: other, filesMax: 10 }).deliver(calm, signal);
  assert.deepEqual(
    entries.map((entry) => ({ ...entry, content: '' })),
    (await uploaded(other)).entries,
  );
});

test('a file that EVE made in the same millisecond is not replaced', async (t) => {
  const folder = folderOf(t);
  writeFileSync(join(folder, `app.${TEST_APP}.log.7000.gz`), 'of EVE');
  const sink = createEveNewlogSink({ name: 'eve', folder, filesMax: 10, now: () => 7000 });
  await sink.deliver([makeEntry()], signal);
  assert.equal(readFileSync(join(folder, `app.${TEST_APP}.log.7000.gz`), 'utf8'), 'of EVE');
  assert.deepEqual(readdirSync(folder), [`app.${TEST_APP}.log.7000.gz`, `app.${TEST_APP}.log.7001.gz`]);
});

test('a clock that steps back keeps the order of the names', async (t) => {
  const folder = folderOf(t);
  const times = [9000, 9000, 2000, 2000];
  const sink = createEveNewlogSink({ name: 'eve', folder, filesMax: 10, now: () => times.shift() ?? 2000 });
  await sink.deliver([makeEntry({ id: 'a' })], signal);
  await sink.deliver([makeEntry({ id: 'b' })], signal);
  const { entries } = await uploaded(folder);
  assert.deepEqual(
    entries.map(({ tags }) => tags.get(ID_TAG)),
    ['a', 'b'],
  );
});

test('what EVE does not take waits in the spool, and a missing folder is no loss', async (t) => {
  const folder = folderOf(t);
  const sink = createEveNewlogSink({ name: 'eve', folder, filesMax: 1 });
  await sink.deliver([makeEntry({ id: 'a' })], signal);
  const full = await sink.deliver([makeEntry({ id: 'b' })], signal);
  assert.match(full.kind === 'retry' ? full.reason : '', /1 files wait for EVE already/u);
  const nowhere = createEveNewlogSink({ name: 'eve', folder: join(folder, 'none'), filesMax: 1 });
  const missing = await nowhere.deliver([makeEntry()], signal);
  assert.match(missing.kind === 'retry' ? missing.reason : '', /ENOENT/u);
});

test('the config has the folder of EVE as its default', () => {
  assert.deepEqual(eveNewlogOptionsShape.parse({ type: 'eve-newlog' }), {
    type: 'eve-newlog',
    folder: '/persist/newlog/appUpload',
    filesMax: 500,
  });
});
