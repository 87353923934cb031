import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createConsoleSource } from '#companion/sources/console/source.ts';
import type { Observation } from '#companion/sources/observation.ts';
import { eventually } from '#test/support/eventually.ts';
import { createSourceContext, type FakeContext } from '#test/support/fake-source-context.ts';

type Line = Extract<Observation, { kind: 'line' }>;

interface Tail {
  readonly context: FakeContext;
  readonly stop: () => Promise<void>;
  readonly counters: () => Readonly<Record<string, number>>;
  /** Waits until there are so many lines. */
  readonly lines: (count: number) => Promise<readonly Line[]>;
}

function logFile(t: TestContext): string {
  const directory = mkdtempSync(join(tmpdir(), 'cherub-log-'));
  t.after(() => rmSync(directory, { recursive: true, force: true }));
  return join(directory, 'console.log');
}

function tail(t: TestContext, path: string, position: { value: unknown } = { value: undefined }): Tail {
  const context = createSourceContext(position);
  const abort = new AbortController();
  const source = createConsoleSource(
    {
      input: { kind: 'log', path },
      isMux: false,
      forward: 'all',
      captureBytes: 4096,
      bytesPerSecondMax: 1e6,
    },
    context,
  );
  const running = source.run(abort.signal);
  const stop = async (): Promise<void> => {
    abort.abort();
    await running;
  };
  t.after(stop);
  const linesNow = (): Line[] => context.seen.filter((each) => each.kind === 'line');
  return {
    context,
    stop,
    counters: () => source.counters(),
    lines: (count) =>
      eventually(`${count} lines`, () => (linesNow().length >= count ? linesNow() : undefined)),
  };
}

const texts = (lines: readonly Line[]): string[] => lines.map(({ text }) => text);

test('what is in the file already is history, what comes after is not', async (t) => {
  const path = logFile(t);
  writeFileSync(path, 'old\n');
  const { lines } = tail(t, path);
  await lines(1);
  appendFileSync(path, 'new\n');
  assert.deepEqual(
    (await lines(2)).map(({ text, history }) => [text, history]),
    [
      ['old', true],
      ['new', false],
    ],
  );
});

test('a rotated file is read to its end before the new one, and a truncated one from its start', async (t) => {
  const path = logFile(t);
  writeFileSync(path, 'one\n');
  const { lines, counters } = tail(t, path);
  await lines(1);
  renameSync(path, `${path}.1`);
  appendFileSync(`${path}.1`, 'two\n');
  writeFileSync(path, 'three\n');
  assert.deepEqual(texts(await lines(3)), ['one', 'two', 'three']);
  truncateSync(path, 0);
  await eventually('the truncation is seen', () => counters()['truncations'] === 1 || undefined);
  appendFileSync(path, 'four\n');
  const found = await lines(4);
  assert.equal(found.at(-1)?.text, 'four');
  assert.equal(new Set(found.map(({ id }) => id)).size, 4);
});

test('a later run goes on where the last one was, with the ids that lines had before', async (t) => {
  const path = logFile(t);
  const position = { value: undefined };
  writeFileSync(path, 'one\ntwo\n');
  const first = tail(t, path, position);
  await first.lines(2);
  await first.stop();
  appendFileSync(path, 'three\n');
  const second = tail(t, path, position);
  const found = await second.lines(1);
  assert.deepEqual(texts(found), ['three']);
  assert.match(found[0]?.id ?? '', /\/8$/);
});

test('a line without an end is given out when nothing follows', async (t) => {
  const path = logFile(t);
  writeFileSync(path, 'login: ');
  const { lines } = tail(t, path);
  assert.deepEqual(texts(await lines(1)), ['login: ']);
});

test('a log that is not there yet is missing, and read as soon as it comes', async (t) => {
  const path = logFile(t);
  const { context, lines } = tail(t, path);
  await eventually('it is missing', () => context.seen.find((each) => each.kind === 'missing'));
  writeFileSync(path, 'first\n');
  assert.deepEqual(texts(await lines(1)), ['first']);
});
