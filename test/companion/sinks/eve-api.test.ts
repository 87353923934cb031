import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { decodeLogBundle } from '#companion/eve/log-bundle.ts';
import { eveApiOptionsShape } from '#companion/sinks/eve-api/options.ts';
import { createEveApiSink } from '#companion/sinks/eve-api/sink.ts';
import { type FakeEveController, fakeEveController } from '#test/support/fake-eve-controller.ts';
import { makeEntry, TEST_APP } from '#test/support/make-entry.ts';

const signal = new AbortController().signal;
let fake: FakeEveController | undefined;
afterEach(async () => {
  await fake?.end();
  fake = undefined;
});

const batchOf = (count: number) =>
  Array.from({ length: count }, (_, index) => makeEntry({ id: `e-${index}` }));

/** The ids in a request's body. */
function idsOf(body: Buffer): string[] {
  const decoded = decodeLogBundle(body, { bytesMax: 1 << 20, entriesMax: 5000 });
  assert.ok(decoded.ok);
  return decoded.value.map((entry) => entry.tags.get('cherub.id') ?? '');
}

test('a batch is one POST to the route of EVE, with the id and name in tags and rising msgids', async () => {
  fake = await fakeEveController((response) => response.writeHead(201).end());
  assert.deepEqual(await fake.sink.deliver(batchOf(3), signal), { kind: 'delivered' });
  assert.deepEqual(await fake.sink.deliver(batchOf(1), signal), { kind: 'delivered' });
  const [first, second] = fake.requests;
  assert.equal(first?.method, 'POST');
  assert.equal(first?.path, `/api/v1/edgedevice/apps/instances/id/${TEST_APP}/logs`);
  assert.equal(first?.type, 'application/x-proto-binary');
  const msgids = [first, second].flatMap((request) => {
    const decoded = decodeLogBundle(request?.body ?? Buffer.alloc(0), { bytesMax: 1 << 20, entriesMax: 10 });
    return decoded.ok ? decoded.value.map((entry) => [entry.msgid, entry.tags.get('cherub.app')]) : [];
  });
  assert.deepEqual(msgids, [
    [1, 'web'],
    [2, 'web'],
    [3, 'web'],
    [4, 'web'],
  ]);
});

test('an empty batch sends nothing', async () => {
  fake = await fakeEveController((response) => response.writeHead(500).end());
  assert.deepEqual(await fake.sink.deliver([], signal), { kind: 'delivered' });
  assert.equal(fake.requests.length, 0);
});

test('the one entry that is refused is found, and all others are delivered', async () => {
  const taken = new Set<string>();
  fake = await fakeEveController((response, _request, index) => {
    const ids = idsOf(fake?.requests[index]?.body ?? Buffer.alloc(0));
    if (ids.includes('e-37')) return response.writeHead(400).end('e-37 is not to my taste\nsecond line');
    for (const id of ids) taken.add(id);
    return response.writeHead(201).end();
  });
  assert.deepEqual(await fake.sink.deliver(batchOf(100), signal), {
    kind: 'rejected',
    ids: ['e-37'],
    reason: 'HTTP 400: e-37 is not to my taste',
  });
  assert.equal(taken.size, 99);
});

test('a controller that refuses everything is not asked for each entry', async () => {
  fake = await fakeEveController((response) => response.writeHead(422).end());
  const result = await fake.sink.deliver(batchOf(1000), signal);
  assert.equal(result.kind, 'rejected');
  assert.equal(result.kind === 'rejected' ? new Set(result.ids).size : 0, 1000);
  assert.ok(fake.requests.length < 70, `${fake.requests.length} requests`);
});

test('what can be mended is tried again, and nothing is given up', async () => {
  for (const status of [301, 401, 403, 404, 408, 429, 500, 503]) {
    fake = await fakeEveController((response) =>
      response.writeHead(status, { 'retry-after': '7' }).end('why\u001b[2J'),
    );
    const result = await fake.sink.deliver(batchOf(2), signal);
    assert.deepEqual(result, { kind: 'retry', reason: `HTTP ${status}: why?[2J`, retryAfterMs: 7000 });
    assert.equal(fake.requests.length, 1, 'redirects are not followed');
    await fake.end();
    fake = undefined;
  }
});

test('a controller that never answers is given up after the time, and so is one that hangs up', async () => {
  fake = await fakeEveController(() => {}, { timeoutMs: 200 });
  const slow = await fake.sink.deliver(batchOf(1), signal);
  assert.equal(slow.kind, 'retry');
  assert.match(slow.kind === 'retry' ? slow.reason : '', /did not answer within 0.2 s/u);
  await fake.end();
  fake = await fakeEveController((_response, request) => request.socket.destroy());
  assert.equal((await fake.sink.deliver(batchOf(1), signal)).kind, 'retry');
});

test('an endless answer is not read to its end', async () => {
  fake = await fakeEveController((response) => {
    response.writeHead(503);
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  });
  const result = await fake.sink.deliver(batchOf(1), signal);
  assert.equal(result.kind, 'retry');
  assert.ok(result.kind === 'retry' && result.reason.length < 300);
});

test('a server with another name or another authority is not trusted', async () => {
  fake = await fakeEveController((response) => response.writeHead(201).end(), {
    serverName: 'other.example',
  });
  const result = await fake.sink.deliver(batchOf(1), signal);
  assert.match(result.kind === 'retry' ? result.reason : '', /is for another name/u);
  assert.equal(fake.requests.length, 0);
});

test('a file that cannot be read is named', () => {
  const missing = { ca: '/nowhere/ca.pem', certificate: '/nowhere/c.pem', key: '/nowhere/k.pem' };
  assert.throws(
    () => createEveApiSink({ name: 'x', url: 'https://127.0.0.1', apiVersion: 1, ...missing }),
    /cannot read the ca file \/nowhere\/ca.pem \(ENOENT\)/u,
  );
});

test('the config takes only what can work', () => {
  const good = { type: 'eve-api', url: 'https://c.example:8443', ca: 'a', certificate: 'b', key: 'c' };
  assert.deepEqual(eveApiOptionsShape.parse(good), {
    ...good,
    apiVersion: 1,
    route: 'logs',
    timeoutSeconds: 30,
  });
  for (const bad of [
    { url: 'http://c.example' },
    { url: 'https://c.example/path' },
    { url: 'https://user@c.example' },
    { url: 'c.example' },
    { apiVersion: 2 },
    { apiVersion: 2, device: 'edge' },
    { apiVersion: 3 },
    { route: 'x' },
    { ca: '' },
    { timeoutSeconds: 0 },
    { extra: 1 },
  ]) {
    assert.equal(eveApiOptionsShape.safeParse({ ...good, ...bad }).success, false, JSON.stringify(bad));
  }
});

test('a sink with nothing to send pings, so that the controller knows that its companion lives', async () => {
  let pinged: () => void = () => {};
  const twice = new Promise<void>((resolve) => {
    pinged = resolve;
  });
  fake = await fakeEveController(
    (response, _request, index) => {
      response.writeHead(index === 0 ? 503 : 200).end();
      if (index === 1) pinged();
    },
    { pingEveryMs: 20 },
  );
  await twice;
  const [first] = fake.requests;
  assert.deepEqual([first?.method, first?.path], ['GET', '/api/v1/edgedevice/ping']);
});
