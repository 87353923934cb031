import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { connect } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { fingerprintOfPem } from '#companion/controller/certificates/fingerprint.ts';
import { issueAuthority, issueDevice } from '#companion/controller/certificates/issue.ts';
import { controllerFiles } from '#companion/controller/controller-files.ts';
import { addDevice, removeDevice } from '#companion/controller/manage-devices.ts';
import { ControllerStore } from '#companion/controller/store/controller-store.ts';
import { encodeLogBundle } from '#companion/eve/log-bundle.ts';
import { toEveLogEntry } from '#companion/eve/log-entry.ts';
import { type HttpsAnswer, httpsSend } from '#test/support/https-post.ts';
import { makeEntry, TEST_APP } from '#test/support/make-entry.ts';
import { issueContext, startController, type TestController } from '#test/support/start-controller.ts';

const limits = {
  bodyBytesMax: 200_000,
  unpackedBytesMax: 400_000,
  entriesMax: 500,
  requestsMax: 16,
  connectionsMax: 64,
};
const LOGS = `/api/v1/edgedevice/apps/instances/id/${TEST_APP}/logs`;
const NEWLOGS = `/api/v1/edgedevice/apps/instanceid/id/${TEST_APP}/newlogs`;
const PING = '/api/v1/edgedevice/ping';

let controller: TestController;
before(async () => {
  controller = await startController({ limits });
});
after(async () => {
  await controller.end();
});

interface Identity {
  readonly cert: string | Buffer;
  readonly key: string | Buffer;
}

function deviceIdentity(): Identity {
  return { cert: readFileSync(controller.device.certificate), key: readFileSync(controller.device.key) };
}

function authority(): { certificate: string; key: string } {
  const files = controllerFiles(controller.dir);
  return { certificate: readFileSync(files.ca, 'utf8'), key: readFileSync(files.caKey, 'utf8') };
}

function send(
  path: string,
  o: { identity?: Identity; body?: Uint8Array; method?: string } = {},
): Promise<HttpsAnswer> {
  return httpsSend(`${controller.deviceUrl}${path}`, {
    method: o.method ?? (o.body === undefined ? 'GET' : 'POST'),
    ca: readFileSync(controller.device.ca),
    ...o.identity,
    ...(o.body === undefined ? {} : { body: o.body }),
  });
}

/** Answered with this status and one line of words. */
function refused(answer: HttpsAnswer, status: number, words: RegExp): void {
  assert.equal(answer.status, status, answer.text);
  assert.match(answer.text, words);
  assert.match(answer.text, /^[^\n]+\n$/u);
}

test('a device that is known gets its ping answered', async () => {
  const answer = await send(PING, { identity: deviceIdentity() });
  assert.equal(answer.status, 200);
  assert.equal(answer.text, '');
});

test('without a client certificate the answer is 401 and says so', async () => {
  for (const path of [PING, LOGS, '/']) {
    refused(await send(path), 401, /a client certificate is needed; none was sent/u);
  }
});

test('a certificate of another authority is 401', async () => {
  const stranger = await issueAuthority('stranger', issueContext());
  const { certificate, key } = await issueDevice(stranger, 'edge-1', issueContext());
  refused(await send(PING, { identity: { cert: certificate, key } }), 401, /is not from this controller/u);
});

test('a certificate that has expired is 401 and says so', async () => {
  const twelveYearsAgo = Date.now() - 12 * 365 * 24 * 3600 * 1000;
  const { certificate, key } = await issueDevice(authority(), 'old', issueContext(twelveYearsAgo));
  refused(await send(PING, { identity: { cert: certificate, key } }), 401, /has expired/u);
});

test('a certificate of our authority that belongs to no device is 403', async () => {
  const { certificate, key } = await issueDevice(authority(), 'edge-1', issueContext());
  refused(
    await send(LOGS, { identity: { cert: certificate, key }, body: new Uint8Array(1) }),
    403,
    /no device here/u,
  );
});

test("the controller's own certificate opens nothing", async () => {
  const files = controllerFiles(controller.dir);
  const identity = { cert: readFileSync(files.server), key: readFileSync(files.serverKey) };
  refused(await send(PING, { identity }), 401, /./u);
});

test('a device that is removed while the controller runs is shut out at once', async () => {
  const added = await addDevice({ dir: controller.dir, name: 'edge-2', issueContext: issueContext() });
  const identity = { cert: readFileSync(added.certificate), key: readFileSync(added.key) };
  assert.equal((await send(PING, { identity })).status, 200);
  removeDevice({ dir: controller.dir, name: 'edge-2' });
  refused(await send(PING, { identity }), 403, /belongs to no device/u);
});

test('TLS below 1.2 is refused', async () => {
  const { port } = new URL(controller.deviceUrl);
  const error = await new Promise<Error>((resolve, reject) => {
    const socket = connect({
      port: Number(port),
      host: '127.0.0.1',
      maxVersion: 'TLSv1.1',
      minVersion: 'TLSv1',
      ciphers: 'DEFAULT@SECLEVEL=0',
      rejectUnauthorized: false,
    });
    socket.on('error', resolve);
    socket.on('secureConnect', () => reject(new Error(`connected by ${socket.getProtocol()}`)));
  });
  assert.match(error.message, /version|alert|reset|hang up/u);
});

test('an app log bundle is stored and answered with 201 and no body', async () => {
  const body = encodeLogBundle([toEveLogEntry(makeEntry({ id: 'stored', content: 'kept' }), 1)], Date.now());
  const answer = await send(LOGS, { identity: deviceIdentity(), body });
  assert.equal(answer.status, 201);
  assert.equal(answer.text, '');
  assert.deepEqual(storedContents(), ['kept']);
});

test('a path whose app is no UUID is 400', async () => {
  for (const app of ['web', '..', '%2e%2e', `${TEST_APP}x`, `${TEST_APP}%00`, '']) {
    const path = `/api/v1/edgedevice/apps/instances/id/${app}/logs`;
    const answer = await httpsSend(controller.deviceUrl, {
      path,
      method: 'POST',
      ca: readFileSync(controller.device.ca),
      ...deviceIdentity(),
      body: new Uint8Array(1),
    });
    refused(answer, 400, /not a UUID/u);
  }
});

test('other routes are 404, other methods 405', async () => {
  const identity = deviceIdentity();
  refused(
    await send('/api/v1/edgedevice/config', { identity, body: new Uint8Array(1) }),
    404,
    /no such route/u,
  );
  refused(await send('/api/v2/edgedevice/ping', { identity }), 404, /no such route/u);
  refused(await send(LOGS, { identity }), 405, /POST only/u);
  refused(await send(PING, { identity, body: new Uint8Array(1) }), 405, /GET only/u);
});

test('a body that is empty, cut or nonsense is 400 with the reason', async () => {
  const identity = deviceIdentity();
  const bundle = encodeLogBundle([toEveLogEntry(makeEntry(), 1)], 0);
  const gzip = gzipSync('{"content":"x"}\n');
  refused(await send(LOGS, { identity, body: new Uint8Array(0) }), 400, /the body is empty/u);
  refused(await send(LOGS, { identity, body: bundle.subarray(0, 20) }), 400, /not a complete protobuf/u);
  refused(await send(NEWLOGS, { identity, body: gzip.subarray(0, 25) }), 400, /ends too early/u);
  refused(await send(NEWLOGS, { identity, body: Buffer.from('plain') }), 400, /not valid gzip/u);
  refused(await send(NEWLOGS, { identity, body: gzipSync('nonsense\n') }), 400, /line 1 is not a log entry/u);
});

test('a body that is too large is 413, also when it unpacks to too much', async () => {
  const identity = deviceIdentity();
  refused(await send(LOGS, { identity, body: new Uint8Array(limits.bodyBytesMax + 1) }), 413, /larger than/u);
  refused(await send(LOGS, { identity, body: new Uint8Array(8 << 20) }), 413, /larger than/u);
  refused(await send(NEWLOGS, { identity, body: gzipSync(Buffer.alloc(32 << 20)) }), 413, /unpacks to more/u);
  const many = gzipSync('{}\n'.repeat(limits.entriesMax + 1));
  refused(await send(NEWLOGS, { identity, body: many }), 413, /more than 500 entries/u);
});

test('a body of unknown length is counted while it comes', async () => {
  const answer = await new Promise<HttpsAnswer>((resolve, reject) => {
    void httpsSend(`${controller.deviceUrl}${LOGS}`, {
      method: 'POST',
      ca: readFileSync(controller.device.ca),
      ...deviceIdentity(),
      headers: { 'transfer-encoding': 'chunked' },
      body: new Uint8Array(limits.bodyBytesMax * 3),
    }).then(resolve, reject);
  });
  refused(answer, 413, /larger than/u);
});

test('after all that, nothing failed inside', () => {
  assert.deepEqual(controller.problems, []);
});

test('a certificate is known by the SHA-256 of its DER', () => {
  assert.equal(fingerprintOfPem(deviceIdentity().cert.toString()), controller.device.fingerprint);
  assert.match(controller.device.fingerprint, /^[0-9a-f]{64}$/u);
});

function storedContents(): string[] {
  const store = ControllerStore.open(controllerFiles(controller.dir).database);
  try {
    return store.apps
      .list(10)
      .flatMap((app) => store.entries.log(app.id, { kinds: ['console'], limit: 10 }))
      .map((entry) => entry.content);
  } finally {
    store.close();
  }
}
