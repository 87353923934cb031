import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { IncidentBundle, type PartInput } from '#companion/incidents/bundle.ts';
import type { IncidentFiles } from '#companion/incidents/incident-files.ts';
import { parseManifest } from '#companion/incidents/manifest.ts';
import { recoverIncidents } from '#companion/incidents/recover.ts';
import { Redactor } from '#companion/incidents/redaction/redactor.ts';
import { FakeIncidentFiles, WorldEnd } from '#test/support/fake-incident-files.ts';
import { DEMO_OPENED_MS, makeDemoEvidence, makeDemoHead } from '#test/support/make-demo-incident.ts';

const ID = makeDemoHead().id;
const SEALED_MS = DEMO_OPENED_MS + 20_000;
const LATER_MS = SEALED_MS + 3_600_000;
const DUMP = '/elsewhere/dump';

function input(path: string, o: Partial<PartInput> = {}): PartInput {
  return {
    path,
    source: 'a step',
    level: 'ask',
    takenAtMs: DEMO_OPENED_MS + 1000,
    mediaType: 'text/plain',
    ...o,
  };
}

function open(
  files: IncidentFiles,
  o: { bytesMax?: number; secrets?: string[] } = {},
): Promise<IncidentBundle> {
  return IncidentBundle.open(makeDemoHead(), {
    files,
    redactor: new Redactor(o.secrets ?? []),
    bytesMax: o.bytesMax ?? 1_000_000,
  });
}

function withDump(changes?: number): FakeIncidentFiles {
  return new FakeIncidentFiles({
    ...(changes !== undefined && { changes }),
    elsewhere: new Map([[DUMP, Buffer.from('memory of the guest')]]),
  });
}

/** An incident from its opening to its sealing. */
async function wholeLife(files: IncidentFiles): Promise<void> {
  const bundle = await open(files, { secrets: ['hunter22'] });
  await bundle.add(input('console/tail.txt'), Buffer.from('login with hunter22\n'));
  await bundle.addEvidence(makeDemoEvidence());
  await bundle.add(input('sysrq/t.txt'), Buffer.from('task states'));
  await bundle.addMissing({
    path: 'sysrq/z.txt',
    source: 'sysrq z',
    level: 'ask',
    takenAtMs: DEMO_OPENED_MS,
    reason: 'no route',
  });
  await bundle.addFile(
    input('memory/dump.kdump', { mediaType: 'application/octet-stream', local: true, level: 'harm' }),
    DUMP,
    19,
  );
  await bundle.seal(SEALED_MS);
}

function manifestOf(files: FakeIncidentFiles): NonNullable<ReturnType<typeof parseManifest>> {
  const manifest = parseManifest(files.contents.get(`${ID}/manifest.json`)?.toString() ?? '');
  assert.ok(manifest, 'the manifest must be readable');
  return manifest;
}

/** Every part is there with its hash and nothing else is. */
function assertWhole(files: FakeIncidentFiles): void {
  const manifest = manifestOf(files);
  for (const part of manifest.parts) {
    const bytes = files.contents.get(`${ID}/${part.path}`);
    assert.ok(bytes, part.path);
    assert.equal(createHash('sha256').update(bytes).digest('hex'), part.sha256, part.path);
    assert.equal(bytes.length, part.bytes);
  }
  const expected = [...manifest.parts.map((part) => part.path), 'manifest.json'].map(
    (path) => `${ID}/${path}`,
  );
  assert.deepEqual([...files.contents.keys()].sort(), [...expected, `${ID}.tar.gz`].sort());
}

describe('an incident bundle', () => {
  it('holds every part with its hash, the reasons of the missing ones, and both reports', async () => {
    const files = withDump();
    await wholeLife(files);
    assertWhole(files);
    const manifest = manifestOf(files);
    assert.deepEqual(manifest.parts.map((part) => part.path).sort(), [
      'console/tail.txt',
      'evidence.json',
      'memory/dump.kdump',
      'report.html',
      'report.txt',
      'sysrq/t.txt',
    ]);
    assert.deepEqual(
      manifest.missing.map(({ path, reason }) => [path, reason]),
      [['sysrq/z.txt', 'no route']],
    );
    assert.equal(manifest.interrupted, undefined);
    assert.deepEqual(manifest.redacted, { 'config-secret': 1 });
    assert.match(files.contents.get(`${ID}/report.txt`)?.toString() ?? '', /spin_forever/u);
    assert.equal(files.contents.get(`${ID}/console/tail.txt`)?.toString(), 'login with [redacted]\n');
  });

  it('is whole, or not there, or sealed with what it had, at whatever change the world ends', async () => {
    const counting = withDump();
    await wholeLife(counting);
    const seen = new Set<string>();
    for (let changes = 1; changes <= counting.changes; changes += 1) {
      const files = withDump(changes);
      await assert.rejects(wholeLifeOf(files), WorldEnd);
      files.revive();
      const recovery = await recoverIncidents(files, LATER_MS);
      assert.deepEqual(recovery.problems, []);
      if (files.contents.size === 0) {
        seen.add('nothing');
        continue;
      }
      assertWhole(files);
      seen.add(manifestOf(files).interrupted === true ? 'interrupted' : 'whole');
    }
    assert.deepEqual([...seen].sort(), ['interrupted', 'nothing', 'whole']);
  });

  it('is whole also when the recovery itself is ended at every change', async () => {
    const dying = withDump();
    const bundle = await open(dying);
    await bundle.add(input('sysrq/t.txt'), Buffer.from('task states'));
    await dying.write(`${ID}.open/sysrq/w.txt`, Buffer.from('half a pa'));
    const before = new Map(dying.contents);
    for (let changes = 1; ; changes += 1) {
      const files = new FakeIncidentFiles({ changes });
      for (const [path, bytes] of before) files.contents.set(path, bytes);
      const isOver = await recoverIncidents(files, LATER_MS).then(
        (recovery) => recovery.problems.length === 0,
        (error: unknown) => {
          assert.ok(error instanceof WorldEnd);
          return false;
        },
      );
      files.revive();
      await recoverIncidents(files, LATER_MS + 1);
      assertWhole(files);
      assert.equal(manifestOf(files).interrupted, true);
      if (isOver) return;
    }
  });

  it('loses a part to a full disk and says so, and keeps the next', async () => {
    const files = withDump();
    const bundle = await open(files);
    files.revive(2);
    const refused = await bundle.add(input('sysrq/t.txt'), Buffer.from('task states'));
    assert.equal(refused.ok, false);
    files.revive();
    assert.equal((await bundle.add(input('sysrq/w.txt'), Buffer.from('blocked'))).ok, true);
    const manifest = await bundle.seal(SEALED_MS);
    assert.match(manifest.missing[0]?.reason ?? '', /could not be written: the world has ended/u);
    assertWhole(files);
  });

  it('takes secrets out of reasons too, and no fixed word of the manifest is lost to one', async () => {
    const files = withDump();
    const { verdict } = makeDemoHead();
    const head = makeDemoHead({ verdict: { ...verdict, reason: 'the console said hunter22' } });
    const redactor = new Redactor(['hunter22', 'kernel', 'dead']);
    const bundle = await IncidentBundle.open(head, { files, redactor, bytesMax: 1000 });
    await bundle.addMissing({ ...input('sysrq/t.txt'), reason: 'login as hunter22 failed' });
    await bundle.addEvidence({ notes: ['hunter22'] });
    await bundle.seal(SEALED_MS);
    assertWhole(files);
    assert.equal(manifestOf(files).verdict.rung, 'kernel');
    for (const [path, bytes] of files.contents) assert.ok(!bytes.includes('hunter22'), path);
  });

  it('refuses what is over its bytes, and goes on with what fits', async () => {
    const files = withDump();
    const bundle = await open(files, { bytesMax: 10 });
    assert.deepEqual(await bundle.add(input('sysrq/t.txt'), Buffer.alloc(11)), {
      ok: false,
      reason: '11 bytes are more than the 10 that are left for this incident',
    });
    assert.equal((await bundle.add(input('sysrq/w.txt'), Buffer.alloc(10))).ok, true);
    assert.equal(bundle.bytesLeft, 0);
  });

  it('takes parts of several steps at once', async () => {
    const files = withDump();
    const bundle = await open(files);
    await Promise.all(
      ['t', 'w', 'l', 'm'].map((key) => bundle.add(input(`sysrq/${key}.txt`), Buffer.from(key))),
    );
    assert.equal((await bundle.seal(SEALED_MS)).parts.length, 7);
    await assert.rejects(bundle.add(input('sysrq/q.txt'), Buffer.from('q')), /is sealed/u);
  });

  it('refuses a path that is not ours, and one that is there already', async () => {
    const bundle = await open(withDump());
    for (const path of [
      '../x.txt',
      '/etc/x.txt',
      'a/../x.txt',
      'a/x.html',
      'manifest.json',
      'a/b.tar.gz',
      'A/x.txt',
    ]) {
      await assert.rejects(bundle.add(input(path), Buffer.from('x')), /no path of a part/u, path);
    }
    await bundle.add(input('a/x.txt'), Buffer.from('x'));
    await assert.rejects(bundle.add(input('a/x.txt'), Buffer.from('x')), /already/u);
  });

  it('tells a part that was changed while it was open as missing', async () => {
    const files = withDump();
    const bundle = await open(files);
    await bundle.add(input('sysrq/t.txt'), Buffer.from('task states'));
    files.contents.set(`${ID}.open/sysrq/t.txt`, Buffer.from('other states'));
    const manifest = await bundle.seal(SEALED_MS);
    assert.match(manifest.missing[0]?.reason ?? '', /changed after it was taken/u);
    assertWhole(files);
  });
});

/** A part that the end of the world took makes the next call fail, also where a full disk would be forgiven. */
async function wholeLifeOf(files: FakeIncidentFiles): Promise<void> {
  await wholeLife(files);
  throw new WorldEnd('the end came inside a forgiven call');
}
