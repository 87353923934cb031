import type { Server } from 'node:net';
import { loadPageAssets } from './assets/page-assets.ts';
import { ControllerError, nodeErrorCode } from './controller-error.ts';
import { controllerFiles } from './controller-files.ts';
import { createDeviceServer, type DeviceApiLimits } from './device-api/device-server.ts';
import { ChangeStream } from './page-api/change-stream.ts';
import { createPageServer } from './page-api/page-server.ts';
import { type HostPort, isLoopback } from './parse-host-port.ts';
import { readControllerFile } from './private-files.ts';
import { ControllerStore, DEFAULT_RETENTION } from './store/controller-store.ts';
import type { Retention } from './store/entry-writer.ts';

export interface RunControllerOptions {
  readonly dir: string;
  /** Where devices reach it. Port 0 takes a free one. */
  readonly listen: HostPort;
  /** Where the page is; loopback only. */
  readonly page: HostPort;
  readonly retention?: Retention;
  readonly limits?: DeviceApiLimits;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onProblem: (message: string) => void;
}

export interface RunningController {
  /** `https://127.0.0.1:8443` */
  readonly deviceUrl: string;
  /** `http://127.0.0.1:8080` */
  readonly pageUrl: string;
  /** Ends requests under way after 2 s at most, and closes the database. */
  close(): Promise<void>;
}

/**
 * Starts the controller: device API, page, database.
 * @throws {ControllerError} when the directory holds no controller, the page is not on loopback, or a port is
 *   taken
 */
export async function runController(o: RunControllerOptions): Promise<RunningController> {
  if (!isLoopback(o.page.host)) {
    throw new ControllerError(
      'usage',
      `the page has no password, so that it is for 127.0.0.1 and ::1 only, not ${o.page.host}; reach it from elsewhere through ssh -L`,
    );
  }
  const files = controllerFiles(o.dir);
  const pem = {
    ca: readControllerFile(files.ca, o.dir),
    certificate: readControllerFile(files.server, o.dir),
    key: readControllerFile(files.serverKey, o.dir),
  };
  const assets = await loadPageAssets();
  const store = ControllerStore.open(files.database, o.retention ?? DEFAULT_RETENTION);
  const changes = new ChangeStream();
  const { now, onProblem } = o;
  const page = createPageServer({ store, assets, changes, now, onProblem });
  const device = createDeviceServer({
    ...pem,
    store,
    now,
    onProblem,
    ...(o.limits === undefined ? {} : { limits: o.limits }),
    onStored: (app, entries) => changes.changed(app, new Set(entries.map((entry) => entry.kind))),
  });
  const close = async (): Promise<void> => {
    changes.close();
    await Promise.all([stop(device), stop(page)]);
    store.close();
  };
  try {
    return {
      deviceUrl: `https://${await listen(device, o.listen, '--listen')}`,
      pageUrl: `http://${await listen(page, o.page, '--page')}`,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface StoppableServer extends Server {
  closeIdleConnections(): void;
  closeAllConnections(): void;
}

function listen(server: Server, at: HostPort, option: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = nodeErrorCode(error);
      const advice =
        code === 'EADDRINUSE' ? `is taken; give another with ${option}` : `cannot be used (${code})`;
      reject(new ControllerError('failed', `${at.host}:${at.port} ${advice}`, { cause: error }));
    });
    server.listen({ host: at.host, port: at.port }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : at.port;
      resolve(`${at.host.includes(':') ? `[${at.host}]` : at.host}:${port}`);
    });
  });
}

const STOP_MS_MAX = 2000;

function stop(server: StoppableServer): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), STOP_MS_MAX);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
