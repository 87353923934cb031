import assert from 'node:assert/strict';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { test } from 'node:test';
import { issueAuthority, issueServer } from '#companion/controller/certificates/issue.ts';
import { probeHttp } from '#companion/sources/network/http.ts';
import { outcomeOfError } from '#companion/sources/network/probe-result.ts';
import { probeTcp } from '#companion/sources/network/tcp.ts';

const LIMITS = { deadlineMs: 5000 };

/** A peer that does what the listener does, without any protocol of its own. */
async function withPeer(
  listener: (socket: Socket) => void,
  use: (port: number) => Promise<void>,
): Promise<void> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    listener(socket);
  });
  await use(await listen(server));
  for (const socket of sockets) socket.destroy();
  server.close();
}

async function withHttp(listener: RequestListener, use: (url: string) => Promise<void>): Promise<void> {
  const server = createHttpServer(listener);
  await use(`http://127.0.0.1:${await listen(server)}/health`);
  server.closeAllConnections();
  server.close();
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function closedPort(): Promise<number> {
  const server = createTcpServer();
  const port = await listen(server);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

test('a port that takes connections is ok', () =>
  withPeer(
    () => undefined,
    async (port) => {
      assert.equal((await probeTcp({ host: '127.0.0.1', port }, LIMITS)).outcome, 'ok');
    },
  ));

test('a port that nobody listens on is failed', async () => {
  const result = await probeTcp({ host: '127.0.0.1', port: await closedPort() }, LIMITS);
  assert.deepEqual([result.outcome, result.reason], ['failed', 'connection refused']);
});

test('a name that cannot be looked up tells nothing of the guest', async () => {
  const result = await probeTcp({ host: 'no-such-host.invalid', port: 80 }, LIMITS);
  assert.equal(result.outcome, 'unknown');
});

test('an aborted probe tells nothing of the guest', async () => {
  const signal = AbortSignal.abort();
  assert.equal((await probeTcp({ host: '127.0.0.1', port: 9 }, { ...LIMITS, signal })).outcome, 'unknown');
  assert.equal((await probeHttp({ url: 'http://127.0.0.1:9/' }, { ...LIMITS, signal })).outcome, 'unknown');
});

test('trouble of the host is unknown, trouble of the guest is failed', () => {
  const outcome = (code: string): string => outcomeOfError(Object.assign(new Error('x'), { code })).outcome;
  for (const code of ['ENETUNREACH', 'EMFILE', 'ENOTFOUND', 'EACCES'])
    assert.equal(outcome(code), 'unknown', code);
  for (const code of ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'toString', '']) {
    assert.equal(outcome(code), 'failed', code);
  }
});

test('a page is ok by its status', () =>
  withHttp(
    (_, response) => void response.writeHead(302, { location: '/elsewhere' }).end(),
    async (url) => {
      assert.deepEqual((await probeHttp({ url }, LIMITS)).outcome, 'ok');
      const strict = await probeHttp({ url, statusMax: 299 }, LIMITS);
      assert.deepEqual([strict.outcome, strict.reason], ['failed', 'status 302']);
    },
  ));

test('a page is ok by what stands in it, also when it stands across two pieces', () =>
  withHttp(
    (_, response) => {
      response.write('all is he');
      setImmediate(() => response.end('althy'));
    },
    async (url) => {
      assert.equal((await probeHttp({ url, bodyContains: 'healthy' }, LIMITS)).outcome, 'ok');
      assert.equal((await probeHttp({ url, bodyContains: 'wealthy' }, LIMITS)).outcome, 'failed');
    },
  ));

test('a page gets the headers of the config', () =>
  withHttp(
    (request, response) => void response.writeHead(request.headers['x-key'] === 'secret' ? 200 : 403).end(),
    async (url) => {
      assert.equal((await probeHttp({ url, headers: { 'X-Key': 'secret' } }, LIMITS)).outcome, 'ok');
      assert.equal((await probeHttp({ url }, LIMITS)).outcome, 'failed');
    },
  ));

const HOSTILE: Readonly<Record<string, (socket: Socket) => void>> = {
  'takes the connection and never answers': () => undefined,
  'drips its header': (socket) => {
    const timer = setInterval(() => socket.write('H'), 5);
    socket.on('close', () => clearInterval(timer));
  },
  'sends provisional answers for ever': (socket) => {
    const timer = setInterval(() => socket.write('HTTP/1.1 100 Continue\r\n\r\n'), 5);
    socket.on('close', () => clearInterval(timer));
  },
  'sends a header without end': (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(1_000_000)}`);
  },
  'sends rubbish': (socket) => {
    socket.write('\u0000\u001b[2J rubbish\r\n\r\n');
  },
  'closes at once': (socket) => {
    socket.destroy();
  },
};

for (const [name, listener] of Object.entries(HOSTILE)) {
  test(`a guest that ${name} is failed within the deadline`, () =>
    withPeer(listener, async (port) => {
      const result = await probeHttp({ url: `http://127.0.0.1:${port}/` }, { deadlineMs: 150 });
      assert.equal(result.outcome, 'failed');
      assert.doesNotMatch(result.reason, /[^ -~]/u);
    }));
}

test('a body without end is judged by its first bytes', () =>
  withPeer(
    (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      const timer = setInterval(() => socket.write('x'.repeat(65_536)), 1);
      socket.on('close', () => clearInterval(timer));
    },
    async (port) => {
      const url = `http://127.0.0.1:${port}/`;
      assert.equal((await probeHttp({ url, bodyContains: 'y' }, LIMITS)).outcome, 'failed');
      assert.equal((await probeHttp({ url, bodyContains: 'xx' }, LIMITS)).outcome, 'ok');
      assert.equal((await probeHttp({ url }, LIMITS)).outcome, 'ok');
    },
  ));

test('an address that is none tells nothing of the guest', async () => {
  for (const url of ['nonsense', 'file:///etc/passwd', 'ftp://x/']) {
    assert.equal((await probeHttp({ url }, LIMITS)).outcome, 'unknown');
  }
});

test('a certificate is checked unless the config says not to', async () => {
  const context = { nowMs: Date.now(), serial: new Uint8Array(16).fill(7) };
  const authority = await issueAuthority('test authority', context);
  const { certificate, key } = await issueServer(authority, ['127.0.0.1'], context);
  const server = createHttpsServer({ cert: certificate, key }, (_, response) => void response.end('ok'));
  const url = `https://127.0.0.1:${await listen(server)}/`;
  assert.equal((await probeHttp({ url }, LIMITS)).outcome, 'failed');
  assert.equal((await probeHttp({ url, insecure: true }, LIMITS)).outcome, 'ok');
  assert.equal((await probeHttp({ url, ca: authority.certificate }, LIMITS)).outcome, 'ok');
  server.closeAllConnections();
  server.close();
});
