import assert from 'node:assert/strict';
import {
  closeSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Observation } from '#companion/sources/observation.ts';
import { createRecorderSource } from '#companion/sources/recorder/source.ts';
import { eventually } from '#test/support/eventually.ts';
import { FakeGuest } from '#test/support/fake-guest.ts';
import { createSourceContext, type FakeContext } from '#test/support/fake-source-context.ts';

type RecordSeen = Extract<Observation, { kind: 'record' }>;

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'cherub-recorder-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function follow(
  t: TestContext,
  disk: string,
  position: { value: unknown } = { value: undefined },
): {
  context: FakeContext;
  records: (count: number) => Promise<RecordSeen[]>;
  stop: () => Promise<void>;
  counters: () => Readonly<Record<string, number>>;
} {
  const context = createSourceContext(position);
  const abort = new AbortController();
  const source = createRecorderSource({ disk, pollMs: 10, cache: 'buffered' }, context);
  const running = source.run(abort.signal);
  const stop = async (): Promise<void> => {
    abort.abort();
    await running;
  };
  t.after(stop);
  const records = (): RecordSeen[] => context.seen.filter((each) => each.kind === 'record');
  return {
    context,
    stop,
    counters: () => source.counters(),
    records: (count) =>
      eventually(`${count} records`, () => (records().length >= count ? records() : undefined)),
  };
}

test('the whole ring is read as history, then each record as it is written', async (t) => {
  const guest = new FakeGuest({ directory: folder(t) });
  for (let i = 0; i < 5; i += 1) guest.snapshot('disk');
  const { records } = follow(t, guest.diskPath);
  await records(5);
  guest.snapshot('disk');
  const found = await records(6);
  assert.deepEqual(
    found.map(({ identity, history }) => [identity.sequence, history]),
    [
      [1, true],
      [2, true],
      [3, true],
      [4, true],
      [5, true],
      [6, false],
    ],
  );
});

test('a later run gives only what the last one did not', async (t) => {
  const guest = new FakeGuest({ directory: folder(t) });
  const position = { value: undefined };
  for (let i = 0; i < 3; i += 1) guest.snapshot('disk');
  const first = follow(t, guest.diskPath, position);
  await first.records(3);
  await eventually('its place is kept', () => position.value);
  await first.stop();
  guest.snapshot('disk');
  const second = follow(t, guest.diskPath, JSON.parse(JSON.stringify(position)) as { value: unknown });
  const found = await second.records(1);
  assert.deepEqual(
    found.map(({ identity }) => identity.sequence),
    [4],
  );
});

test('a ring that went round several times between two polls gives what is left and counts the rest', async (t) => {
  const guest = new FakeGuest({ directory: folder(t) });
  guest.snapshot('disk');
  const position = { value: undefined };
  const first = follow(t, guest.diskPath, position);
  await first.records(1);
  await eventually('its place is kept', () => position.value);
  await first.stop();
  for (let i = 0; i < 700; i += 1) guest.snapshot('disk');
  const second = follow(t, guest.diskPath, position);
  const found = await second.records(224);
  assert.equal(found.at(-1)?.identity.sequence, 701);
  assert.equal(second.counters()['blocksOvertaken'], 701 - 1 - 224);
});

test('a disk that is not there, blank, foreign or damaged is missing with its reason, and read when it is good', async (t) => {
  const directory = folder(t);
  const guest = new FakeGuest({ directory });
  guest.snapshot('disk');
  const disk = join(directory, 'other.img');
  const { context, records } = follow(t, disk);
  const missing = (pattern: RegExp): Promise<unknown> =>
    eventually(`missing: ${pattern.source}`, () =>
      context.seen.find((each) => each.kind === 'missing' && pattern.test(each.reason)),
    );
  await missing(/does not exist; make it with: cherub disk create/);
  writeFileSync(disk, '');
  truncateSync(disk, 1024 * 1024);
  await missing(/it is blank/);
  const fd = openSync(disk, 'r+');
  writeSync(fd, Buffer.from('4c554b53babe', 'hex'), 0, 6, 0);
  closeSync(fd);
  await missing(/LUKS volume/);
  renameSync(guest.diskPath, disk);
  await records(1);
});

test('a disk full of noise under a good superblock is counted and costs nobody anything', async (t) => {
  const guest = new FakeGuest({ directory: folder(t) });
  const fd = openSync(guest.diskPath, 'r+');
  const noise = Uint8Array.from({ length: 224 * 4096 }, (_, i) => (i * 31 + (i >> 12)) & 0xff);
  writeSync(fd, noise, 0, noise.length, 32 * 4096);
  closeSync(fd);
  const { counters, records } = follow(t, guest.diskPath);
  await eventually('the noise is counted', () => counters()['invalidBlocks'] === 224 || undefined);
  guest.snapshot('disk');
  assert.equal((await records(1))[0]?.identity.sequence, 1);
});
