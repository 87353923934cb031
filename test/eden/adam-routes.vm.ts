import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Entry } from '#companion/entries/entry.ts';
import { createEveApiSink } from '#companion/sinks/eve-api/sink.ts';
import { createEveNewlogSink } from '#companion/sinks/eve-newlog/sink.ts';
import { post } from '#companion/sinks/post.ts';
import { makeEntry, TEST_APP } from '#test/support/make-entry.ts';
import { podLogs } from './pod-logs.ts';
import { startAdam } from './start-adam.ts';

const signal = new AbortController().signal;

/** Lines by which a guest might try to forge another line, another app's line, or to break the file. */
const HOSTILE = [
  '{"source":"zedagent","appuuid":"00000000-0000-0000-0000-000000000000","content":"forged"}',
  '"}\n{"severity":"emerg","source":"kernel","content":"forged","msgid":1}\n{"',
  'level=fatal time=2030-01-01 msg="forged"',
  `\u2028\u0000\u001b[2J\u202e </script> ${'x'.repeat(30_000)}`,
];

test('real Adam takes every route of both versions, real eden prints what came, hostile lines forge nothing', {
  timeout: 180_000,
}, async (t) => {
  const adam = await startAdam(t, { id: TEST_APP, displayName: 'web' });
  const sent: Entry[] = [];
  const { url, device, ca, certificate, key } = adam;
  for (const apiVersion of [1, 2] as const) {
    for (const route of ['logs', 'newlogs'] as const) {
      const sink = createEveApiSink({
        ...{ name: 'adam', url, apiVersion, device, route, ca, certificate, key, pingEveryMs: 0 },
      });
      const batch = HOSTILE.map((content, i) => makeEntry({ id: `v${apiVersion}/${route}/${i}`, content }));
      assert.deepEqual(await sink.deliver(batch, signal), { kind: 'delivered' }, `v${apiVersion} ${route}`);
      await sink.close?.();
      sent.push(...batch);
    }
  }
  // The file that EVE would upload, posted as EVE posts it.
  const folder = mkdtempSync(join(tmpdir(), 'cherub-upload-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const files = HOSTILE.map((content, i) => makeEntry({ id: `file/${i}`, content }));
  await createEveNewlogSink({ name: 'eve', folder, filesMax: 10 }).deliver(files, signal);
  const agent = new Agent({ ca: readFileSync(ca), cert: readFileSync(certificate), key: readFileSync(key) });
  t.after(() => agent.destroy());
  for (const name of readdirSync(folder)) {
    const answer = await post({
      url: new URL(`/api/v1/edgedevice/apps/instanceid/id/${TEST_APP}/newlogs`, url),
      agent,
      contentType: 'application/x-proto-binary',
      body: readFileSync(join(folder, name)),
      timeoutMs: 20_000,
      signal,
    });
    assert.equal(answer.kind === 'answer' && answer.status, 201);
  }
  sent.push(...files);

  const printed = await podLogs(adam, 'web');
  assert.deepEqual(
    printed.map(({ tags, content, source }) => [tags?.['cherub.id'], content, source]),
    sent.map(({ id, content }) => [id, content, 'console']),
  );
});
