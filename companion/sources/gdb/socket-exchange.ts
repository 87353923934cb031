import { connect } from 'node:net';
import type { Exchanged, GdbExchange } from './exchange.ts';
import { ReplyReader } from './reply-reader.ts';
import type { GdbScript } from './script.ts';

/** Where a stub listens. */
export type StubAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/**
 * Over a socket where somebody keeps a stub open (`-gdb`). The whole script is written at once, so that QEMU has the detach
 * in its hands before it answers anything. Only a SIGKILL between connect and write, which follow each other directly, would
 * leave the guest stopped; the way through QMP has no such moment.
 */
export function socketExchange(address: StubAddress): GdbExchange {
  return (script, o) => exchangeOverSocket(address, script, o);
}

function exchangeOverSocket(
  address: StubAddress,
  script: GdbScript,
  o: { readonly deadlineMs: number; readonly signal: AbortSignal },
): Promise<Exchanged> {
  if (o.signal.aborted) return Promise.resolve({ ok: false, problem: 'deadline', detail: 'was given up' });
  return new Promise((resolve) => {
    const reader = new ReplyReader(script);
    const socket = connect('path' in address ? { path: address.path } : { ...address, noDelay: true });
    const settle = (result: Exchanged): void => {
      clearTimeout(timer);
      o.signal.removeEventListener('abort', abort);
      // QEMU reads what was written before the close, and the guest goes on.
      socket.destroy();
      resolve(result);
    };
    const abort = (): void => settle({ ok: false, problem: 'deadline', detail: 'was given up' });
    const late = (): void =>
      settle({
        ok: false,
        problem: 'deadline',
        detail: `no answer of the gdb stub within ${o.deadlineMs} ms`,
      });
    const timer = setTimeout(late, o.deadlineMs);
    o.signal.addEventListener('abort', abort);
    socket.on('error', (error) =>
      settle({ ok: false, problem: 'gone', detail: `gdb stub: ${error.message}` }),
    );
    socket.on('close', () =>
      settle({ ok: false, problem: 'gone', detail: 'the gdb stub closed the connection' }),
    );
    socket.on('data', (chunk) => {
      const state = reader.push(chunk);
      if (state === 'complete') settle({ ok: true, replies: reader.packets });
      else if (state === 'broken')
        settle({ ok: false, problem: 'invalid', detail: 'no answer of a gdb stub came' });
    });
    // Kept until the connection stands, and then written before anything else happens.
    socket.write(script.bytes);
  });
}
