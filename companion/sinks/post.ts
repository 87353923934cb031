import { type Agent, request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';

/** How one POST ended. */
export type PostResult =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** First line of the body, at most 200 characters, printable ASCII. */
      readonly reason: string;
      /** The body, at most 4,096 bytes of it. */
      readonly body: Buffer;
      readonly retryAfterMs?: number;
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** One request to a receiver, by its address over TLS or not. */
export interface Post {
  readonly url: URL;
  readonly agent: Agent;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** More than a receiver needs to say why; the rest is not read. */
const ANSWER_BYTES_MAX = 4096;

/**
 * Sends one POST and waits for its answer. Redirects are not followed: a receiver that moves is a matter
 * for the config. Never rejects.
 */
export function post(o: Post): Promise<PostResult> {
  const signal = AbortSignal.any([o.signal, AbortSignal.timeout(o.timeoutMs)]);
  return new Promise((resolve) => {
    const failed = (error: unknown): void =>
      resolve({ kind: 'failed', reason: o.signal.aborted ? 'stopped' : describeFailure(error, o) });
    const request = o.url.protocol === 'http:' ? requestPlain : requestTls;
    const outgoing = request(o.url, {
      method: 'POST',
      agent: o.agent,
      signal,
      headers: { ...o.headers, 'content-type': o.contentType, 'content-length': o.body.length },
    });
    outgoing.on('error', failed);
    outgoing.on('response', (answer) => {
      const chunks: Buffer[] = [];
      let length = 0;
      answer.on('data', (chunk: Buffer) => {
        if (length < ANSWER_BYTES_MAX) chunks.push(chunk);
        else answer.destroy();
        length += chunk.length;
      });
      answer.on('error', failed);
      answer.on('close', () => {
        const body = Buffer.concat(chunks).subarray(0, ANSWER_BYTES_MAX);
        const retryAfterMs = parseRetryAfter(answer.headers['retry-after']);
        resolve({
          kind: 'answer',
          status: answer.statusCode ?? 0,
          reason: firstLine(body.toString('latin1')),
          body,
          ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        });
      });
    });
    outgoing.end(o.body);
  });
}

function firstLine(text: string): string {
  const line = text.split(/[\r\n]/u, 1)[0] ?? '';
  return line.replace(/[^\x20-\x7e]/gu, '?').slice(0, 200);
}

/** Only the form in seconds; an hour is the longest that a peer may ask for. */
function parseRetryAfter(header: string | undefined): number | undefined {
  if (header === undefined || !/^\d{1,6}$/u.test(header)) return undefined;
  return Math.min(Number(header), 3600) * 1000;
}

function describeFailure(error: unknown, o: Post): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError' || error.name === 'AbortError') {
    return `${o.url.host} did not answer within ${o.timeoutMs / 1000} s`;
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return `${o.url.host}: ${ADVICE.get(code) ?? error.message} (${code})`;
}

/** What the common failures mean for the person who reads the log. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'nobody listens there; start the receiver or mend the url'],
  ['ENOTFOUND', 'the host name is not known; mend the url or the name service'],
  [
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    "the server's certificate is not from the configured ca; take ca.pem from that server",
  ],
  [
    'SELF_SIGNED_CERT_IN_CHAIN',
    "the server's certificate is not from the configured ca; take ca.pem from that server",
  ],
  ['CERT_HAS_EXPIRED', "the server's certificate has expired; look at both clocks"],
  ['ERR_TLS_CERT_ALTNAME_INVALID', "the server's certificate is for another name; use that name in the url"],
  [
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    'the server wants a client certificate; set certificate and key',
  ],
]);
