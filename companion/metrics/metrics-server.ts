import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { StatusReport } from '../control/status.ts';
import { CONTENT_TYPE, formatFamilies } from './exposition.ts';
import { statusFamilies } from './status-families.ts';

/** Enough for some scrapers; more is somebody else. */
const CONNECTIONS_MAX = 32;

/**
 * Serves `GET /metrics` for Prometheus; nothing else, and nothing is changed by it.
 * @param status undefined while there is none yet
 * Rejects with what the system says when the address cannot be listened on.
 */
export async function startMetricsServer(
  at: { readonly host: string; readonly port: number },
  status: () => StatusReport | undefined,
): Promise<Server> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 10_000 }, (request, response) => {
    // The query may hold anything, and means nothing.
    const [path] = (request.url ?? '').split('?', 1);
    if (path !== '/metrics') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('ask for /metrics\n');
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD', connection: 'close' }).end();
      return;
    }
    const report = status();
    if (report === undefined) response.writeHead(503).end();
    else
      response.writeHead(200, { 'content-type': CONTENT_TYPE }).end(formatFamilies(statusFamilies(report)));
  });
  server.maxConnections = CONNECTIONS_MAX;
  server.listen(at.port, at.host);
  await once(server, 'listening');
  return server;
}

/** Ends it with all connections. */
export async function stopMetricsServer(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
