import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Entry } from '#companion/entries/entry.ts';
import { createFileSink } from '#companion/sinks/file/sink.ts';
import type { Sink } from '#companion/sinks/sink.ts';
import { makeEntry } from '#test/support/make-entry.ts';

const signal = new AbortController().signal;

function file(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'cherub-file-sink-'));
  t.after(() => {
    chmodSync(path, 0o700);
    rmSync(path, { recursive: true, force: true });
  });
  return join(path, 'out', 'entries.jsonl');
}

function entry(id: string, content = id): Entry {
  return makeEntry({ id, content });
}

function idsIn(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as Entry).id);
}

function sinkOf(t: TestContext, path: string, bytesMax = 1e6, files = 3): Sink {
  const sink = createFileSink({ name: 'file', path, bytesMax, files });
  t.after(() => sink.close?.());
  return sink;
}

test('a batch that comes again is written once, also by the next process', async (t) => {
  const path = file(t);
  const sink = sinkOf(t, path);
  assert.deepEqual(await sink.deliver([entry('1'), entry('2'), entry('1')], signal), { kind: 'delivered' });
  await sink.deliver([entry('2'), entry('3')], signal);
  await sink.close?.();
  await sinkOf(t, path).deliver([entry('3'), entry('4')], signal);
  assert.deepEqual(idsIn(path), ['1', '2', '3', '4']);
});

test('a line that a crash has cut is taken away before the next one is written', async (t) => {
  const path = file(t);
  const first = sinkOf(t, path);
  await first.deliver([entry('1')], signal);
  await first.close?.();
  appendFileSync(path, '{"id":"2","appI');
  await sinkOf(t, path).deliver([entry('2'), entry('3')], signal);
  assert.deepEqual(idsIn(path), ['1', '2', '3']);
});

test('a file that is full is rotated, and only so many are kept', async (t) => {
  const path = file(t);
  const sink = sinkOf(t, path, 5000, 3);
  for (let i = 0; i < 8; i += 1) await sink.deliver([entry(`${i}`, 'x'.repeat(5000))], signal);
  assert.deepEqual(
    [existsSync(path), existsSync(`${path}.1`), existsSync(`${path}.2`), existsSync(`${path}.3`)],
    [false, true, true, false],
  );
  assert.deepEqual([idsIn(`${path}.1`), idsIn(`${path}.2`)], [['7'], ['6']]);
});

test('a file that somebody else moved away is made anew', async (t) => {
  const path = file(t);
  const sink = sinkOf(t, path);
  await sink.deliver([entry('1')], signal);
  renameSync(path, `${path}.old`);
  await sink.deliver([entry('2')], signal);
  assert.deepEqual([idsIn(`${path}.old`), idsIn(path)], [['1'], ['2']]);
});

test('a place that cannot be written is a reason to try again, in one line', async (t) => {
  const path = file(t);
  writeFileSync(join(path, '../..', 'blocked'), '');
  const result = await sinkOf(t, join(path, '../..', 'blocked', 'x.jsonl')).deliver([entry('1')], signal);
  assert.equal(result.kind, 'retry');
  assert.match(result.kind === 'retry' ? result.reason : '', /^\S+x\.jsonl: [^\n]+$/);
});

test('what a guest put into an entry is harmless to look at in the file', async (t) => {
  const path = file(t);
  await sinkOf(t, path).deliver([entry('1', '\u001b[2J\u009b\u202e')], signal);
  assert.doesNotMatch(readFileSync(path, 'utf8').trimEnd(), /[\p{Cc}\p{Cf}]/u);
  assert.equal((JSON.parse(readFileSync(path, 'utf8')) as Entry).content, '\u001b[2J\u009b\u202e');
});
