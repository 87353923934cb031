import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { otlp } from '#companion/otlp/generated/otlp.js';
import { otlpOptionsShape } from '#companion/sinks/otlp/options.ts';
import { createOtlpSink } from '#companion/sinks/otlp/sink.ts';
import { makeEntry, TEST_APP } from '#test/support/make-entry.ts';

const signal = new AbortController().signal;
const AT_MS = 1_790_000_000_123;

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A receiver that answers as the test says, and the sink that sends to it. */
async function receiver(
  t: TestContext,
  answer: (response: ServerResponse, path: string) => void = (response) => response.writeHead(200).end(),
  differences: { readonly logs?: boolean; readonly metrics?: boolean; readonly tokenFile?: string } = {},
) {
  const requests: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      requests.push({ path, headers: request.headers, body: gunzipSync(Buffer.concat(chunks)) });
      answer(response, path);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const sink = createOtlpSink({
    name: 'otlp',
    endpoint: `http://127.0.0.1:${port}/base/`,
    logs: true,
    metrics: true,
    nodeName: 'edge-1',
    version: '1.2.3',
    timeoutMs: 5000,
    ...differences,
  });
  t.after(async () => {
    await sink.close?.();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { sink, requests };
}

const SNAPSHOT = makeEntry({
  id: 's',
  atMs: AT_MS,
  content: JSON.stringify({
    stamp: { bootId: '00', sequence: 1, monotonicUs: 60_000_000, wallUs: 1, runId: 1 },
    snapshot: {
      state: 'STATE_DEGRADED',
      load: { load1: 1.5, load5: 1, load15: 0.5, runnable: 1, tasks: 80 },
      cpu: { online: 2, userMs: 1500, idleMs: 100_000 },
      memory: { totalBytes: 1000, freeBytes: 200, availableBytes: 500, cachedBytes: 300, buffersBytes: 100 },
      memorySome: { avg10: 12.5 },
      interfaces: [{ name: 'eth0', rxBytes: 7, txBytes: 8, up: true }],
    },
  }),
  tags: { 'cherub.kind': 'snapshot', 'cherub.channel': 'link' },
});

type Attributes = readonly otlp.KeyValue.$Properties[] | null | undefined;
const plain = (attributes: Attributes) =>
  Object.fromEntries((attributes ?? []).map(({ key, value }) => [key, value?.stringValue]));

test('an entry is a log record: guest as resource, time, severity, body, and its id to know it again', async (t) => {
  const { sink, requests } = await receiver(t);
  const entry = makeEntry({ id: 'e-1', atMs: AT_MS, severity: 'warning', content: 'a\u0000 line\n<b>' });
  assert.deepEqual(await sink.deliver([entry], signal), { kind: 'delivered' });
  const [request] = requests;
  assert.equal(request?.path, '/base/v1/logs');
  assert.equal(request?.headers['content-type'], 'application/x-protobuf');
  const [logs] = otlp.LogsRequest.decode(request?.body ?? new Uint8Array(0)).resourceLogs ?? [];
  assert.deepEqual(plain(logs?.resource?.attributes), {
    'service.name': 'web',
    'service.instance.id': TEST_APP,
    'host.name': 'web',
    'host.id': TEST_APP,
    'cherub.node.name': 'edge-1',
  });
  assert.deepEqual({ ...logs?.scopeLogs?.[0]?.scope }, { name: 'cherub', version: '1.2.3' });
  const [record] = logs?.scopeLogs?.[0]?.logRecords ?? [];
  assert.equal(Math.floor(Number(record?.timeUnixNano) / 1e6), AT_MS);
  assert.equal(record?.severityNumber, 13);
  assert.equal(record?.severityText, 'warning');
  assert.equal(record?.eventName, 'cherub.console');
  assert.equal(record?.body?.stringValue, entry.content);
  assert.deepEqual(plain(record?.attributes), {
    'log.record.uid': 'e-1',
    'cherub.source': 'console',
    'cherub.kind': 'console',
    'cherub.channel': 'console',
  });
});

test('a snapshot is metrics by the semantic conventions, with units, and no log record', async (t) => {
  const { sink, requests } = await receiver(t);
  await sink.deliver([SNAPSHOT], signal);
  assert.deepEqual(
    requests.map(({ path }) => path),
    ['/base/v1/metrics'],
  );
  const decoded = otlp.MetricsRequest.decode(requests[0]?.body ?? new Uint8Array(0));
  const metrics = decoded.resourceMetrics?.[0]?.scopeMetrics?.[0]?.metrics ?? [];
  const values = metrics.flatMap((metric) =>
    (metric.gauge?.dataPoints ?? metric.sum?.dataPoints ?? []).map((point) => {
      const names = Object.values(plain(point.attributes)).join(',');
      return `${metric.name}{${names}} ${point.asDouble ?? 0} ${metric.unit}`;
    }),
  );
  for (const expected of [
    'system.cpu.load_average.1m{} 1.5 {thread}',
    'system.cpu.logical.count{} 2 {cpu}',
    'system.cpu.time{user} 1.5 s',
    'system.memory.limit{} 1000 By',
    'system.linux.memory.available{} 500 By',
    'system.memory.usage{used} 400 By',
    'cherub.guest.pressure{memory,some} 0.125 1',
    'system.network.io{eth0,receive} 7 By',
    'cherub.guest.degraded{} 1 1',
  ]) {
    assert.ok(values.includes(expected), `${expected} is not in\n${values.join('\n')}`);
  }
  const time = metrics.find(({ name }) => name === 'system.cpu.time');
  assert.deepEqual([time?.sum?.isMonotonic, time?.sum?.aggregationTemporality], [true, 2]);
  const started = Number(time?.sum?.dataPoints?.[0]?.startTimeUnixNano);
  assert.equal(Math.floor(started / 1e6), AT_MS - 60_000, 'counters run since the boot');
});

test('without metrics a snapshot is a log record, and without logs only metrics go out', async (t) => {
  const onlyLogs = await receiver(t, undefined, { metrics: false });
  await onlyLogs.sink.deliver([SNAPSHOT], signal);
  const onlyMetrics = await receiver(t, undefined, { logs: false });
  await onlyMetrics.sink.deliver([SNAPSHOT, makeEntry()], signal);
  const paths = [onlyLogs, onlyMetrics].map(({ requests }) => requests.map(({ path }) => path));
  assert.deepEqual(paths, [['/base/v1/logs'], ['/base/v1/metrics']]);
});

test('what a receiver took only in part is counted and never sent again', async (t) => {
  const { sink, requests } = await receiver(t, (response) => {
    const answer = otlp.ExportResponse.encode({
      partialSuccess: { rejected: 2, errorMessage: 'too \u001b[2Jold' },
    });
    response.writeHead(200).end(answer.finish());
  });
  const batch = ['a', 'b', 'c'].map((id) => makeEntry({ id }));
  const result = await sink.deliver(batch, signal);
  assert.equal(result.kind, 'rejected');
  assert.equal(result.kind === 'rejected' && result.ids.length, 2);
  assert.ok(result.kind === 'rejected' && !result.reason.includes('\u001b'));
  assert.equal(requests.length, 1);
});

test('an overloaded receiver and a wrong token are tried again; a body that nobody wants is given up', async (t) => {
  for (const status of [401, 404, 429, 500, 502, 503, 504]) {
    const { sink } = await receiver(t, (response) =>
      response.writeHead(status, { 'retry-after': '3' }).end(),
    );
    const result = await sink.deliver([makeEntry()], signal);
    assert.deepEqual(result, { kind: 'retry', reason: `HTTP ${status}`, retryAfterMs: 3000 });
  }
  const { sink } = await receiver(t, (response) => response.writeHead(400).end());
  assert.equal((await sink.deliver([makeEntry()], signal)).kind, 'rejected');
});

test('an answer that is no protobuf is no loss', async (t) => {
  const { sink } = await receiver(t, (response) => response.writeHead(200).end('{"partialSuccess":'));
  assert.deepEqual(await sink.deliver([makeEntry()], signal), { kind: 'delivered' });
});

test('a broken or hostile snapshot makes no metrics and no harm', async (t) => {
  const { sink, requests } = await receiver(t);
  const names = Array.from({ length: 400 }, (_, i) => ({ name: 'x'.repeat(500) + i, rxBytes: 1 }));
  const many = {
    stamp: { bootId: '', sequence: 1, monotonicUs: 0, wallUs: 0, runId: 0 },
    snapshot: { interfaces: names },
  };
  const contents = ['', '{', 'null', '{"snapshot":{}}', JSON.stringify(many)];
  const batch = contents.map((content, i) => makeEntry({ ...SNAPSHOT, id: `${i}`, content }));
  assert.deepEqual(await sink.deliver(batch, signal), { kind: 'delivered' });
  const decoded = otlp.MetricsRequest.decode(requests[0]?.body ?? new Uint8Array(0));
  const metrics = decoded.resourceMetrics?.[0]?.scopeMetrics?.[0]?.metrics ?? [];
  const network = metrics.find(({ name }) => name === 'system.network.io');
  assert.equal(network?.sum?.dataPoints?.length, 64, '32 interfaces, two directions');
});

test('the token comes from a file and is never part of the name or a reason', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cherub-otlp-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const tokenFile = join(folder, 'token');
  writeFileSync(tokenFile, 's3cret\n');
  const { sink, requests } = await receiver(t, undefined, { tokenFile });
  await sink.deliver([makeEntry()], signal);
  assert.equal(requests[0]?.headers.authorization, 'Bearer s3cret');
});

test('the config takes only what can work', () => {
  const good = { type: 'otlp', endpoint: 'http://127.0.0.1:4318' };
  assert.deepEqual(otlpOptionsShape.parse(good), { ...good, logs: true, metrics: true, timeoutSeconds: 30 });
  for (const bad of [{ endpoint: 'ftp://x' }, { endpoint: 'http://u@x' }, { endpoint: 'x' }, { logs: 1 }]) {
    assert.equal(otlpOptionsShape.safeParse({ ...good, ...bad }).success, false, JSON.stringify(bad));
  }
});
