import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueAuthority, issueDevice, issueServer } from '#companion/controller/certificates/issue.ts';
import { createEveApiSink } from '#companion/sinks/eve-api/sink.ts';
import type { Sink } from '#companion/sinks/sink.ts';
import { issueContext } from '#test/support/start-controller.ts';

/** An HTTPS server that answers as a test says, and a sink that sends to it. */
export interface FakeEveController {
  readonly sink: Sink;
  /** PEM. */
  readonly deviceCertificate: string;
  readonly requests: {
    readonly method: string;
    readonly path: string;
    readonly type: string;
    readonly body: Buffer;
  }[];
  end(): Promise<void>;
}

/**
 * @param answer called with each whole request and its number from 0
 * @param o.serverName the name in the server's certificate; default 127.0.0.1
 */
export async function fakeEveController(
  answer: (response: ServerResponse, request: IncomingMessage, index: number) => void,
  o: {
    readonly serverName?: string;
    readonly timeoutMs?: number;
    readonly pingEveryMs?: number;
    /** For version 2: the device's UUID. */
    readonly device?: string;
  } = {},
): Promise<FakeEveController> {
  const dir = mkdtempSync(join(tmpdir(), 'cherub-fake-eve-'));
  const authority = await issueAuthority('fake', issueContext());
  const server = await issueServer(authority, [o.serverName ?? '127.0.0.1'], issueContext());
  const device = await issueDevice(authority, 'edge', issueContext());
  const files = { ca: join(dir, 'ca'), certificate: join(dir, 'cert'), key: join(dir, 'key') };
  writeFileSync(files.ca, authority.certificate);
  writeFileSync(files.certificate, device.certificate);
  writeFileSync(files.key, device.key);
  const requests: FakeEveController['requests'] = [];
  const https = createServer({
    cert: server.certificate,
    key: server.key,
    ca: authority.certificate,
    // Version 2 knows no client certificate in TLS.
    requestCert: o.device === undefined,
  });
  https.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const type = request.headers['content-type'] ?? '';
      requests.push({ method: request.method ?? '', path: request.url ?? '', type, body });
      answer(response, request, requests.length - 1);
    });
  });
  await new Promise<void>((resolve) => https.listen(0, '127.0.0.1', resolve));
  const address = https.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const url = `https://127.0.0.1:${port}`;
  const sink = createEveApiSink({
    name: 'fake',
    url,
    ...(o.device === undefined ? { apiVersion: 1 } : { apiVersion: 2, device: o.device }),
    ...files,
    timeoutMs: o.timeoutMs ?? 5000,
    pingEveryMs: o.pingEveryMs ?? 0,
  });
  return {
    sink,
    deviceCertificate: device.certificate,
    requests,
    end: async () => {
      await sink.close?.();
      https.closeAllConnections();
      await new Promise((resolve) => https.close(resolve));
      rmSync(dir, { recursive: true });
    },
  };
}
