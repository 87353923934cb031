import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { formatArchive } from '#companion/incidents/archive/ustar.ts';
import { IncidentBundle, type PartInput } from '#companion/incidents/bundle.ts';
import { openIncidentFiles } from '#companion/incidents/incident-files.ts';
import { IncidentStore } from '#companion/incidents/incident-store.ts';
import { recoverIncidents } from '#companion/incidents/recover.ts';
import { Redactor } from '#companion/incidents/redaction/redactor.ts';
import { DEMO_OPENED_MS, makeDemoEvidence, makeDemoHead } from '#test/support/make-demo-incident.ts';

const folder = mkdtempSync(join(tmpdir(), 'cherub-incidents-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function input(path: string, o: Partial<PartInput> = {}): PartInput {
  return { path, source: 'a step', level: 'ask', takenAtMs: DEMO_OPENED_MS, mediaType: 'text/plain', ...o };
}

/** On the real disk, with a part that holds memory. */
async function sealOne(root: string): Promise<string> {
  const files = openIncidentFiles(root);
  await recoverIncidents(files, DEMO_OPENED_MS);
  const o = { files, redactor: new Redactor([]), bytesMax: 1_000_000 };
  const bundle = await IncidentBundle.open(makeDemoHead(), o);
  await bundle.addEvidence(makeDemoEvidence());
  await bundle.add(input('sysrq/deep/t.txt'), Buffer.from('task states\n'.repeat(200)));
  const dump = join(folder, 'dump');
  writeFileSync(dump, Buffer.alloc(70_000, 7));
  const local = { mediaType: 'application/octet-stream', local: true as const, level: 'harm' as const };
  await bundle.addFile(input('memory/dump.kdump', local), dump, 70_000);
  await bundle.seal(DEMO_OPENED_MS + 1000);
  return bundle.id;
}

describe('the archive of an incident', () => {
  it('is read by tar, holds what the bundle holds, and leaves memory on the node', async () => {
    const root = join(folder, 'one');
    const id = await sealOne(root);
    const out = mkdtempSync(join(folder, 'out-'));
    execFileSync('tar', ['-xzf', join(root, `${id}.tar.gz`), '-C', out]);
    const names = execFileSync('tar', ['-tzf', join(root, `${id}.tar.gz`)], { encoding: 'utf8' });
    assert.deepEqual(
      names.trim().split('\n'),
      ['manifest.json', 'report.html', 'report.txt', 'evidence.json', 'sysrq/deep/t.txt'].map(
        (path) => `${id}/${path}`,
      ),
    );
    for (const path of ['manifest.json', 'report.html', 'sysrq/deep/t.txt']) {
      assert.deepEqual(readFileSync(join(out, id, path)), readFileSync(join(root, id, path)), path);
    }
  });

  it('has the memory too when somebody asks for it', async () => {
    const root = join(folder, 'two');
    const id = await sealOne(root);
    const store = new IncidentStore(openIncidentFiles(root));
    const found = await store.find(id);
    assert.ok(found?.manifest);
    const exported = openIncidentFiles(folder);
    await store.export(found.manifest, (bytes) => exported.write('all.tar.gz', bytes), { withMemory: true });
    const dump = execFileSync('tar', ['-xzOf', join(folder, 'all.tar.gz'), `${id}/memory/dump.kdump`]);
    assert.deepEqual(dump, Buffer.alloc(70_000, 7));
    assert.deepEqual((await store.check(found.manifest)).problems, []);
    writeFileSync(join(root, id, 'sysrq/deep/t.txt'), 'other');
    rmSync(join(root, id, 'memory/dump.kdump'));
    assert.deepEqual((await store.check(found.manifest)).problems, [
      'sysrq/deep/t.txt was changed after it was sealed',
      'memory/dump.kdump is gone',
    ]);
  });

  it('says the size of a file of 8 GiB and more as tar reads it', async () => {
    const bytes = 9 * 1024 ** 3;
    const parts = formatArchive([
      { name: 'a/big.bin', bytes, modifiedMs: 0, content: async function* () {} },
    ]);
    const header = (await parts.next()).value;
    assert.ok(header instanceof Uint8Array);
    const file = join(folder, 'big.tar');
    writeFileSync(file, header);
    // tar tells the size and then that the rest is not there
    const told = tarList(file);
    assert.match(told, /9663676416 .*a\/big\.bin/u);
  });

  it('does not pretend when a file has another length than it said', async () => {
    const entry = {
      name: 'a/x.txt',
      bytes: 3,
      modifiedMs: 0,
      content: async function* () {
        yield Buffer.from('four');
      },
    };
    await assert.rejects(async () => {
      for await (const _ of formatArchive([entry]));
    }, /changed while it was put into the archive/u);
  });
});

function tarList(file: string): string {
  try {
    return execFileSync('tar', ['-tvf', file], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
}
