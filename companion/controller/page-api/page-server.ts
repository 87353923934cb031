import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { PageAssets } from '../assets/page-assets.ts';
import type { ControllerStore } from '../store/controller-store.ts';
import type { ChangeStream } from './change-stream.ts';
import { queryTimeline } from './query-timeline.ts';
import { queryApp, queryFleet, queryLog, querySeries, querySnapshot } from './ui-queries.ts';
import { type UiRoute, uiRoute } from './ui-route.ts';

export interface PageServerOptions {
  readonly store: ControllerStore;
  readonly assets: PageAssets;
  readonly changes: ChangeStream;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onProblem: (message: string) => void;
}

/**
 * Whatever a guest managed to put into a text: the page loads nothing from elsewhere, runs no script but its
 * own, and cannot be framed.
 */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The page and its JSON API, read only, plain HTTP for loopback; not listening yet. */
export function createPageServer(o: PageServerOptions): Server {
  const files = toFiles(o.assets);
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 10_000 }, (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    try {
      answer(request, response, o, files);
    } catch (error) {
      o.onProblem(
        `the page asked ${request.url ?? ''}: ${error instanceof Error ? error.message : String(error)}`,
      );
      if (!response.headersSent)
        sendJson(response, 500, { error: 'the controller could not read its database' });
    }
  });
  server.maxConnections = 256;
  return server;
}

type Reply =
  | { readonly kind: 'json'; readonly status: number; readonly body: object }
  | { readonly kind: 'file'; readonly file: PageFile }
  | { readonly kind: 'events' };

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  o: PageServerOptions,
  files: ReadonlyMap<string, PageFile>,
): void {
  const reply = replyTo(request, o, files);
  switch (reply.kind) {
    case 'file':
      sendFile(request, response, reply.file);
      return;
    case 'json':
      sendJson(response, reply.status, reply.body);
      return;
    case 'events':
      if (!o.changes.add(response)) sendJson(response, 503, { error: 'too many open pages' });
      return;
  }
}

function replyTo(
  request: IncomingMessage,
  o: PageServerOptions,
  files: ReadonlyMap<string, PageFile>,
): Reply {
  if (!isLocalHost(request.headers.host)) return refuse(403, 'this page answers to localhost only');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'this page only reads');
  const target = request.url ?? '/';
  if (!URL.canParse(target, 'http://localhost')) return refuse(400, 'the address cannot be read');
  const url = new URL(target, 'http://localhost');
  const file = files.get(url.pathname);
  if (file !== undefined) return { kind: 'file', file };
  const route = uiRoute(url);
  if (route.kind === 'events') return { kind: 'events' };
  if (route.kind === 'invalid') return refuse(400, route.problem);
  const body = answerJson(o, route);
  return body === undefined
    ? refuse(404, 'there is nothing here (any more)')
    : { kind: 'json', status: 200, body };
}

function refuse(status: number, error: string): Reply {
  return { kind: 'json', status, body: { error } };
}

type DataRoute = Exclude<UiRoute, { readonly kind: 'events' | 'invalid' }>;

/** @returns undefined for what does not exist */
function answerJson(o: PageServerOptions, route: DataRoute): object | undefined {
  const { store } = o;
  if ('app' in route && store.apps.get(route.app) === undefined) return undefined;
  switch (route.kind) {
    case 'fleet':
      return queryFleet(store, o.now());
    case 'app':
      return queryApp(store, route.app, o.now());
    case 'timeline':
      return queryTimeline(store, route.app, route.window, o.now());
    case 'series':
      return querySeries(store, route.app, route.window, route.points);
    case 'snapshot':
      return querySnapshot(store, route.app, route.untilMs);
    case 'log':
      return queryLog(store, route.app, route.query);
    case 'unknown':
      return undefined;
  }
}

/**
 * A web site that an operator visits could point its own name at 127.0.0.1 and read the page through the
 * operator's browser (DNS rebinding); it cannot change the Host header.
 */
function isLocalHost(host: string | undefined): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/u.test(host ?? '');
}

interface PageFile {
  readonly type: string;
  readonly body: Buffer;
  readonly tag: string;
}

function toFiles(assets: PageAssets): ReadonlyMap<string, PageFile> {
  const file = (type: string, text: string): PageFile => ({
    type: `${type}; charset=utf-8`,
    body: Buffer.from(text),
    tag: `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`,
  });
  return new Map([
    ['/', file('text/html', assets.html)],
    ['/page.js', file('text/javascript', assets.script)],
    ['/page.css', file('text/css', assets.style)],
  ]);
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: PageFile): void {
  // `no-cache`: asked for each time, so that a new version shows at once, and mostly answered by 304.
  response.setHeader('cache-control', 'no-cache');
  response.setHeader('etag', file.tag);
  if (request.headers['if-none-match'] === file.tag) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, { 'content-type': file.type, 'content-length': file.body.length });
  response.end(request.method === 'HEAD' ? undefined : file.body);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(text);
}
