import assert from 'node:assert/strict';
import { createHash, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { issueAuthority, issueDevice } from '#companion/controller/certificates/issue.ts';
import { readDeviceSigner } from '#companion/eve/auth-container.ts';
import { eve } from '#companion/eve/generated/eve.js';
import { decodeLogBundle } from '#companion/eve/log-bundle.ts';
import { createEveApiSink } from '#companion/sinks/eve-api/sink.ts';
import { fakeEveController } from '#test/support/fake-eve-controller.ts';
import { makeEntry, TEST_APP } from '#test/support/make-entry.ts';
import { issueContext } from '#test/support/start-controller.ts';

const signal = new AbortController().signal;
const DEVICE = '11111111-2222-3333-4444-555555555555';

test('a body of version 2 is signed by the device as EVE signs, and a changed one no longer fits', async (t) => {
  const fake = await fakeEveController((response) => response.writeHead(201).end(), { device: DEVICE });
  t.after(() => fake.end());
  assert.deepEqual(await fake.sink.deliver([makeEntry({ id: 'a' })], signal), { kind: 'delivered' });
  const [request] = fake.requests;
  assert.equal(request?.path, `/api/v2/edgedevice/id/${DEVICE}/apps/instances/id/${TEST_APP}/logs`);
  assert.equal(request?.type, 'application/x-proto-binary');
  const { protectedPayload, algo, senderCertHash, signatureHash } = eve.AuthContainer.decode(
    request?.body ?? new Uint8Array(0),
  );
  const certificate = new X509Certificate(fake.deviceCertificate);
  assert.equal(algo, 2);
  assert.deepEqual(Buffer.from(senderCertHash ?? []), createHash('sha256').update(certificate.raw).digest());
  assert.equal(signatureHash?.length, 64, 'r and s of P-256, 32 bytes each');
  const payload = Buffer.from(protectedPayload?.payload ?? []);
  const fits = (bytes: Buffer): boolean =>
    verify(
      'sha256',
      bytes,
      { key: certificate.publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signatureHash ?? []),
    );
  assert.ok(fits(payload));
  const decoded = decodeLogBundle(payload, { bytesMax: 1 << 20, entriesMax: 10 });
  assert.ok(decoded.ok);
  assert.equal(decoded.value[0]?.tags.get('cherub.id'), 'a');
  payload[0] = 0xff;
  assert.ok(!fits(payload));
});

test('version 2 trusts a server by its authority and its name, as version 1 does', async (t) => {
  const fake = await fakeEveController((response) => response.writeHead(201).end(), {
    device: DEVICE,
    serverName: 'other.example',
  });
  t.after(() => fake.end());
  const result = await fake.sink.deliver([makeEntry()], signal);
  assert.match(result.kind === 'retry' ? result.reason : '', /is for another name/u);
  assert.equal(fake.requests.length, 0);
});

test('a key that cannot sign is refused at the start, in one line that names the files', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cherub-v2-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const authority = await issueAuthority('a', issueContext());
  const [one, other] = await Promise.all([
    issueDevice(authority, 'one', issueContext()),
    issueDevice(authority, 'other', issueContext()),
  ]);
  const files = { ca: join(folder, 'ca'), certificate: join(folder, 'cert'), key: join(folder, 'key') };
  writeFileSync(files.ca, authority.certificate);
  writeFileSync(files.certificate, one.certificate);
  writeFileSync(files.key, other.key);
  const open = () =>
    createEveApiSink({ name: 'x', url: 'https://127.0.0.1', apiVersion: 2, device: DEVICE, ...files });
  assert.throws(open, /key cannot sign: the key does not belong to the certificate/u);
  writeFileSync(files.key, 'no key');
  assert.throws(open, /cannot sign/u);
  assert.ok(
    readDeviceSigner(Buffer.from(one.certificate), Buffer.from(one.key)).certificateHash.length === 32,
  );
});
