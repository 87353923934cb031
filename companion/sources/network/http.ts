import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { safeText } from '../../output/safe-text.ts';
import { withinDeadline } from './deadline.ts';
import { outcomeOfError, type ProbeLimits, type ProbeResult } from './probe-result.ts';

export interface HttpTarget {
  /** http or https. Redirects are not followed: where they lead is not the guest's health. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default 200 to 399, as Kubernetes has it. */
  readonly statusMin?: number;
  readonly statusMax?: number;
  /** Must stand in the first {@link BODY_BYTES_MAX} bytes of the body. */
  readonly bodyContains?: string;
  /** PEM text of the authority that signed the guest's certificate; default those of the system. */
  readonly ca?: string;
  /** The certificate is not looked at: who answers is not what the probe is about. Default false. */
  readonly insecure?: boolean;
}

export const BODY_BYTES_MAX = 64 * 1024;
const HEADER_BYTES_MAX = 16 * 1024;

/** A GET. Anything that the guest sends beyond the limits is not read. */
export function probeHttp(target: HttpTarget, limits: ProbeLimits): Promise<ProbeResult> {
  const url = parseUrl(target.url);
  if (url === undefined) {
    return Promise.resolve({
      outcome: 'unknown',
      reason: `no http or https address: ${safeText(target.url)}`,
      tookMs: 0,
    });
  }
  return withinDeadline(limits, 'no answer', (finish) => {
    const options: RequestOptions = {
      method: 'GET',
      // A connection of its own: one that is kept open would not notice that no new ones are taken.
      agent: false,
      maxHeaderSize: HEADER_BYTES_MAX,
      headers: { 'user-agent': 'cherub', accept: '*/*', ...target.headers, connection: 'close' },
    };
    const tls = {
      rejectUnauthorized: target.insecure !== true,
      ...(target.ca !== undefined && { ca: target.ca }),
    };
    const request =
      url.protocol === 'https:' ? requestHttps(url, { ...options, ...tls }) : requestHttp(url, options);
    request.on('error', (error) => {
      const { outcome, reason, answeredBy } = outcomeOfError(error);
      finish(outcome, safeText(reason), answeredBy);
    });
    request.on('response', (response) => judge(target, response, finish));
    request.end();
    return () => {
      request.on('error', () => undefined);
      request.destroy();
    };
  });
}

function judge(
  target: HttpTarget,
  response: IncomingMessage,
  finish: (outcome: 'ok' | 'failed', reason: string, answeredBy?: 'program') => void,
): void {
  const status = response.statusCode ?? 0;
  const { bodyContains } = target;
  if (status < (target.statusMin ?? 200) || status > (target.statusMax ?? 399)) {
    finish('failed', `status ${status}`, 'program');
    return;
  }
  if (bodyContains === undefined) {
    finish('ok', `status ${status}`);
    return;
  }
  const parts: Buffer[] = [];
  let length = 0;
  const isFound = (): boolean => Buffer.concat(parts).includes(bodyContains);
  const end = (): void => {
    if (isFound()) finish('ok', `status ${status}, and the body holds what it must`);
    else finish('failed', `status ${status}, but the body does not hold what it must`, 'program');
  };
  response.on('data', (chunk: Buffer) => {
    parts.push(chunk.subarray(0, BODY_BYTES_MAX - length));
    length = Math.min(BODY_BYTES_MAX, length + chunk.length);
    // A body that never ends is judged by its first bytes.
    if (length === BODY_BYTES_MAX) end();
  });
  response.on('end', end);
  response.on('error', () => finish('failed', `status ${status}, but the body ended early`));
}

function parseUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url : undefined;
}
