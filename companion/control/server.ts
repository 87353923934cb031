import { chmodSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { LEVELS } from '../incidents/incident.ts';
import { safeJson } from '../output/safe-text.ts';
import { connectUnix } from '../sources/connect-unix.ts';
import { type ControlApi, PING_PAYLOAD_BYTES_MAX } from './api.ts';
import { answerScenarios } from './scenario-routes.ts';

const CONNECTIONS_MAX = 64;
const WATCH_INTERVAL_MS = { least: 200, most: 60_000, default: 1000 } as const;
const PING_DEADLINE_MS = { least: 10, most: 60_000, default: 5000 } as const;

/**
 * Serves the control API (HTTP and JSON) on a unix socket that only its owner may open; docs/cli.md has the routes. Who
 * listens there owns the state directory, so this comes before anything in it is touched.
 * Throws Error with one line for people when another companion serves there, or the place cannot be used.
 * @param api undefined as long as the companion is not ready
 */
export async function startControlServer(path: string, api: () => ControlApi | undefined): Promise<Server> {
  const server = createServer((request, response) => {
    // What a client sends with its request is of no use to any route.
    request.resume();
    response.on('error', () => undefined);
    void handle(request, response, api()).catch((error: unknown) => {
      if (!response.headersSent) fail(response, 500, error instanceof Error ? error.message : String(error));
      else response.destroy();
    });
  });
  server.maxConnections = CONNECTIONS_MAX;
  server.requestTimeout = 10_000;
  if ((await listen(server, path)) === 'taken') {
    await removeIfDead(path);
    if ((await listen(server, path)) === 'taken') throw new Error(`cannot listen at ${path}: it is taken`);
  }
  server.on('error', () => undefined);
  chmodSync(path, 0o600);
  return server;
}

function listen(server: Server, path: string): Promise<'listening' | 'taken'> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else reject(new Error(`cannot listen at ${path}: ${error.message}`));
    };
    server.once('error', failed);
    server.listen(path, () => {
      server.off('error', failed);
      resolve('listening');
    });
  });
}

/** A companion that was killed leaves its socket behind. */
async function removeIfDead(path: string): Promise<void> {
  const other = await connectUnix(path, AbortSignal.timeout(2000));
  if (other.ok) {
    other.socket.destroy();
    throw new Error(`another cherub serve uses this state directory (${path} answers); stop it first`);
  }
  rmSync(path, { force: true });
}

/** Ends it with all its connections, and takes its socket away. */
export async function stopControlServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  api: ControlApi | undefined,
): Promise<void> {
  if (api === undefined) return fail(response, 503, 'cherub serve is starting; ask again in a moment');
  const target = request.url ?? '';
  if (!target.startsWith('/')) return fail(response, 404, 'a route starts with /');
  const url = new URL(`http://control${target}`);
  const [version, area, rawVm, ...rest] = url.pathname.split('/').slice(1);
  const route = `${request.method} ${[version, area, ...(rawVm === undefined ? [] : [':vm', ...rest])].join('/')}`;
  const vm = decodeName(rawVm);
  if (version === 'v1' && area === 'scenarios' && rest.length === 0) {
    const { status, body } = await answerScenarios(
      api.scenarios,
      request.method ?? '',
      rawVm,
      url.searchParams,
    );
    return sendText(response, `${safeJson(body)}\n`, status);
  }
  switch (route) {
    case 'GET v1/status':
      return send(response, api.status());
    case 'GET v1/watch':
      return watch(response, api, numberOf(url, 'intervalMs', WATCH_INTERVAL_MS));
    case 'GET v1/vms/:vm/snapshots': {
      const texts = api.snapshots(vm, numberOf(url, 'last', { least: 1, most: 60, default: 10 }));
      return texts === undefined ? noVm(response, vm) : sendText(response, `[${texts.join(',')}]\n`);
    }
    case 'GET v1/vms/:vm/console': {
      const bytes = api.captured(vm);
      if (bytes === undefined) return noVm(response, vm);
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length });
      response.end(bytes);
      return;
    }
    case 'GET v1/vms/:vm/explain': {
      const explained = api.explain(vm);
      return explained === undefined ? noVm(response, vm) : send(response, explained);
    }
    case 'POST v1/vms/:vm/diagnose':
      return diagnose(response, api, vm, url.searchParams);
    case 'POST v1/vms/:vm/link/ping': {
      const reply = await api.ping(vm, {
        payloadBytes: numberOf(url, 'payloadBytes', { least: 0, most: PING_PAYLOAD_BYTES_MAX, default: 56 }),
        deadlineMs: numberOf(url, 'deadlineMs', PING_DEADLINE_MS),
      });
      return reply === undefined ? noVm(response, vm) : send(response, reply);
    }
    default:
      return fail(response, 404, `there is no ${request.method ?? ''} ${url.pathname}`);
  }
}

function watch(response: ServerResponse, api: ControlApi, intervalMs: number): void {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  const write = (): void => {
    // A client that does not read gets fewer reports, not more memory.
    if (response.writableLength === 0) response.write(`${safeJson(api.status())}\n`);
  };
  write();
  const timer = setInterval(write, intervalMs);
  response.on('close', () => clearInterval(timer));
}

/** One event a line. A client that goes away leaves the diagnosis to run on: it is evidence already. */
function diagnose(response: ServerResponse, api: ControlApi, vm: string, query: URLSearchParams): void {
  const wanted = query.get('level') ?? 'disturb';
  const script = query.get('script');
  const level = LEVELS.find((each) => each === wanted);
  if (level === undefined) {
    fail(response, 400, `level must be one of ${LEVELS.join(', ')}`);
    return;
  }
  const isKnown = api.diagnose(vm, { level, ...(script !== null && { script }) }, (event) => {
    if (!response.headersSent) response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    if (response.writable) response.write(`${safeJson(event)}\n`);
    if (event.kind === 'sealed' || event.kind === 'failed') response.end();
  });
  if (!isKnown) noVm(response, vm);
}

function send(response: ServerResponse, value: object): void {
  sendText(response, `${safeJson(value)}\n`);
}

function sendText(response: ServerResponse, text: string, status = 200): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

function fail(response: ServerResponse, status: number, error: string): void {
  sendText(response, `${safeJson({ error })}\n`, status);
}

function noVm(response: ServerResponse, vm: string): void {
  fail(response, 404, `there is no VM ${vm} with that in the config; see: cherub status`);
}

function numberOf(
  url: URL,
  name: string,
  o: { readonly least: number; readonly most: number; readonly default: number },
): number {
  const value = Number(url.searchParams.get(name) ?? o.default);
  return Number.isFinite(value) ? Math.min(Math.max(value, o.least), o.most) : o.default;
}

function decodeName(raw: string | undefined): string {
  try {
    return decodeURIComponent(raw ?? '');
  } catch {
    return raw ?? '';
  }
}
