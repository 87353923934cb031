import type { IncomingMessage } from 'node:http';

const DRAIN_BYTES_MAX = 16 * 1024 * 1024;
const DRAIN_MS_MAX = 5000;

/**
 * Reads the rest of a refused body into nothing, within limits: a server that closes while its client still
 * writes makes TCP send a reset, and the client then never sees why it was refused. Never rejects.
 */
export function drain(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let length = 0;
    const timer = setTimeout(done, DRAIN_MS_MAX);
    function done(): void {
      clearTimeout(timer);
      resolve();
    }
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > DRAIN_BYTES_MAX) done();
    });
    request.on('end', done);
    request.on('close', done);
    request.on('error', done);
    request.resume();
  });
}
