import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { BUNDLE_CHUNK_BYTES, bundleEntries } from '#companion/entries/bundle-entries.ts';
import type { Entry } from '#companion/entries/entry.ts';
import { BundleJoiner } from '#companion/entries/join-bundle.ts';
import { toEveLogEntry } from '#companion/eve/log-entry.ts';
import { packNewlogs } from '#companion/sinks/eve-newlog/pack-newlogs.ts';
import { TEST_APP } from '#test/support/make-entry.ts';
import { runCherub } from '#test/support/run-cherub.ts';

const SUBJECT = { appId: TEST_APP, appName: 'web' };
const INCIDENT = '20261124T030000Z-6ba7b810-1234';

async function entriesOf(archive: Buffer, incident = INCIDENT): Promise<Entry[]> {
  const entries: Entry[] = [];
  const read = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < archive.length; at += 5000) yield archive.subarray(at, at + 5000);
  };
  const source = { incident, bytes: archive.length, read };
  for await (const entry of bundleEntries(SUBJECT, source, 5)) entries.push(entry);
  return entries;
}

function joined(lines: readonly string[]) {
  const joiner = new BundleJoiner();
  for (const line of lines) joiner.add(line);
  return joiner.results();
}

const linesOf = (entries: readonly Entry[]): string[] => entries.map((entry) => JSON.stringify(entry));

test('an archive in parts comes together in any order, with doubles and strangers between', async () => {
  for (const bytes of [1, BUNDLE_CHUNK_BYTES - 1, BUNDLE_CHUNK_BYTES, 3 * BUNDLE_CHUNK_BYTES + 7]) {
    const archive = randomBytes(bytes);
    const entries = await entriesOf(archive);
    assert.equal(entries.length, Math.ceil(bytes / BUNDLE_CHUNK_BYTES));
    assert.deepEqual(await entriesOf(archive), entries, 'the same again, so that ids tell doubles');
    const lines = ['App logs list', ...linesOf(entries.toReversed()), '{"content":"x"}', ...linesOf(entries)];
    assert.deepEqual(joined(lines), [{ kind: 'whole', incident: INCIDENT, archive }]);
  }
});

test('a part that is missing or changed is told, and nothing is given out', async () => {
  const entries = await entriesOf(randomBytes(4 * BUNDLE_CHUNK_BYTES));
  const lines = linesOf(entries);
  assert.deepEqual(joined([lines[0] ?? '', lines[3] ?? '']), [
    { kind: 'failed', incident: INCIDENT, reason: '2 of 4 parts are missing: 2, 3' },
  ]);
  const [first, ...others] = entries;
  const changed = linesOf([{ ...(first as Entry), content: randomBytes(100).toString('base64') }, ...others]);
  const [result] = joined(changed);
  assert.match(result?.kind === 'failed' ? result.reason : '', /do not have the hash/u);
});

test('hostile parts take no memory and name no path', async () => {
  const [entry] = await entriesOf(Buffer.from('x'));
  const forge = (tags: object): string => JSON.stringify({ ...entry, tags: { ...entry?.tags, ...tags } });
  assert.deepEqual(
    joined([
      forge({ 'cherub.incident': '../../etc/passwd' }),
      forge({ 'cherub.part': '2' }),
      forge({ 'cherub.parts': '9999999999', 'cherub.part': '9999999998' }),
      forge({ 'cherub.bytes': '9999999999' }),
      forge({ 'cherub.sha256': 'x' }),
      '{'.repeat(10_000),
    ]),
    [],
  );
});

test('a part fits a line and a file of EVE', async () => {
  const entries = await entriesOf(randomBytes(2 * BUNDLE_CHUNK_BYTES));
  const files = packNewlogs(
    entries.map((entry, i) => toEveLogEntry(entry, i)),
    'web',
    0,
  );
  assert.equal(files.length, 2);
});

test('cherub bundle join writes the archive, and fails when a part is missing', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cherub-join-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const archive = randomBytes(100_000);
  const lines = linesOf(await entriesOf(archive));
  const file = join(folder, 'entries.jsonl');
  writeFileSync(file, `${lines.join('\n')}\n`);
  const run = await runCherub(['bundle', 'join', file, '--folder', folder]);
  assert.equal(run.code, 0, run.err);
  assert.deepEqual(readFileSync(join(folder, `${INCIDENT}.tar.gz`)), archive);
  writeFileSync(file, `${lines.slice(1).join('\n')}\n`);
  const failed = await runCherub(['bundle', 'join', file, '--folder', folder]);
  assert.equal(failed.code, 1);
  assert.match(failed.err, /1 of 4 parts are missing: 1/u);
});
