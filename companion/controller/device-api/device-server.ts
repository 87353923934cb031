import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { Decoded } from '../../eve/decode-limits.ts';
import { decodeLogBundle } from '../../eve/log-bundle.ts';
import type { EveLogEntry } from '../../eve/log-entry.ts';
import { decodeNewlog } from '../../eve/newlog.ts';
import { ingestEntry } from '../ingest/ingest-entry.ts';
import type { IngestedEntry } from '../ingest/ingested-entry.ts';
import type { ControllerStore } from '../store/controller-store.ts';
import type { Device } from '../store/devices.ts';
import { authenticate } from './authenticate.ts';
import { deviceRoute } from './device-route.ts';
import { drain } from './drain.ts';
import { readBody } from './read-body.ts';

/** What devices are allowed to cost. */
export interface DeviceApiLimits {
  /** Body as it comes over the wire. */
  readonly bodyBytesMax: number;
  /** Body of a newlog after decompression. */
  readonly unpackedBytesMax: number;
  readonly entriesMax: number;
  /** Requests with a body in memory at once; more get 503. */
  readonly requestsMax: number;
  readonly connectionsMax: number;
}

/** EVE's own newlogs are at most 50 kB of gzip; our sink sends 256 KiB of content at most. */
export const DEFAULT_LIMITS: DeviceApiLimits = {
  bodyBytesMax: 4 * 1024 * 1024,
  unpackedBytesMax: 8 * 1024 * 1024,
  entriesMax: 20_000,
  requestsMax: 16,
  connectionsMax: 512,
};

export interface DeviceServerOptions {
  readonly store: ControllerStore;
  /** PEM texts. */
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
  readonly limits?: DeviceApiLimits;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called after something new was stored. */
  readonly onStored: (appId: number, entries: readonly IngestedEntry[]) => void;
  /** One line about a failure of our own, for the operator. */
  readonly onProblem: (message: string) => void;
}

interface Answer {
  readonly status: number;
  /** One line; empty on success, as EVE's API wants it. */
  readonly message: string;
}

/** The device API v1 with mutual TLS (docs/specs/controller-api.md); not listening yet. */
export function createDeviceServer(o: DeviceServerOptions): Server {
  const api = new DeviceApi(o);
  const server = createServer(
    {
      ca: o.ca,
      cert: o.certificate,
      key: o.key,
      minVersion: 'TLSv1.2',
      requestCert: true,
      // Everybody gets in as far as authenticate(), which answers in words.
      rejectUnauthorized: false,
      handshakeTimeout: 10_000,
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      maxHeaderSize: 16_384,
    },
    (request, response) => void api.handle(request, response),
  );
  server.maxConnections = (o.limits ?? DEFAULT_LIMITS).connectionsMax;
  return server;
}

class DeviceApi {
  readonly #options: DeviceServerOptions;
  readonly #limits: DeviceApiLimits;
  #underWay = 0;

  constructor(options: DeviceServerOptions) {
    this.#options = options;
    this.#limits = options.limits ?? DEFAULT_LIMITS;
  }

  /** Never rejects. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let answer: Answer;
    try {
      answer = await this.#answer(request);
    } catch (error) {
      this.#options.onProblem(
        `a request failed inside: ${error instanceof Error ? error.message : String(error)}`,
      );
      answer = { status: 500, message: 'the controller could not store this; send it again later' };
    }
    await drain(request);
    send(request, response, answer);
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const route = deviceRoute(request.method ?? '', request.url ?? '');
    const { socket } = request;
    if (!(socket instanceof TLSSocket)) throw new Error('a connection without TLS reached the device API');
    const who = authenticate(socket, this.#options.store.devices);
    if (!who.ok) return { status: who.status, message: who.message };
    this.#options.store.devices.seen(who.device, this.#options.now());
    switch (route.kind) {
      case 'refused':
        return { status: route.status, message: route.message };
      case 'ping':
        return { status: 200, message: '' };
      case 'logs':
      case 'newlogs':
        return this.#takeLogs(request, who.device, route);
    }
  }

  async #takeLogs(
    request: IncomingMessage,
    device: Device,
    route: { readonly kind: 'logs' | 'newlogs'; readonly app: string },
  ): Promise<Answer> {
    if (this.#underWay >= this.#limits.requestsMax) {
      return { status: 503, message: 'too many requests at once; send it again in a few seconds' };
    }
    this.#underWay += 1;
    try {
      const read = await readBody(request, this.#limits.bodyBytesMax);
      if (!read.ok) return { status: read.status, message: read.message };
      if (read.body.length === 0) return { status: 400, message: 'the body is empty' };
      const decoded = await this.#decode(route.kind, read.body);
      if (!decoded.ok) return { status: decoded.tooLarge ? 413 : 400, message: decoded.problem };
      return this.#store(device, route.app, decoded.value);
    } finally {
      this.#underWay -= 1;
    }
  }

  async #decode(kind: 'logs' | 'newlogs', body: Uint8Array): Promise<Decoded<EveLogEntry[]>> {
    const { entriesMax, unpackedBytesMax, bodyBytesMax } = this.#limits;
    return kind === 'logs'
      ? decodeLogBundle(body, { bytesMax: bodyBytesMax, entriesMax })
      : decodeNewlog(body, { bytesMax: unpackedBytesMax, entriesMax });
  }

  #store(device: Device, app: string, entries: readonly EveLogEntry[]): Answer {
    const nowMs = this.#options.now();
    const ingested = entries.map((entry) => ingestEntry(entry, nowMs));
    const result = this.#options.store.writer.write(device.id, app, ingested, nowMs);
    if (!result.ok) return { status: 403, message: result.problem };
    if (result.stored.length > 0) this.#options.onStored(result.appId, result.stored);
    return { status: 201, message: '' };
  }
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  // What was not drained is still on its way: the connection cannot be used again.
  if (!request.complete) response.setHeader('connection', 'close');
  if (answer.status === 503) response.setHeader('retry-after', '5');
  response.statusCode = answer.status;
  if (answer.message === '') {
    response.end();
    return;
  }
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(`${answer.message}\n`);
}
