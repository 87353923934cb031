import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import type { UiFleet } from '#companion/controller/page/ui-types.ts';
import { createEveApiSink } from '#companion/sinks/eve-api/sink.ts';
import { makeEntry } from '#test/support/make-entry.ts';

let dir: string;
const children = new Set<ChildProcessWithoutNullStreams>();
before(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'cherub-process-')), 'controller');
});
after(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

function start(...args: string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, ['companion/main.ts', 'controller', ...args, '--dir', dir]);
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = start(...args);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

async function serve(): Promise<{
  child: ChildProcessWithoutNullStreams;
  deviceUrl: string;
  pageUrl: string;
}> {
  const child = start('serve', '--listen', '127.0.0.1:0', '--page', '127.0.0.1:0', '--json');
  child.stderr.pipe(process.stderr);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, ...(JSON.parse(line) as { deviceUrl: string; pageUrl: string }) };
}

test('init, add, serve, send, stop and serve again, as a person would', async () => {
  const early = await run('serve');
  assert.deepEqual([early.code, early.out], [2, '']);
  assert.match(early.err, /^cherub: cannot read .*: run cherub controller init --dir .* first\n$/u);
  assert.equal((await run('init', '--json')).code, 0);
  const again = await run('init');
  assert.equal(again.code, 1);
  assert.match(again.err, /nothing was changed/u);
  const added = JSON.parse((await run('device', 'add', 'edge-1', '--json')).out);

  const first = await serve();
  const sink = createEveApiSink({ ...added, name: 's', url: first.deviceUrl, apiVersion: 1 });
  const batch = [makeEntry({ content: 'before the restart' })];
  assert.deepEqual(await sink.deliver(batch, new AbortController().signal), { kind: 'delivered' });
  await sink.close?.();
  // The controller is killed right after its 201: what it answered for must be there.
  first.child.kill('SIGKILL');
  await once(first.child, 'close');

  const second = await serve();
  const fleet = (await (await fetch(`${second.pageUrl}/api/ui/apps`)).json()) as UiFleet;
  assert.deepEqual(
    fleet.apps.map((app) => [app.name, app.entries]),
    [['web', 1]],
  );
  // An open page must not keep the controller from ending.
  const page = await fetch(`${second.pageUrl}/api/ui/events`);
  second.child.kill('SIGTERM');
  const [code, signal] = (await once(second.child, 'close')) as [number | null, string | null];
  assert.deepEqual([code, signal], [0, null]);
  await page.text();
});
