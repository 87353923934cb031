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
    socket.on('data', take);
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
