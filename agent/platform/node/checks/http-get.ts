import type { IncomingMessage } from 'node:http';
import type { CheckPort, HttpEnd } from '#agent/core/checks/check-port.ts';
import { codeOf } from '../snapshot/error-code.ts';

type Get = NonNullable<CheckPort['get']>;

/**
 * One GET with a connection of its own. `fetch` is no way: it needs WebAssembly, which the agent's engine has switched
 * off. The modules are loaded by the first check that needs them.
 */
export const httpGet: Get = async (url, o) => {
  const { get } = url.startsWith('https:') ? await import('node:https') : await import('node:http');
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const finish = (end: HttpEnd): void => {
      clearTimeout(timer);
      resolve(end);
      request.destroy();
    };
    const request = get(url, { agent: false, headers: { 'user-agent': 'cherub-agent' } }, (response) =>
      takeBody(response, o.bodyBytesMax, finish),
    );
    request.on('error', (error) => finish({ kind: 'failed', problem: codeOf(error) }));
    timer = setTimeout(() => finish({ kind: 'timeout' }), o.timeoutMs);
  });
};

function takeBody(response: IncomingMessage, bytesMax: number, finish: (end: HttpEnd) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const answered = (): void => {
    const body = Buffer.concat(chunks).subarray(0, bytesMax).toString('utf8');
    finish({ kind: 'answered', status: response.statusCode ?? 0, body });
  };
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= bytesMax) answered();
  });
  response.on('end', answered);
  response.on('error', (error) => finish({ kind: 'failed', problem: codeOf(error) }));
}
