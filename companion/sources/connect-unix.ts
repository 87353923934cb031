import { connect, type Socket } from 'node:net';

/** The longest address of a unix socket in Linux (sun_path without its end). */
const ADDRESS_BYTES_MAX = 107;

export type Connected =
  | { readonly ok: true; readonly socket: Socket }
  /** One line for people. */
  | { readonly ok: false; readonly reason: string };

/** Connects to a unix socket; ends at once when the signal is aborted. Never rejects. */
export function connectUnix(path: string, signal: AbortSignal): Promise<Connected> {
  if (Buffer.byteLength(path) > ADDRESS_BYTES_MAX) {
    const reason = `${path}: longer than ${ADDRESS_BYTES_MAX} bytes, which no unix socket can be`;
    return Promise.resolve({ ok: false, reason });
  }
  return new Promise((resolve) => {
    const socket = connect(path);
    const aborted = (): void => {
      socket.destroy();
      settle({ ok: false, reason: 'stopped' });
    };
    const failed = (error: Error): void => settle({ ok: false, reason: describeConnectError(path, error) });
    const settle = (result: Connected): void => {
      signal.removeEventListener('abort', aborted);
      socket.off('error', failed);
      // A socket without this listener would end the program at the next error.
      socket.on('error', () => undefined);
      resolve(result);
    };
    socket.once('error', failed);
    socket.once('connect', () => settle({ ok: true, socket }));
    signal.addEventListener('abort', aborted);
    if (signal.aborted) aborted();
  });
}

function describeConnectError(path: string, error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return `${path} does not exist; is the VM running, and is this the path of its socket?`;
    case 'ECONNREFUSED':
      return `nobody listens at ${path}; the VM has probably ended`;
    case 'EACCES':
      return `${path}: permission denied; run as the user that the VM belongs to`;
    case 'ENOTSOCK':
      return `${path} is not a socket`;
    default:
      return `${path}: ${error.message}`;
  }
}
