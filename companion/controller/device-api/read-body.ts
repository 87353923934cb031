import type { IncomingMessage } from 'node:http';

/** A request's body, or why it was not taken. */
export type BodyResult =
  | { readonly ok: true; readonly body: Uint8Array }
  | { readonly ok: false; readonly status: 400 | 413; readonly message: string };

/** Reads a body and holds never more than `bytesMax` of it. Never rejects. */
export function readBody(request: IncomingMessage, bytesMax: number): Promise<BodyResult> {
  const tooLarge: BodyResult = {
    ok: false,
    status: 413,
    message: `the body is larger than ${bytesMax} bytes; send fewer entries at once`,
  };
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) return Promise.resolve(tooLarge);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= bytesMax) chunks.push(chunk);
      else resolve(tooLarge);
    });
    request.on('end', () => resolve({ ok: true, body: Buffer.concat(chunks) }));
    // After `end` this changes nothing; before it, the sender went away in the middle.
    request.on('close', () => resolve({ ok: false, status: 400, message: 'the body ended too early' }));
    request.on('error', () => resolve({ ok: false, status: 400, message: 'the body ended too early' }));
  });
}
