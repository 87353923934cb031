import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { runCheck } from '#agent/core/checks/run-check.ts';
import { readAgentConfig } from '#agent/core/config/read-agent-config.ts';
import { createNodeChecks } from '#agent/platform/node/checks/node-checks.ts';
import { createNodeSysrq } from '#agent/platform/node/sysrq/node-sysrq.ts';

const folder = mkdtempSync(join(tmpdir(), 'cherub-checks-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const port = createNodeChecks();

async function run(check: string, timeoutMs = 5000): Promise<string> {
  const read = readAgentConfig(`checks: [{ name: c, ${check} }]`, () => undefined);
  assert.ok(read.ok, JSON.stringify(read));
  const [config] = read.value.checks;
  assert.ok(config);
  const tools = { port, wallUs: () => Date.now() * 1000, timeoutMs };
  const { outcome, message } = await runCheck(config, tools);
  return `${outcome}: ${message}`;
}

async function listen(t: TestContext, server: ReturnType<typeof createTcpServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return address.port;
}

test('a real program: its end, its output, and no more of it than is wanted', async () => {
  const o = { timeoutMs: 10_000, outputBytesMax: 100 };
  assert.deepEqual(await port.run(['/bin/sh', '-c', 'echo out; echo err >&2; exit 4'], o), {
    kind: 'ended',
    code: 4,
    output: 'out\n',
  });
  const long = await port.run(['/bin/sh', '-c', 'head -c 1000000 /dev/zero | tr "\\0" x'], o);
  assert.ok(long.kind === 'ended' && long.output.length === 100);
  assert.equal((await port.run(['/bin/sh', '-c', 'kill -9 $$'], o)).kind, 'killed');
  const missing = await port.run(['/no/such/program'], o);
  assert.deepEqual(missing, { kind: 'failed', problem: '/no/such/program is not there' });
});

test('a program that does not end is killed with all that it started', async () => {
  const pidFile = join(folder, 'pid');
  const script = `sleep 300 & echo $! >${pidFile}; sleep 300`;
  const end = await port.run(['/bin/sh', '-c', script], { timeoutMs: 1000, outputBytesMax: 100 });
  assert.equal(end.kind, 'timeout');
  const child = await port.readPart(pidFile, { bytesMax: 20, from: 'start' });
  assert.ok(child.ok);
  const state = await port.readPart(`/proc/${Number(Buffer.from(child.bytes).toString())}/stat`, {
    bytesMax: 100,
    from: 'start',
  });
  assert.ok(!state.ok || / Z /.test(Buffer.from(state.bytes).toString()), 'it is gone, or not yet buried');
});

test('a grandchild that keeps the output open does not keep the check', async () => {
  const end = await port.run(['/bin/sh', '-c', 'echo said; sleep 5 & exit 0'], {
    timeoutMs: 60_000,
    outputBytesMax: 100,
  });
  assert.deepEqual(end, { kind: 'ended', code: 0, output: 'said\n' });
});

test('a real web server: its answer, a refusal, and one that never answers', async (t) => {
  const server = createServer((request, response) => {
    if (request.url === '/slow') return;
    response.end('x'.repeat(200_000));
  });
  t.after(() => server.closeAllConnections());
  const number = await listen(t, server);
  assert.equal(await run(`http: { url: "http://127.0.0.1:${number}/", contains: xxx }`), 'ok: status 200');
  assert.equal(
    await run(`http: { url: "http://127.0.0.1:${number}/slow" }`, 300),
    'failed: no answer within 0.3 s',
  );
  assert.equal(await run('http: { url: "http://127.0.0.1:1/" }'), 'failed: no answer: ECONNREFUSED');
});

test('a real port is seen to be listened on, and not any more when it is closed', async (t) => {
  const server = createTcpServer();
  const number = await listen(t, server);
  assert.match(await run(`tcp: { port: ${number}, address: 127.0.0.1 }`), /^ok/);
  await new Promise((resolve) => server.close(resolve));
  assert.match(await run(`tcp: { port: ${number} }`), /^failed/);
});

test('the end of a real file, folders, and what is neither', async () => {
  const path = join(folder, 'log');
  writeFileSync(path, 'a'.repeat(1000));
  appendFileSync(path, 'end');
  const tail = await port.readPart(path, { bytesMax: 5, from: 'end' });
  assert.ok(tail.ok && Buffer.from(tail.bytes).toString() === 'aaend');
  const head = await port.readPart(path, { bytesMax: 5, from: 'start' });
  assert.ok(head.ok && Buffer.from(head.bytes).toString() === 'aaaaa');
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'sub', 'one'), '');
  assert.deepEqual(await port.list(join(folder, 'sub'), 10), { ok: true, names: ['one'] });
  assert.deepEqual(await port.list(join(folder, 'none'), 10), { ok: false, code: 'ENOENT' });
  assert.equal((await port.readPart('/dev/zero', { bytesMax: 5, from: 'start' })).ok, false);
  const found = await port.modified(path);
  assert.ok(found.ok && found.sizeBytes === 1003 && Math.abs(found.modifiedUs / 1000 - Date.now()) < 60_000);
});

test('this very process is found by name and argument', async () => {
  const stat = await port.readPart('/proc/self/comm', { bytesMax: 64, from: 'start' });
  assert.ok(stat.ok);
  const name = Buffer.from(stat.bytes).toString().trim();
  assert.match(await run(`process: { name: "${name}" }`), /^ok/);
  assert.match(await run(`process: { name: "${name}", argument: node-checks }`), /^ok/);
  assert.match(await run(`process: { name: "${name}", argument: surely-not-there-at-all }`), /^failed/);
});

test('a key is written to the trigger, and what cannot be written is told', async () => {
  const trigger = join(folder, 'trigger');
  writeFileSync(trigger, '');
  const sysrq = createNodeSysrq({ trigger, log: join(folder, 'none') });
  assert.deepEqual(await sysrq.trigger('w'), { ok: true, value: undefined });
  const written = await port.readPart(trigger, { bytesMax: 10, from: 'start' });
  assert.ok(written.ok && Buffer.from(written.bytes).toString() === 'w');
  assert.match(JSON.stringify(sysrq.openLog()), /cannot be read: ENOENT/);
  const missing = createNodeSysrq({ trigger: join(folder, 'none'), log: '/dev/null' });
  assert.match(JSON.stringify(await missing.trigger('w')), /cannot be written: ENOENT/);
});
