import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createBench, fullConfig, ofKind } from '#test/support/companion-bench.ts';
import { eventually } from '#test/support/eventually.ts';
import { runCherub } from '#test/support/run-cherub.ts';

test('with bundles: send an archive leaves the node in parts, after its summary, and is joined whole', async (t) => {
  const bench = createBench(t, (guest) => `${fullConfig(guest)}diagnosis: { bundles: send }\n`);
  await bench.guest.start();
  await bench.serve();
  await eventually('the console is connected', () => bench.guest.hasConsole || undefined);
  bench.guest.print(`secret text of a guest ${'x'.repeat(200)}\r\n`);
  const state = join(bench.directory, 'state');
  const run = await runCherub(['diagnose', 'web', '--level', 'observe', '--state', state, '--json']);
  assert.equal(run.code, 0, run.err);
  const parts = await eventually('all parts are out', () => {
    const found = ofKind(bench.entries(), 'bundle');
    return found.length > 0 && found.length === Number(found[0]?.tags['cherub.parts']) ? found : undefined;
  });
  const incident = parts[0]?.tags['cherub.incident'] ?? '';
  const kinds = bench.entries().map(({ tags }) => tags['cherub.kind']);
  assert.ok(kinds.indexOf('incident') < kinds.indexOf('bundle'));
  const joined = await runCherub(
    ['bundle', 'join', join(bench.directory, 'entries.jsonl'), '--folder', bench.directory],
    { cwd: bench.directory },
  );
  assert.equal(joined.code, 0, joined.err);
  const name = `${incident}.tar.gz`;
  assert.deepEqual(readFileSync(join(bench.directory, name)), readFileSync(join(state, 'incidents', name)));
});
