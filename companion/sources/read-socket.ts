import type { Socket } from 'node:net';

/**
 * Gives every chunk to `take` until the other side closes or the signal is aborted; then the socket is gone. `take`
 * works at once, so that nothing queues up here: what is not read waits in the kernel.
 */
export function readSocket(
  socket: Socket,
  signal: AbortSignal,
  take: (chunk: Uint8Array) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => void socket.destroy();
    // A plain Uint8Array: `slice` of a Buffer gives a view, and decoders rely on a copy.
    socket.on('data', (chunk) => take(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)));
    socket.on('end', stop);
    socket.on('close', () => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
    signal.addEventListener('abort', stop);
    if (signal.aborted || socket.destroyed) {
      stop();
      if (socket.closed) resolve();
    }
  });
}
