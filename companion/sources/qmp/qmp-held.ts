import { newQmpCounters, QmpConnection } from './connection.ts';
import type { QmpMessage } from './qmp-lines.ts';
import type { QmpArguments, QmpExecuteOptions, QmpPort, QmpResult } from './qmp-port.ts';

/** What a command may take on a connection of our own, unless its caller says something else. */
export const HELD_DEADLINE_MS = 5000;

export type QmpEventMessage = Extract<QmpMessage, { kind: 'event' }>;

/** How one connection went, for whoever opens the next. */
export interface Serving {
  /** Runs when the connection is ready for commands. */
  readonly onOpen?: (version: string) => void;
  readonly onEvent: (event: QmpEventMessage) => void;
}

/**
 * A held connection with events. It does not come back by itself: {@link serve} is called again, with a pause of the
 * caller's choice.
 */
export class QmpHeld implements QmpPort {
  readonly counters = newQmpCounters();
  readonly #path: string;
  #connection: QmpConnection | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  get isConnected(): boolean {
    return this.#connection !== undefined;
  }

  /** Serves one connection until it ends or the signal is aborted; resolves with the reason. Never rejects. */
  async serve(signal: AbortSignal, serving: Serving): Promise<string> {
    const opened = await QmpConnection.open(this.#path, {
      counters: this.counters,
      signal,
      onEvent: serving.onEvent,
    });
    if (!opened.ok) return opened.reason;
    const { connection } = opened;
    this.#connection = connection;
    // The first command also tells that the greeting came; a peer without one is no QEMU, or busy with another client.
    const ready = await connection.execute('query-version', undefined, {
      deadlineMs: HELD_DEADLINE_MS,
      signal,
    });
    if (ready.ok) serving.onOpen?.(connection.version);
    else connection.close(ready.detail);
    const reason = await connection.closed;
    this.#connection = undefined;
    return reason;
  }

  async execute(command: string, args?: QmpArguments, o: QmpExecuteOptions = {}): Promise<QmpResult> {
    const connection = this.#connection;
    if (connection === undefined) return { ok: false, problem: 'gone', detail: 'not connected to QEMU' };
    return connection.execute(command, args, {
      deadlineMs: o.deadlineMs ?? HELD_DEADLINE_MS,
      signal: o.signal,
    });
  }
}
