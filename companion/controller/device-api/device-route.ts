/** What a request to the device API asks for. */
export type DeviceRoute =
  | { readonly kind: 'ping' }
  | { readonly kind: 'logs' | 'newlogs'; readonly app: string }
  | { readonly kind: 'refused'; readonly status: 400 | 404 | 405; readonly message: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/**
 * Reads method and path. EVE sends `edgedevice`; its API text has `edgeDevice`, which is taken too.
 * @param target the request target as it came, never decoded: no route needs an escape
 */
export function deviceRoute(method: string, target: string): DeviceRoute {
  const path = target.split('?', 1)[0] ?? '';
  const match = /^\/api\/v1\/edge[dD]evice\/(.{1,200})$/u.exec(path);
  const rest = match?.[1];
  if (rest === undefined) return notFound;
  if (rest === 'ping') {
    return method === 'GET' || method === 'HEAD' ? { kind: 'ping' } : notAllowed('GET');
  }
  const logs = /^apps\/instances\/id\/([^/]*)\/logs$/u.exec(rest);
  const newlogs = /^apps\/instanceid\/id\/([^/]*)\/newlogs$/u.exec(rest);
  const app = (logs ?? newlogs)?.[1]?.toLowerCase();
  if (app === undefined) return notFound;
  if (method !== 'POST') return notAllowed('POST');
  if (!UUID.test(app)) return { kind: 'refused', status: 400, message: 'the app in the path is not a UUID' };
  return { kind: logs === null ? 'newlogs' : 'logs', app };
}

const notFound: DeviceRoute = {
  kind: 'refused',
  status: 404,
  message: 'there is no such route; this controller takes ping and the two app-log routes of API v1',
};

function notAllowed(method: string): DeviceRoute {
  return { kind: 'refused', status: 405, message: `this route takes ${method} only` };
}
