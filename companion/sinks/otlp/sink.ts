import { Agent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import { gzipSync } from 'node:zlib';
import type { Entry } from '../../entries/entry.ts';
import { decodeExportAnswer } from '../../otlp/decode-answer.ts';
import { encodeLogs } from '../../otlp/encode-logs.ts';
import { encodeMetrics, isSnapshot } from '../../otlp/encode-metrics.ts';
import { safeText } from '../../output/safe-text.ts';
import { deliverParts } from '../deliver-parts.ts';
import { judgeAnswer, type Verdict } from '../judge-answer.ts';
import { post } from '../post.ts';
import { readSinkFile } from '../read-sink-file.ts';
import type { Sink } from '../sink.ts';
import { splitBatch } from '../split-batch.ts';
import type { OtlpSinkOptions } from './options.ts';

/**
 * Sends entries to a receiver of OpenTelemetry: OTLP over HTTP, protobuf, gzip (docs/specs/uplink.md). A part is
 * delivered when both its log records and its metrics are.
 * @throws {SinkFileError} when a file of the options cannot be read
 */
export function createOtlpSink(o: OtlpSinkOptions): Sink {
  const agent = openAgent(o);
  const token = o.tokenFile && readSinkFile('otlp', 'token', o.tokenFile).toString('utf8').trim();
  const headers = {
    'content-encoding': 'gzip',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const send = async (path: string, body: Uint8Array, signal: AbortSignal): Promise<Verdict> => {
    const result = await post({
      url: new URL(`${o.endpoint.replace(/\/+$/u, '')}${path}`),
      agent,
      contentType: 'application/x-protobuf',
      headers,
      body: gzipSync(body),
      timeoutMs: o.timeoutMs,
      signal,
    });
    const verdict = judgeAnswer(result);
    if (verdict.kind !== 'delivered' || result.kind !== 'answer') return verdict;
    const { rejected, message } = decodeExportAnswer(result.body);
    return rejected === 0
      ? verdict
      : { kind: 'partly', rejected, reason: safeText(`${rejected} refused: ${message}`.slice(0, 200)) };
  };
  return {
    name: o.name,
    deliver: (batch, signal) =>
      deliverParts(splitBatch(batch), (part) =>
        sendSignals(o, part, (path, body) => send(path, body, signal)),
      ),
    close: async () => agent.destroy(),
  };
}

/** Metrics first: their points may come twice without harm, log records are told apart only by their uid. */
async function sendSignals(
  o: OtlpSinkOptions,
  part: readonly Entry[],
  send: (path: string, body: Uint8Array) => Promise<Verdict>,
): Promise<Verdict> {
  const metrics = o.metrics ? encodeMetrics(part, o) : undefined;
  const first: Verdict = metrics === undefined ? { kind: 'delivered' } : await send('/v1/metrics', metrics);
  if (first.kind === 'retry' || first.kind === 'refused') return first;
  const records = o.metrics ? part.filter((entry) => !isSnapshot(entry)) : part;
  if (!o.logs || records.length === 0) return first;
  const second = await send('/v1/logs', encodeLogs(records, o));
  return second.kind === 'delivered' ? first : second;
}

function openAgent(o: OtlpSinkOptions): Agent {
  if (o.endpoint.startsWith('http:')) return new Agent({ keepAlive: true, maxSockets: 2 });
  const read = (what: string, path: string | undefined): Buffer | undefined =>
    path === undefined ? undefined : readSinkFile('otlp', what, path);
  return new TlsAgent({
    keepAlive: true,
    maxSockets: 2,
    minVersion: 'TLSv1.2',
    ca: read('ca', o.ca),
    cert: read('certificate', o.certificate),
    key: read('key', o.key),
  });
}
