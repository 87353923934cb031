import { type RequestOptions, request } from 'node:https';

export interface HttpsAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** One HTTPS request with everything about TLS left to the test. Rejects when there is no answer. */
export function httpsSend(
  url: string,
  o: RequestOptions & { readonly body?: Uint8Array } = {},
): Promise<HttpsAnswer> {
  return new Promise((resolve, reject) => {
    const { body, ...options } = o;
    const outgoing = request(url, { agent: false, ...options }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
