import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { ControlApi } from '#companion/control/api.ts';
import { ControlClient, ControlError } from '#companion/control/client.ts';
import { startControlServer, stopControlServer } from '#companion/control/server.ts';
import type { StatusReport } from '#companion/control/status.ts';

const status = { node: 'n\u001b', vms: [] } as unknown as StatusReport;

const api: ControlApi = {
  status: () => status,
  ping: (vm, o) => Promise.resolve(vm === 'we/b ü' ? { ok: true, roundTripMs: o.payloadBytes } : undefined),
  snapshots: (vm, count) => (vm === 'web' ? ['{"a":1}', '{"a":2}'].slice(-count) : undefined),
  explain: (vm) => (vm === 'web' ? { vm, state: 'healthy', reason: 'seen', forMs: 5, votes: [] } : undefined),
  diagnose: (vm, { level }, onEvent) => {
    if (vm !== 'web') return false;
    onEvent({ kind: 'opened', incident: level });
    onEvent({ kind: 'sealed', incident: level, parts: 1, missing: 0 });
    return true;
  },
  captured: (vm) => (vm === 'web' ? Uint8Array.of(0, 255, 10) : undefined),
};

async function serve(t: TestContext, given: ControlApi | undefined = api): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'cherub-control-'));
  const path = join(directory, 'control.sock');
  const server = await startControlServer(path, () => given);
  t.after(async () => {
    await stopControlServer(server);
    rmSync(directory, { recursive: true, force: true });
  });
  return path;
}

function ask(socketPath: string, method: string, path: string): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ socketPath, method, path, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks) }));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

const client = (path: string): ControlClient => new ControlClient(path, new AbortController().signal);

test('only the owner may open the socket', async (t) => {
  assert.equal(statSync(await serve(t)).mode & 0o777, 0o600);
});

test('status, snapshots and the raw console are given, and text is harmless to look at', async (t) => {
  const path = await serve(t);
  assert.deepEqual(await client(path).status(), status);
  assert.equal((await ask(path, 'GET', '/v1/status')).body.toString(), '{"node":"n\\u001b","vms":[]}\n');
  assert.equal((await ask(path, 'GET', '/v1/vms/web/snapshots?last=1')).body.toString(), '[{"a":2}]\n');
  assert.deepEqual([...(await ask(path, 'GET', '/v1/vms/web/console')).body], [0, 255, 10]);
});

test('a verdict is explained, and a diagnosis tells what it does until it is sealed', async (t) => {
  const path = await serve(t);
  assert.equal((await client(path).explain('web')).state, 'healthy');
  const kinds: string[] = [];
  for await (const { kind } of client(path).diagnose('web', 'observe')) kinds.push(kind);
  assert.deepEqual(kinds, ['opened', 'sealed']);
  await assert.rejects(client(path).diagnose('nobody', 'observe').next(), /no VM nobody/u);
  const refused = await ask(path, 'POST', '/v1/vms/web/diagnose?level=everything');
  assert.equal(refused.status, 400);
  assert.match(refused.body.toString(), /must be one of observe, ask, disturb, harm/u);
});

test('a VM is found by any name, and numbers are held to their bounds', async (t) => {
  const path = await serve(t);
  assert.deepEqual(await client(path).ping('we/b ü', { payloadBytes: 1e9, deadlineMs: 1 }), {
    ok: true,
    roundTripMs: 1024,
  });
  await assert.rejects(client(path).ping('no', { payloadBytes: 1, deadlineMs: 1 }), (error: unknown) => {
    return (
      error instanceof ControlError && error.code === 'refused' && /there is no VM no/.test(error.message)
    );
  });
});

test('what is no route is refused in words', async (t) => {
  const path = await serve(t);
  const asked = await Promise.all(
    ['/', '/v1', '/v2/status', '/v1/vms/web/link/ping', '/v1/vms/%zz/console', '//x/v1/status'].map((each) =>
      ask(path, 'GET', each),
    ),
  );
  assert.deepEqual(
    asked.map(({ status: code }) => code),
    [404, 404, 404, 404, 404, 404],
  );
});

test('a companion that is starting says so', async (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'cherub-control-'));
  const path = join(directory, 'control.sock');
  const server = await startControlServer(path, () => undefined);
  t.after(async () => {
    await stopControlServer(server);
    rmSync(directory, { recursive: true, force: true });
  });
  await assert.rejects(client(path).status(), /cherub serve is starting/);
});

test('watch gives report after report, and ends with its reader', async (t) => {
  const path = await serve(t);
  let count = 0;
  for await (const report of client(path).watch(200)) {
    assert.deepEqual(report, status);
    count += 1;
    if (count === 3) break;
  }
  assert.equal(count, 3);
});

test('a socket that a dead companion left is taken over, a living one is not', async (t) => {
  const path = await serve(t);
  await assert.rejects(
    startControlServer(path, () => api),
    /another cherub serve uses this state directory/,
  );
  const stale = `${path}.stale`;
  writeFileSync(stale, '');
  const server = await startControlServer(stale, () => api);
  await stopControlServer(server);
});

test('a client that sends garbage or nothing disturbs no other', async (t) => {
  const path = await serve(t);
  const silent = connect(path);
  const noisy = connect(path);
  t.after(() => {
    silent.destroy();
    noisy.destroy();
  });
  silent.on('error', () => undefined);
  noisy.on('error', () => undefined);
  noisy.write(Buffer.alloc(100_000, 0xa5));
  assert.deepEqual(await client(path).status(), status);
});
