import { Socket } from 'node:net';

/** What Node calls a pipe handle, as far as it is used here (src/pipe_wrap.cc). */
export interface PipeHandle {
  open(descriptor: number): number | undefined;
  /** Whether net.Socket believes that it is reading; it starts again only when this is false. */
  reading: boolean;
}

interface PipeBinding {
  Pipe: new (type: number) => PipeHandle;
  constants: { SOCKET: number };
}

/**
 * A pipe handle of libuv around a character device. Node's public ways treat such a device as a file and block a thread
 * in read(); the handle waits by epoll. `undefined` when this Node has no such binding any more, or does not take the
 * descriptor. A handle owns its descriptor.
 */
export function openPipeHandle(descriptor: number): PipeHandle | undefined {
  try {
    const node = process as unknown as { binding(name: string): PipeBinding };
    const { Pipe, constants } = node.binding('pipe_wrap');
    const handle = new Pipe(constants.SOCKET);
    const failure = handle.open(descriptor);
    return failure === undefined || failure === 0 ? handle : undefined;
  } catch {
    return undefined;
  }
}

/** A stream on a pipe handle, which may have had another one before. */
export function socketOn(handle: PipeHandle): Socket {
  handle.reading = false;
  return new Socket({ handle, allowHalfOpen: true } as unknown as ConstructorParameters<typeof Socket>[0]);
}

/** Takes the handle away from a stream, which forgets it without closing it. */
export function detachHandle(socket: Socket): void {
  socket.removeAllListeners();
  socket.on('error', () => {});
  socket.pause();
  const { _handle: handle } = socket as unknown as { _handle: PipeHandle | null };
  if (handle !== null) handle.reading = false;
  (socket as unknown as { _handle: PipeHandle | null })._handle = null;
  socket.destroy();
}
