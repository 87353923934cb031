import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Answer,
  FilesystemLane,
  type FilesystemSpace,
  OPEN_QUESTIONS_MAX,
  type SlowFiles,
} from '#agent/core/snapshot/filesystem-lane.ts';

const SECOND_US = 1_000_000;
const SPACE: FilesystemSpace = {
  totalBytes: 100,
  freeBytes: 50,
  availableBytes: 40,
  inodes: 10,
  inodesFree: 5,
};
const ROOT = '29 1 254:1 / / rw - ext4 /dev/vda1 rw';
const DATA = '30 29 254:16 / /data rw - xfs /dev/vdb rw';
const NFS = '31 29 0:41 / /mnt/nfs rw - nfs4 srv:/x rw';
const NFS2 = '32 29 0:42 / /mnt/nfs2 rw - nfs4 srv:/y rw';

/** Answers at once, except for the points that hang. */
class FakeSlowFiles implements SlowFiles {
  mounts: Answer<string>;
  readonly hanging = new Set<string>();
  readonly asked: string[] = [];
  readonly #open = new Map<string, () => void>();
  readonly spaces = new Map<string, Answer<FilesystemSpace>>();
  mostOpen = 0;

  constructor(...lines: readonly string[]) {
    this.mounts = { ok: true, value: `${lines.join('\n')}\n` };
  }

  readMounts(done: (answer: Answer<string>) => void): void {
    this.#answer('mounts', () => done(this.mounts));
  }

  readSpace(point: string, done: (answer: Answer<FilesystemSpace>) => void): void {
    this.#answer(point, () => done(this.spaces.get(point) ?? { ok: true, value: SPACE }));
  }

  /** The server is back. */
  release(point: string): void {
    this.hanging.delete(point);
    const answer = this.#open.get(point);
    this.#open.delete(point);
    answer?.();
  }

  #answer(what: string, answer: () => void): void {
    this.asked.push(what);
    if (!this.hanging.has(what)) {
      answer();
      return;
    }
    this.#open.set(what, answer);
    this.mostOpen = Math.max(this.mostOpen, this.#open.size);
  }
}

function stalenessOf(lane: FilesystemLane, seconds: number): Record<string, number> {
  const { part } = lane.read(seconds * SECOND_US);
  assert.equal(part.kind, 'ok');
  if (part.kind !== 'ok') return {};
  return Object.fromEntries(part.value.map((item) => [item.mount, item.staleMs ?? -1]));
}

test('filesystems that answer are fresh', () => {
  const lane = new FilesystemLane(new FakeSlowFiles(DATA, ROOT));
  assert.equal(lane.read(0).part.kind, 'absent');
  lane.step(0);
  assert.ok(lane.isComplete());
  assert.deepEqual(stalenessOf(lane, 10), { '/': 0, '/data': 0 });
});

test('a dead server makes its own mounts stale and no others', () => {
  const files = new FakeSlowFiles(ROOT, NFS, NFS2, DATA);
  const lane = new FilesystemLane(files);
  lane.step(0);
  files.hanging.add('/mnt/nfs');
  for (let seconds = 10; seconds <= 120; seconds += 10) lane.step(seconds * SECOND_US);
  assert.deepEqual(stalenessOf(lane, 120), {
    '/': 0,
    '/data': 0,
    '/mnt/nfs': 90_000,
    // It waits for its turn behind the dead one.
    '/mnt/nfs2': 120_000,
  });
  assert.equal(files.asked.filter((point) => point === '/mnt/nfs').length, 2);
  assert.equal(lane.openQuestions(), 1);
  files.release('/mnt/nfs');
  lane.step(130 * SECOND_US);
  assert.deepEqual(stalenessOf(lane, 130), { '/': 0, '/data': 0, '/mnt/nfs': 0, '/mnt/nfs2': 0 });
});

test('whatever hangs, only few questions are open', () => {
  const files = new FakeSlowFiles(ROOT, NFS, NFS2, DATA);
  const lane = new FilesystemLane(files);
  lane.step(0);
  for (const what of ['mounts', '/', '/data', '/mnt/nfs', '/mnt/nfs2']) files.hanging.add(what);
  for (let seconds = 10; seconds <= 600; seconds += 10) lane.step(seconds * SECOND_US);
  assert.ok(files.mostOpen <= OPEN_QUESTIONS_MAX);
  assert.equal(lane.openQuestions(), files.mostOpen);
});

test('a server that was dead before the agent started is shown as stale, without figures', () => {
  const files = new FakeSlowFiles(ROOT, NFS);
  files.hanging.add('/mnt/nfs');
  const lane = new FilesystemLane(files);
  lane.step(0);
  assert.deepEqual(stalenessOf(lane, 1), { '/': 0 });
  assert.match(lane.read(SECOND_US).incomplete ?? '', /\/mnt\/nfs no answer yet/);
  assert.deepEqual(stalenessOf(lane, 10), { '/': 0, '/mnt/nfs': 10_000 });
});

test('a filesystem that refuses is named with its error and not shown with old figures', () => {
  const files = new FakeSlowFiles(ROOT, NFS);
  const lane = new FilesystemLane(files);
  lane.step(0);
  files.spaces.set('/mnt/nfs', { ok: false, code: 'ESTALE' });
  lane.step(40 * SECOND_US);
  assert.deepEqual(stalenessOf(lane, 41), { '/': 0 });
  assert.equal(lane.read(41 * SECOND_US).incomplete, '/mnt/nfs: ESTALE');
});

test('a mount that went away is forgotten, and one that came is asked', () => {
  const files = new FakeSlowFiles(ROOT, NFS);
  const lane = new FilesystemLane(files);
  lane.step(0);
  files.mounts = { ok: true, value: `${ROOT}\n${DATA}\n` };
  lane.step(30 * SECOND_US);
  assert.deepEqual(stalenessOf(lane, 31), { '/': 0, '/data': 0 });
});

test('a list of mounts that cannot be read, or never comes, is a failed part with its reason', () => {
  const files = new FakeSlowFiles();
  files.mounts = { ok: false, code: 'EACCES' };
  const refused = new FilesystemLane(files);
  refused.step(0);
  const { part } = refused.read(0);
  assert.deepEqual(part, { kind: 'failed', reason: '/proc/self/mountinfo cannot be read: EACCES' });
  files.hanging.add('mounts');
  const silent = new FilesystemLane(files);
  silent.step(0);
  assert.equal(silent.read(SECOND_US).part.kind, 'absent');
  assert.equal(silent.read(5 * SECOND_US).part.kind, 'failed');
});
