import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { Agent, request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { issueAuthority, issueDevice } from '#companion/controller/certificates/issue.ts';
import { eventually } from '#test/support/eventually.ts';
import { issueContext } from '#test/support/start-controller.ts';
import { freePort, startProgram } from './start-program.ts';
import { toolPath } from './tools/tool-path.ts';

/** A real Adam with a real Redis on loopback, and one device with one application. */
export interface Adam {
  readonly url: string;
  /** UUID of the device, as Adam gave it. */
  readonly device: string;
  /** PEM files for the companion. */
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
  /** A folder with the settings of eden, for which it is its home. */
  readonly home: string;
}

/** eden's database of accounts must not know this user, or its home would be a real one. */
export const EDEN_UID = 54_321;

export async function startAdam(
  t: TestContext,
  app: { readonly id: string; readonly displayName: string },
): Promise<Adam> {
  const folder = mkdtempSync(join(tmpdir(), 'cherub-adam-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  const redisPort = await startRedis(t, folder);
  const port = await freePort();
  const file = (name: string): string => join(folder, name);
  const adam = startProgram(
    t,
    toolPath('adam'),
    [
      ...[
        'server',
        '--ip',
        '127.0.0.1',
        '--port',
        String(port),
        '--db-url',
        `redis://127.0.0.1:${redisPort}/0`,
      ],
      ...['--conf-dir', file('conf'), '--auto-cert', '--cert-cn', 'localhost'],
      ...['--cert-hosts', '127.0.0.1,localhost'],
      ...['--server-cert', file('server.pem'), '--server-key', file('server-key.pem')],
      ...['--signing-cert', file('signing.pem'), '--signing-key', file('signing-key.pem')],
      ...['--encrypt-cert', file('encrypt.pem'), '--encrypt-key', file('encrypt-key.pem')],
    ],
    folder,
  );
  await eventually('Adam answers', () => answers(port), 20_000).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${adam.text}`);
  });
  const onboard = randomUUID();
  const authority = await issueAuthority('cherub eden test', issueContext());
  const device = await issueDevice(authority, 'edge-1', issueContext());
  const onboarding = await issueDevice(authority, onboard, issueContext());
  writeFileSync(file('device.pem'), device.certificate);
  writeFileSync(file('device-key.pem'), device.key);
  const url = `https://127.0.0.1:${port}`;
  const admin = adminOf(url, readFileSync(file('server.pem')));
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  await admin('POST', '/admin/device', {
    Cert: base64(device.certificate),
    Onboard: base64(onboarding.certificate),
    Serial: 'cherub-1',
  });
  const [deviceId = ''] = (await admin('GET', '/admin/device')).trim().split(/\s+/u);
  await admin('PUT', `/admin/device/${deviceId}/config`, {
    apps: [{ uuidandversion: { uuid: app.id, version: '1' }, displayname: app.displayName }],
  });
  const home = makeEdenHome(folder, { port, redisPort, onboard, ca: file('server.pem') });
  return {
    url,
    device: deviceId,
    ca: file('server.pem'),
    certificate: file('device.pem'),
    key: file('device-key.pem'),
    home,
  };
}

async function startRedis(t: TestContext, folder: string): Promise<number> {
  const port = await freePort();
  mkdirSync(join(folder, 'redis'));
  // Adam asks for SAVE after each change of its tables, so that the folder must be writable.
  const redis = startProgram(
    t,
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', join(folder, 'redis')],
    folder,
  );
  await eventually('Redis answers', () => answers(port), 20_000).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${redis.text}`);
  });
  return port;
}

function answers(port: number): Promise<true | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(undefined));
  });
}

type Admin = (method: string, path: string, body?: object) => Promise<string>;

function adminOf(url: string, ca: Buffer): Admin {
  const agent = new Agent({ ca });
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const outgoing = request(new URL(path, url), {
        method,
        agent,
        headers: { 'content-type': 'application/json' },
      });
      outgoing.on('error', reject);
      outgoing.on('response', (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        answer.on('end', () => {
          const status = answer.statusCode ?? 0;
          if (status >= 200 && status < 300) resolve(text);
          else reject(new Error(`Adam answered ${method} ${path} with ${status}: ${text}`));
        });
      });
      outgoing.end(body === undefined ? undefined : JSON.stringify(body));
    });
}

/** What `eden setup` would leave, as far as reading logs needs it. */
function makeEdenHome(
  folder: string,
  o: { readonly port: number; readonly redisPort: number; readonly onboard: string; readonly ca: string },
): string {
  const home = join(folder, 'home');
  const eden = join(home, '.eden');
  mkdirSync(join(eden, 'contexts'), { recursive: true });
  mkdirSync(join(eden, 'certs'));
  copyFileSync(o.ca, join(eden, 'certs/root-certificate.pem'));
  writeFileSync(join(eden, 'context.yml'), 'current: default\n');
  writeFileSync(
    join(eden, 'contexts/default.yml'),
    `adam:
  ip: 127.0.0.1
  port: ${o.port}
  dist: adam
  redis: { eden: "127.0.0.1:${o.redisPort}" }
  remote: { enabled: true, redis: true }
  caching: { enabled: false }
eve: { uuid: ${o.onboard}, name: edge-1 }
eden: { root: ${home} }
`,
  );
  copyFileSync(toolPath('eden'), join(home, 'eden'));
  return home;
}
