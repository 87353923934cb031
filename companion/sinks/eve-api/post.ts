import { type Agent, request } from 'node:https';

/** How one POST ended. */
export type PostResult =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** First line of the body, at most 200 characters, printable ASCII. */
      readonly reason: string;
      readonly retryAfterMs?: number;
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** One request to the controller. */
export interface Post {
  readonly url: URL;
  readonly agent: Agent;
  readonly contentType: string;
  readonly body: Uint8Array;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** More than a controller needs to say why; the rest is not read. */
const ANSWER_BYTES_MAX = 4096;

/**
 * Sends one POST and waits for its answer. Redirects are not followed: a controller that moves is a matter
 * for the config. Never rejects.
 */
export function post(o: Post): Promise<PostResult> {
  const signal = AbortSignal.any([o.signal, AbortSignal.timeout(o.timeoutMs)]);
  return new Promise((resolve) => {
    const failed = (error: unknown): void =>
      resolve({ kind: 'failed', reason: o.signal.aborted ? 'stopped' : describeFailure(error, o) });
    const outgoing = request(o.url, {
      method: 'POST',
      agent: o.agent,
      signal,
      headers: { 'content-type': o.contentType, 'content-length': o.body.length },
    });
    outgoing.on('error', failed);
    outgoing.on('response', (answer) => {
      let text = '';
      answer.setEncoding('latin1');
      answer.on('data', (chunk: string) => {
        if (text.length < ANSWER_BYTES_MAX) text += chunk;
        else answer.destroy();
      });
      answer.on('error', failed);
      answer.on('close', () => {
        const retryAfterMs = parseRetryAfter(answer.headers['retry-after']);
        resolve({
          kind: 'answer',
          status: answer.statusCode ?? 0,
          reason: firstLine(text),
          ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        });
      });
    });
    outgoing.end(o.body);
  });
}

/** Asks for the controller's ping. Its answer changes nothing here: deliveries tell what is wrong. */
export function ping(url: URL, agent: Agent, timeoutMs: number): void {
  const outgoing = request(new URL('/api/v1/edgedevice/ping', url), {
    agent,
    signal: AbortSignal.timeout(timeoutMs),
  });
  outgoing.on('error', () => {});
  outgoing.on('response', (answer) => {
    answer.on('error', () => {});
    answer.resume();
  });
  outgoing.end();
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
  ['ECONNREFUSED', 'nobody listens there; start the controller or mend the url'],
  ['ENOTFOUND', 'the host name is not known; mend the url or the name service'],
  [
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    "the controller's certificate is not from the configured ca; take ca.pem from that controller",
  ],
  [
    'SELF_SIGNED_CERT_IN_CHAIN',
    "the controller's certificate is not from the configured ca; take ca.pem from that controller",
  ],
  ['CERT_HAS_EXPIRED', "the controller's certificate has expired; look at both clocks"],
  [
    'ERR_TLS_CERT_ALTNAME_INVALID',
    "the controller's certificate is for another name; use that name in the url",
  ],
  [
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    'the controller wants a client certificate; set certificate and key',
  ],
]);
