import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ControllerError } from '#companion/controller/controller-error.ts';
import { controllerFiles } from '#companion/controller/controller-files.ts';
import { initController } from '#companion/controller/init-controller.ts';
import { addDevice, listDevices, removeDevice } from '#companion/controller/manage-devices.ts';
import { isLoopback, parseHostPort } from '#companion/controller/parse-host-port.ts';
import { runController } from '#companion/controller/run-controller.ts';
import { issueContext } from '#test/support/start-controller.ts';

let base: string;
before(() => {
  base = mkdtempSync(join(tmpdir(), 'cherub-manage-'));
});
after(() => {
  rmSync(base, { recursive: true });
});

const init = (dir: string, names: string[] = []) => initController({ dir, names, issueContext });

function isError(code: 'usage' | 'failed', words: RegExp) {
  return (error: unknown): boolean => {
    assert.ok(error instanceof ControllerError, String(error));
    assert.equal(error.code, code, error.message);
    assert.match(error.message, words);
    assert.doesNotMatch(error.message, /\n/u);
    return true;
  };
}

test('init makes files that only their owner can read, and a chain that holds', async () => {
  const dir = join(base, 'a', 'deep');
  const { names } = await init(dir, ['controller.example', '192.0.2.7', 'localhost']);
  assert.deepEqual(names, ['localhost', '127.0.0.1', '::1', 'controller.example', '192.0.2.7']);
  const files = controllerFiles(dir);
  for (const name of readdirSync(dir)) {
    const mode = statSync(join(dir, name)).mode & 0o777;
    assert.equal(mode, name === 'devices' ? 0o700 : 0o600, name);
  }
  const ca = new X509Certificate(readFileSync(files.ca));
  const server = new X509Certificate(readFileSync(files.server));
  assert.equal(ca.ca, true);
  assert.ok(server.verify(ca.publicKey));
  assert.equal(server.ca, false);
  assert.ok(server.checkHost('controller.example'));
  assert.ok(server.checkIP('192.0.2.7'));
  assert.equal(server.publicKey.asymmetricKeyDetails?.namedCurve, 'prime256v1');
});

test('init does not touch a controller that is there', async () => {
  const dir = join(base, 'b');
  await init(dir);
  const before = readFileSync(controllerFiles(dir).caKey, 'utf8');
  await assert.rejects(init(dir), isError('failed', /there already.*nothing was changed/u));
  assert.equal(readFileSync(controllerFiles(dir).caKey, 'utf8'), before);
});

test('a name that no certificate can hold is refused', async () => {
  for (const name of ['', 'two words', '-x', 'a/b', 'x'.repeat(300), 'http://x']) {
    await assert.rejects(init(join(base, 'c'), [name]), isError('usage', /neither a host name nor an IP/u));
  }
});

test('devices come, are listed, and go', async () => {
  const dir = join(base, 'd');
  await init(dir);
  const added = await addDevice({ dir, name: 'edge-1', issueContext: issueContext() });
  assert.equal(statSync(added.key).mode & 0o777, 0o600);
  assert.deepEqual(
    listDevices(dir).map((device) => [device.name, device.fingerprint, device.seenMs]),
    [['edge-1', added.fingerprint, undefined]],
  );
  const again = addDevice({ dir, name: 'edge-1', issueContext: issueContext() });
  await assert.rejects(again, isError('failed', /already/u));
  removeDevice({ dir, name: 'edge-1' });
  assert.deepEqual(listDevices(dir), []);
  assert.throws(() => removeDevice({ dir, name: 'edge-1' }), isError('failed', /no device edge-1/u));
  await addDevice({ dir, name: 'edge-1', issueContext: issueContext() });
});

test('a device name cannot leave its folder', async () => {
  const dir = join(base, 'e');
  await init(dir);
  for (const name of ['../x', 'a/b', '', '.', '..', '-rf', 'x'.repeat(64), 'a\nb']) {
    const adding = addDevice({ dir, name, issueContext: issueContext() });
    await assert.rejects(adding, isError('usage', /cannot be a device's name/u));
  }
});

test('without init every command says what to do', async () => {
  const dir = join(base, 'none');
  await assert.rejects(
    addDevice({ dir, name: 'x', issueContext: issueContext() }),
    isError('usage', /run cherub controller init/u),
  );
  assert.throws(() => listDevices(dir), isError('usage', /run cherub controller init/u));
  const at = { host: '127.0.0.1', port: 0 };
  await assert.rejects(
    runController({ dir, listen: at, page: at, now: Date.now, onProblem: () => {} }),
    isError('usage', /run cherub controller init/u),
  );
});

test('the page is refused on an address that others can reach', async () => {
  const dir = join(base, 'd');
  const run = runController({
    dir,
    listen: { host: '127.0.0.1', port: 0 },
    page: { host: '0.0.0.0', port: 0 },
    now: Date.now,
    onProblem: () => {},
  });
  await assert.rejects(run, isError('usage', /no password/u));
});

test('a port that is taken is named with the option that changes it', async () => {
  const dir = join(base, 'd');
  const at = { host: '127.0.0.1', port: 0 };
  const o = { dir, page: at, now: Date.now, onProblem: () => {} };
  const first = await runController({ ...o, listen: at });
  const port = Number(new URL(first.deviceUrl).port);
  await assert.rejects(
    runController({ ...o, listen: { host: '127.0.0.1', port } }),
    isError('failed', new RegExp(`127.0.0.1:${port} is taken; give another with --listen`, 'u')),
  );
  await first.close();
});

test('a directory that is a file gives one line', async () => {
  const path = join(base, 'file');
  writeFileSync(path, '');
  await assert.rejects(init(path), isError('failed', /ENOTDIR|EEXIST/u));
});

test('addresses are read as people write them', () => {
  assert.deepEqual(parseHostPort('127.0.0.1:8443'), { host: '127.0.0.1', port: 8443 });
  assert.deepEqual(parseHostPort('[::1]:0'), { host: '::1', port: 0 });
  assert.deepEqual(parseHostPort('name.example:1'), { host: 'name.example', port: 1 });
  for (const text of ['8443', ':1', 'x:', 'x:70000', '[x]:1', '::1:80', 'a b:1', '']) {
    assert.equal(parseHostPort(text), undefined, text);
  }
  assert.ok(isLoopback('127.0.0.2') && isLoopback('::1') && isLoopback('localhost'));
  assert.ok(!isLoopback('0.0.0.0') && !isLoopback('127.evil.example') && !isLoopback('::'));
});
