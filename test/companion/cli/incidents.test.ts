import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { IncidentBundle } from '#companion/incidents/bundle.ts';
import { openIncidentFiles } from '#companion/incidents/incident-files.ts';
import { INCIDENTS_FOLDER } from '#companion/incidents/places.ts';
import { recoverIncidents } from '#companion/incidents/recover.ts';
import { Redactor } from '#companion/incidents/redaction/redactor.ts';
import { DEMO_OPENED_MS, makeDemoEvidence, makeDemoHead } from '#test/support/make-demo-incident.ts';
import { runCherub } from '#test/support/run-cherub.ts';

const OLDER = '20261124T034512Z-6ba7b810-a1b2c3';
const NEWER = '20261124T040000Z-6ba7b810-000001';

describe('cherub incidents', () => {
  const state = mkdtempSync(join(tmpdir(), 'cherub-state-'));
  const root = join(state, INCIDENTS_FOLDER);

  before(async () => {
    const files = openIncidentFiles(root);
    await recoverIncidents(files, DEMO_OPENED_MS);
    for (const id of [OLDER, NEWER]) {
      const head = makeDemoHead({ id, vm: { name: 'web\u001b[2J', appId: makeDemoHead().vm.appId } });
      const o = { files, redactor: new Redactor([]), bytesMax: 1_000_000 };
      const bundle = await IncidentBundle.open(head, o);
      await bundle.addEvidence(makeDemoEvidence());
      const dump = join(state, 'dump');
      writeFileSync(dump, 'memory');
      const origin = { source: 'a step', level: 'harm', takenAtMs: DEMO_OPENED_MS } as const;
      const kdump = {
        ...origin,
        path: 'memory/dump.kdump',
        mediaType: 'application/octet-stream',
        local: true as const,
      };
      await bundle.addFile(kdump, dump, 6);
      await bundle.add({ ...origin, path: 'sysrq/t.txt', mediaType: 'text/plain' }, Buffer.from('tasks'));
      await bundle.seal(DEMO_OPENED_MS + 1000);
    }
  });
  after(() => rmSync(state, { recursive: true, force: true }));

  function incidents(...args: string[]): ReturnType<typeof runCherub> {
    return runCherub(['incidents', ...args, '--state', state], { cwd: state });
  }

  it('lists them with verdict and size, with nothing that a terminal obeys', async () => {
    const { code, out } = await incidents('list');
    assert.equal(code, 0);
    assert.match(out, new RegExp(`${OLDER} +web\\\\x1b\\[2J +dead: kernel +2026-11-24 .*\\n${NEWER}`, 'u'));
    const listed = JSON.parse((await incidents('list', '--json')).out) as {
      id: string;
      verdict: { rung: string };
    }[];
    assert.deepEqual(
      listed.map(({ id, verdict }) => [id, verdict.rung]),
      [
        [OLDER, 'kernel'],
        [NEWER, 'kernel'],
      ],
    );
  });

  it('shows the report of the last one, or of one by the beginning of its id', async () => {
    const last = await incidents('show', 'last');
    assert.equal(last.code, 0);
    assert.match(last.out, new RegExp(`incident +${NEWER}`, 'u'));
    assert.match(last.out, /culprit +spin_forever[\s\S]*manifest {2}sha256 [0-9a-f]{64}/u);
    assert.match((await incidents('show', '20261124T03')).out, new RegExp(OLDER, 'u'));
  });

  it('tells by one line and code what it cannot find or tell apart', async () => {
    const none = await incidents('show', '2025');
    assert.deepEqual(
      [none.code, none.err],
      [1, 'cherub: there is no sealed incident 2025; see: cherub incidents list\n'],
    );
    const both = await incidents('show', '2026');
    assert.deepEqual(
      [both.code, both.err],
      [2, 'cherub: 2 incidents begin with 2026; name more of its id\n'],
    );
  });

  it('exports without the memory of the guest, and with it on demand', async () => {
    const { code, out } = await incidents('export', 'last');
    assert.equal(code, 0);
    assert.match(out, /1 part with guest memory left out, see --with-memory/u);
    const file = join(state, `${NEWER}.tar.gz`);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const names = (path: string): string => execFileSync('tar', ['-tzf', path], { encoding: 'utf8' });
    assert.doesNotMatch(names(file), /dump/u);
    await incidents('export', 'last', '--with-memory', '--output', 'all.tar.gz');
    assert.match(names(join(state, 'all.tar.gz')), /memory\/dump\.kdump/u);
    const failed = await incidents('export', 'last', '--output', 'no/such/place.tar.gz');
    assert.equal(failed.code, 1);
    assert.match(failed.err, /^cherub: cannot write .*ENOENT.*\n$/u);
    assert.deepEqual(
      readdirSync(state).filter((name) => name.endsWith('.new')),
      [],
    );
  });

  it('tells when a part is not as it was sealed', async () => {
    writeFileSync(join(root, OLDER, 'sysrq/t.txt'), 'other');
    const { code, out } = await incidents('show', OLDER);
    assert.equal(code, 1);
    assert.match(out, /not as it was sealed: sysrq\/t\.txt was changed after it was sealed/u);
  });
});
