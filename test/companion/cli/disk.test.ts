import assert from 'node:assert/strict';
import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { eventually } from '#test/support/eventually.ts';
import { FakeGuest } from '#test/support/fake-guest.ts';
import { type CherubRun, runCherub, startCherub } from '#test/support/run-cherub.ts';

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'cherub-disk-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function patch(path: string, offset: number, bytes: Uint8Array): void {
  const fd = openSync(path, 'r+');
  writeSync(fd, bytes, 0, bytes.length, offset);
  closeSync(fd);
}

const disk = (...args: string[]): Promise<CherubRun> => runCherub(['disk', ...args]);

test('create makes a disk that check finds in good order, and refuses to do it again', async (t) => {
  const path = join(folder(t), 'r.img');
  const made = await disk('create', path, '--size', '2M', '--app', 'web', '--json');
  assert.equal(made.code, 0, made.err);
  assert.equal((JSON.parse(made.out) as { app: string }).app, 'web');
  assert.equal(statSync(path).size, 2 * 1024 * 1024);
  const checked = await disk('check', path);
  assert.deepEqual([checked.code, checked.out.split('\n').at(-2)], [0, 'ok']);
  const again = await disk('create', path, '--size', '2M');
  assert.equal(again.code, 1);
  assert.match(
    again.err,
    /^cherub: \S+ is a recorder disk already \(app "web", uuid [0-9a-f]{32}\); --force makes it anew\n$/,
  );
  assert.equal((await disk('create', path, '--force')).code, 0);
});

test('create takes a blank file as it is, and refuses one with anything on it', async (t) => {
  const directory = folder(t);
  const blank = join(directory, 'blank.img');
  writeFileSync(blank, '');
  truncateSync(blank, 1024 * 1024);
  assert.equal((await disk('create', blank)).code, 0);

  const late = join(directory, 'late.img');
  writeFileSync(late, '');
  truncateSync(late, 1024 * 1024);
  patch(late, 500_000, Uint8Array.of(1));
  const refused = await disk('create', late);
  assert.deepEqual(
    [refused.code, refused.err],
    [1, `cherub: ${late}: it is not blank; --force overwrites it\n`],
  );

  const luks = join(directory, 'luks.img');
  writeFileSync(luks, '');
  truncateSync(luks, 1024 * 1024);
  patch(luks, 0, Buffer.from('4c554b53babe', 'hex'));
  assert.match((await disk('create', luks)).err, /there is a LUKS volume on it; --force overwrites it/);
});

test('create says what is wrong with its arguments and leaves nothing behind', async (t) => {
  const path = join(folder(t), 'r.img');
  const cases: [string[], number, RegExp][] = [
    [[path], 2, /does not exist; say how large it shall be, such as --size 16M/],
    [[path, '--size', '4k'], 2, /at least 1\.0 MiB/],
    [[path, '--size', 'huge'], 2, /It must be a size such as 16M or 1G/],
    [[join(path, 'x'), '--size', '1M'], 1, /its folder does not exist; make it first/],
  ];
  for (const [args, code, message] of cases) {
    const run = await disk('create', ...args);
    assert.equal(run.code, code);
    assert.match(run.err, message);
    assert.equal(statSync(path, { throwIfNoEntry: false }), undefined);
  }
});

test('read shows the records in one line each, only the last ones, one kind, or everything', async (t) => {
  const guest = new FakeGuest({ directory: folder(t) });
  guest.recordStart();
  for (let i = 0; i < 4; i += 1) guest.snapshot('disk');
  const all = await disk('read', guest.diskPath);
  assert.equal(all.code, 0, all.err);
  assert.equal(all.out.split('\n').length, 6);
  assert.match(all.out, /start 1 {2}agent 1\.2\.3 for web\n/);
  assert.match(all.out, /snapshot 4 {2}ok, load 0\.50, free 572 MiB of 954 MiB, psi 0\.0\/0\.0\/0\.0\n/);
  const last = await disk('read', guest.diskPath, '--kind', 'snapshot', '--last', '2', '--json');
  const records = last.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { stamp: { sequence: number } });
  assert.deepEqual(
    records.map(({ stamp }) => stamp.sequence),
    [3, 4],
  );
  const full = await disk('read', guest.diskPath, '--last', '1', '--full');
  assert.match(full.out, /\n {6}"load1": 0\.5,\n/);
});

test('read --follow shows what is written from now on, and ends at SIGTERM', async (t) => {
  const guest = new FakeGuest({ directory: folder(t) });
  guest.snapshot('disk');
  const reading = startCherub(['disk', 'read', guest.diskPath, '--follow']);
  t.after(() => reading.child.kill('SIGKILL'));
  await eventually('the first record', () => /snapshot 1 /.test(reading.out) || undefined);
  guest.snapshot('disk');
  await eventually('the second record', () => /snapshot 2 /.test(reading.out) || undefined);
  reading.child.kill('SIGTERM');
  assert.equal((await reading.ended).code, 0);
});

test('check tells damage and ends with 1; a cut write is told and is no damage', async (t) => {
  const guest = new FakeGuest({ directory: folder(t) });
  for (let i = 0; i < 4; i += 1) guest.snapshot('disk');
  const block = (n: number): number => (32 + n) * 4096;
  patch(guest.diskPath, block(2) + 2000, Uint8Array.of(1, 2, 3));
  const torn = await disk('check', guest.diskPath, '--json');
  assert.equal(torn.code, 0, torn.err);
  const report = JSON.parse(torn.out) as {
    ring: { torn: number; records: number; gaps: number; missing: number };
  };
  assert.deepEqual(
    [report.ring.torn, report.ring.records, report.ring.gaps, report.ring.missing],
    [1, 3, 1, 1],
  );

  patch(guest.diskPath, block(9), Uint8Array.of(9));
  patch(guest.diskPath, 200, Uint8Array.of(1));
  const damaged = await disk('check', guest.diskPath);
  assert.equal(damaged.code, 1);
  assert.match(
    damaged.out,
    /damaged: copy A of its superblock is damaged\ndamaged: 1 block holds neither a record nor zeros/,
  );
});

test('what is no recorder disk is named, and so is what is not there', async (t) => {
  const path = join(folder(t), 'x.img');
  const absent = await disk('check', path);
  assert.deepEqual(
    [absent.code, absent.err],
    [1, `cherub: ${path} does not exist; make it with: cherub disk create ${path} --size 16M\n`],
  );
  writeFileSync(path, 'hello'.repeat(1000));
  const foreign = await disk('read', path);
  assert.deepEqual(
    [foreign.code, foreign.err],
    [1, `cherub: ${path}: it is not blank and holds nothing that is known\n`],
  );
});

test('no record of a guest brings a control character onto the screen', async (t) => {
  const guest = new FakeGuest({ directory: folder(t), app: 'a\u001b[2J\u202e\n\u0007b' });
  guest.recordStart();
  guest.snapshot('disk');
  for (const options of [[], ['--full'], ['--json']]) {
    const run = await disk('read', guest.diskPath, ...options);
    assert.equal(run.code, 0, run.err);
    assert.doesNotMatch(run.out.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
  }
  assert.doesNotMatch((await disk('check', guest.diskPath)).out.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
});

test('reading past the page cache gives the same, or says what to do where the file system cannot', async (t) => {
  const guest = new FakeGuest({ directory: folder(t) });
  guest.snapshot('disk');
  const buffered = await disk('read', guest.diskPath);
  const direct = await disk('read', guest.diskPath, '--cache', 'direct');
  if (direct.code === 0) assert.equal(direct.out, buffered.out);
  else assert.match(direct.err, /set cache: buffered\n$/);
});

test('create puts an agent on the disk, and check tells when it is damaged', async (t) => {
  const directory = folder(t);
  const path = join(directory, 'r.img');
  const made = await disk('create', path, '--size', '64M', '--app', 'web', '--with-agent', process.execPath);
  assert.equal(made.code, 0, made.err);
  assert.match(made.out, /blocks of records, an agent to install, uuid/);
  const checked = await disk('check', path, '--json');
  assert.equal(checked.code, 0, checked.out);
  const { install } = JSON.parse(checked.out) as {
    install: { bytes: number; packedBytes: number; whole: boolean };
  };
  assert.deepEqual([install.bytes, install.whole], [statSync(process.execPath).size, true]);
  patch(path, 64 * 1024 * 1024 - 131_072 - 4096, Uint8Array.of(1, 2, 3));
  patch(path, 64 * 1024 * 1024 - 131_072 - install.packedBytes, Uint8Array.of(1, 2, 3));
  const damaged = await disk('check', path);
  assert.equal(damaged.code, 1);
  assert.match(damaged.out, /damaged: the install area does not hold what its header says/);
});

test('create refuses an agent that is none, or that does not fit', async (t) => {
  const directory = folder(t);
  const text = join(directory, 'text');
  writeFileSync(text, 'no executable');
  const none = await disk('create', join(directory, 'a.img'), '--size', '16M', '--with-agent', text);
  assert.deepEqual([none.code, /is no executable for Linux/.test(none.err)], [1, true]);
  const large = await disk(
    'create',
    join(directory, 'a.img'),
    '--size',
    '2M',
    '--with-agent',
    process.execPath,
  );
  assert.deepEqual([large.code, /needs at least/.test(large.err)], [2, true]);
});
