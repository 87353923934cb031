import { newQmpCounters, QmpConnection, type QmpCounters } from './connection.ts';
import type { QmpArguments, QmpExecuteOptions, QmpPort, QmpResult } from './qmp-port.ts';

/** EVE's own client has no read deadline, so that nobody may keep the socket for a second (FACTS of EVE's wiring). */
export const SHORT_DEADLINE_MS = 900;

/**
 * One command on one connection: connect, greeting, capabilities, command, answer, close. Never rejects. The deadline,
 * default {@link SHORT_DEADLINE_MS}, counts from the call and includes the connect.
 */
export async function qmpOnce(
  path: string,
  command: string,
  args?: QmpArguments,
  o: QmpExecuteOptions & { readonly counters?: QmpCounters } = {},
): Promise<QmpResult> {
  if (path.endsWith('/listener.qmp')) {
    return { ok: false, problem: 'refused', detail: `${path} is EVE's own listener and is never touched` };
  }
  const deadlineMs = o.deadlineMs ?? SHORT_DEADLINE_MS;
  const endMs = performance.now() + deadlineMs;
  const given = o.signal === undefined ? [] : [o.signal];
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), deadlineMs);
  const opened = await QmpConnection.open(path, {
    counters: o.counters ?? newQmpCounters(),
    signal: AbortSignal.any([late.signal, ...given]),
  });
  clearTimeout(timer);
  if (!opened.ok) {
    return late.signal.aborted || o.signal?.aborted
      ? {
          ok: false,
          problem: 'deadline',
          detail: `no connection to ${path} within ${deadlineMs} ms`,
          isGreeted: false,
        }
      : { ok: false, problem: 'gone', detail: opened.reason };
  }
  const { connection } = opened;
  const leftMs = Math.max(0, endMs - performance.now());
  const result = await connection.execute(command, args, { deadlineMs: leftMs, signal: o.signal });
  connection.close();
  await connection.closed;
  return result;
}

/** A port with a connection for each command; commands wait for each other, because QEMU serves one client at a time. */
export class QmpShort implements QmpPort {
  readonly counters = newQmpCounters();
  readonly #path: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  execute(command: string, args?: QmpArguments, o: QmpExecuteOptions = {}): Promise<QmpResult> {
    const turn = this.#last.then(() => qmpOnce(this.#path, command, args, { ...o, counters: this.counters }));
    this.#last = turn;
    return turn;
  }
}
