import { Backoff } from '../../delivery/backoff.ts';
import { wait } from '../../delivery/wait.ts';
import { connectUnix } from '../connect-unix.ts';
import type { SourceContext } from '../observation.ts';
import { readSocket } from '../read-socket.ts';
import type { ConsoleLines } from './console-lines.ts';
import type { SocketAccess } from './socket-access.ts';

/** A line without an end is given out when nothing came for this long: a prompt, the last words of a panic. */
const FLUSH_MS = 1000;

/**
 * Reads a console from the unix socket that QEMU serves, and lets `access` type on it. By itself it writes nothing: a
 * byte could be typed into a shell, and on EVE's mux console a 0x01 commands QEMU itself.
 */
export async function readConsoleSocket(
  path: string,
  lines: ConsoleLines,
  access: SocketAccess,
  context: SourceContext,
  signal: AbortSignal,
): Promise<void> {
  // What the guest prints while nobody is connected is lost, so the first tries come soon.
  const backoff = new Backoff({ firstMs: 250, maxMs: 5000, random: context.random });
  while (!signal.aborted) {
    const connected = await connectUnix(path, signal);
    if (connected.ok) {
      backoff.reset();
      context.observe({ kind: 'attached' });
      lines.begin(context.uniqueId(), 0);
      await readConnection(connected.socket, lines, access, context, signal);
      if (!signal.aborted) context.observe({ kind: 'missing', reason: `${path} was closed by the VM` });
    } else if (!signal.aborted) {
      context.observe({ kind: 'missing', reason: connected.reason });
    }
    await wait(backoff.next(), signal);
  }
}

async function readConnection(
  socket: Parameters<typeof readSocket>[0],
  lines: ConsoleLines,
  access: SocketAccess,
  context: SourceContext,
  signal: AbortSignal,
): Promise<void> {
  const writer = access.connected(socket);
  const comeHome = (): void => writer.bringFocusHome();
  // Before readSocket adds its own listener, which closes the socket.
  signal.addEventListener('abort', comeHome);
  const flush = (): void => {
    for (const each of lines.flush(context.monotonicUs(), false)) context.observe(each);
  };
  const timer = setTimeout(flush, FLUSH_MS);
  await readSocket(socket, signal, (chunk) => {
    for (const each of lines.push(chunk, context.monotonicUs(), false)) context.observe(each);
    writer.hear(chunk);
    timer.refresh();
  });
  signal.removeEventListener('abort', comeHome);
  access.disconnected(writer);
  clearTimeout(timer);
  flush();
}
