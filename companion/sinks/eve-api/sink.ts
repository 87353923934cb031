import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import type { Entry } from '../../entries/entry.ts';
import { encodeLogBundle } from '../../eve/log-bundle.ts';
import { toEveLogEntry } from '../../eve/log-entry.ts';
import { encodeNewlog } from '../../eve/newlog.ts';
import type { DeliverResult, Sink } from '../sink.ts';
import type { EveApiSinkOptions } from './options.ts';
import { type PostResult, ping, post } from './post.ts';
import { splitBatch } from './split-batch.ts';

/** The files named in the options could not be used; `message` is one line with what to do. */
export class EveApiSinkError extends Error {
  override readonly name = 'EveApiSinkError';
}

/**
 * Sends entries to an EVE controller: device API v1, mutual TLS, one request for each app and at most
 * 256 KiB of content (docs/specs/controller-api.md). Pings it from now on until it is closed.
 * @throws {EveApiSinkError} when a certificate or key file cannot be read
 */
export function createEveApiSink(o: EveApiSinkOptions): Sink {
  const agent = new Agent({
    keepAlive: true,
    maxSockets: 2,
    minVersion: 'TLSv1.2',
    ca: readPem('ca', o.ca),
    cert: readPem('certificate', o.certificate),
    key: readPem('key', o.key),
  });
  let msgid = 0;
  const send = async (part: readonly Entry[], signal: AbortSignal): Promise<PostResult> => {
    const first = part[0];
    if (first === undefined) return { kind: 'answer', status: 201, reason: '' };
    const entries = part.map((entry) => toEveLogEntry(entry, ++msgid));
    const isNewlog = o.route === 'newlogs';
    const path = isNewlog
      ? `/api/v1/edgedevice/apps/instanceid/id/${first.appId}/newlogs`
      : `/api/v1/edgedevice/apps/instances/id/${first.appId}/logs`;
    const nowMs = Date.now();
    return post({
      url: new URL(path, o.url),
      agent,
      // EVE sends both routes with this type, although a newlog is gzip.
      contentType: 'application/x-proto-binary',
      body: isNewlog ? encodeNewlog(entries, first.appName, nowMs) : encodeLogBundle(entries, nowMs),
      timeoutMs: o.timeoutMs ?? 30_000,
      signal,
    });
  };
  const pinging = startPinging(o, agent);
  return {
    name: o.name,
    deliver: (batch, signal) => deliverParts(splitBatch(batch), (part) => send(part, signal)),
    close: async () => {
      clearInterval(pinging);
      agent.destroy();
    },
  };
}

/**
 * Finding one bad entry among 1,000 takes ten refusals. A controller that refuses more than three such
 * searches refuses everything (for example an app that it does not know), and is not asked entry by entry.
 */
const REFUSALS_MAX = 32;

/** A guest that is silent gives nothing to send; the controller must not take that for a silent companion. */
function startPinging(o: EveApiSinkOptions, agent: Agent): NodeJS.Timeout | undefined {
  const everyMs = o.pingEveryMs ?? 20_000;
  if (everyMs === 0) return undefined;
  const url = new URL(o.url);
  return setInterval(() => ping(url, agent, everyMs), everyMs).unref();
}

type SendPart = (part: readonly Entry[]) => Promise<PostResult>;

/** Sends part after part; halves a part that is refused, until the entry that nobody wants stands alone. */
async function deliverParts(parts: readonly Entry[][], send: SendPart): Promise<DeliverResult> {
  const open = [...parts];
  const rejected: string[] = [];
  let reason = '';
  let refusals = 0;
  for (let part = open.shift(); part !== undefined; part = open.shift()) {
    const result = await send(part);
    const verdict = judge(result);
    if (verdict.kind === 'retry') return verdict;
    if (verdict.kind === 'delivered') continue;
    refusals += 1;
    if (part.length > 1 && refusals <= REFUSALS_MAX) {
      open.unshift(part.slice(0, part.length >> 1), part.slice(part.length >> 1));
    } else {
      rejected.push(...part.map((entry) => entry.id));
      reason = verdict.reason;
    }
  }
  return rejected.length === 0 ? { kind: 'delivered' } : { kind: 'rejected', ids: rejected, reason };
}

type Verdict =
  | { kind: 'delivered' }
  | { kind: 'refused'; reason: string }
  | { kind: 'retry'; reason: string; retryAfterMs?: number };

/**
 * 400, 413, 415 and 422 speak about the body, so that sending it again would change nothing. Everything else,
 * also 401, 403 and 404, can be mended at the controller, so that nothing is given up.
 */
function judge(result: PostResult): Verdict {
  if (result.kind === 'failed') return { kind: 'retry', reason: result.reason };
  if (result.status >= 200 && result.status < 300) return { kind: 'delivered' };
  const reason = `HTTP ${result.status}${result.reason === '' ? '' : `: ${result.reason}`}`;
  if ([400, 413, 415, 422].includes(result.status)) return { kind: 'refused', reason };
  return result.retryAfterMs === undefined
    ? { kind: 'retry', reason }
    : { kind: 'retry', reason, retryAfterMs: result.retryAfterMs };
}

function readPem(what: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new EveApiSinkError(
      `eve-api: cannot read the ${what} file ${path} (${code}); mend the path or its rights`,
    );
  }
}
