import { Agent } from 'node:https';
import type { Entry } from '../../entries/entry.ts';
import { encodeAuthContainer, readDeviceSigner } from '../../eve/auth-container.ts';
import { encodeLogBundle } from '../../eve/log-bundle.ts';
import { toEveLogEntry } from '../../eve/log-entry.ts';
import { encodeNewlog } from '../../eve/newlog.ts';
import { deliverParts } from '../deliver-parts.ts';
import { judgeAnswer, type Verdict } from '../judge-answer.ts';
import { post } from '../post.ts';
import { readSinkFile, SinkFileError } from '../read-sink-file.ts';
import type { Sink } from '../sink.ts';
import { splitBatch } from '../split-batch.ts';
import type { EveApiSinkOptions } from './options.ts';
import { ping } from './ping.ts';
import { ROUTES_V1, routesV2 } from './routes.ts';

/**
 * Sends entries to an EVE controller, one request for each app and at most 256 KiB of content
 * (docs/specs/controller-api.md, docs/specs/uplink.md). Pings it from now on until it is closed.
 *
 * Version 1: the device's certificate is that of TLS. Version 2: TLS knows only the server, and the certificate signs
 * each body. In both the server is trusted by `ca` alone, and by its name.
 * @throws {SinkFileError} when a certificate or key file cannot be used
 */
export function createEveApiSink(o: EveApiSinkOptions): Sink {
  const { agent, seal, routes } = o.apiVersion === 1 ? openV1(o) : openV2(o);
  let msgid = 0;
  const send = async (part: readonly Entry[], signal: AbortSignal): Promise<Verdict> => {
    const first = part[0];
    if (first === undefined) return { kind: 'delivered' };
    const entries = part.map((entry) => toEveLogEntry(entry, ++msgid));
    const isNewlog = o.route === 'newlogs';
    const nowMs = Date.now();
    const payload = isNewlog ? encodeNewlog(entries, first.appName, nowMs) : encodeLogBundle(entries, nowMs);
    const result = await post({
      url: new URL(isNewlog ? routes.newlogs(first.appId) : routes.logs(first.appId), o.url),
      agent,
      // EVE sends both routes with this type, although a newlog is gzip.
      contentType: 'application/x-proto-binary',
      body: seal(payload),
      timeoutMs: o.timeoutMs ?? 30_000,
      signal,
    });
    return judgeAnswer(result);
  };
  const pinging = startPinging(o, new URL(routes.ping, o.url), agent);
  return {
    name: o.name,
    deliver: (batch, signal) => deliverParts(splitBatch(batch), (part) => send(part, signal)),
    close: async () => {
      clearInterval(pinging);
      agent.destroy();
    },
  };
}

const AGENT = { keepAlive: true, maxSockets: 2, minVersion: 'TLSv1.2' } as const;

function openV1(o: EveApiSinkOptions) {
  const agent = new Agent({
    ...AGENT,
    ca: readSinkFile('eve-api', 'ca', o.ca),
    cert: readSinkFile('eve-api', 'certificate', o.certificate),
    key: readSinkFile('eve-api', 'key', o.key),
  });
  return { agent, seal: (payload: Uint8Array) => payload, routes: ROUTES_V1 };
}

function openV2(o: EveApiSinkOptions) {
  const ca = readSinkFile('eve-api', 'ca', o.ca);
  const certificate = readSinkFile('eve-api', 'certificate', o.certificate);
  const key = readSinkFile('eve-api', 'key', o.key);
  try {
    const signer = readDeviceSigner(certificate, key);
    return {
      agent: new Agent({ ...AGENT, ca }),
      seal: (payload: Uint8Array) => encodeAuthContainer(payload, signer),
      routes: routesV2(o.device ?? ''),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SinkFileError(`eve-api: ${o.certificate} and ${o.key} cannot sign: ${why}`);
  }
}

/** A guest that is silent gives nothing to send; the controller must not take that for a silent companion. */
function startPinging(o: EveApiSinkOptions, url: URL, agent: Agent): NodeJS.Timeout | undefined {
  const everyMs = o.pingEveryMs ?? 20_000;
  if (everyMs === 0) return undefined;
  return setInterval(() => ping(url, agent, everyMs), everyMs).unref();
}
