import type { Socket } from 'node:net';
import { connectUnix } from '../connect-unix.ts';
import { readSocket } from '../read-socket.ts';
import { QmpLines, type QmpMessage } from './qmp-lines.ts';
import type { QmpArguments, QmpResult } from './qmp-port.ts';

/** Counts of one socket's life, kept over connections. */
export interface QmpCounters {
  connections: number;
  answers: number;
  events: number;
  /** Lines that are no QMP; each ends its connection. */
  invalid: number;
  /** Answers to nothing that we asked on this connection. */
  stale: number;
  /** Connections ended because more came than any honest QEMU sends. */
  floods: number;
}

export function newQmpCounters(): QmpCounters {
  return { connections: 0, answers: 0, events: 0, invalid: 0, stale: 0, floods: 0 };
}

/** What may come between two commands. The events of a busy VM are some KiB. */
const UNASKED_BYTES_MAX = 16 * 1024 * 1024;

type Settle = (result: QmpResult) => void;

/** One connection, from its greeting to its end. Every command ends within its deadline, also when the peer never speaks. */
export class QmpConnection {
  /** Resolves with the reason when the connection is over. */
  readonly closed: Promise<string>;
  /** QEMU's version, empty before the greeting. */
  version = '';
  readonly #socket: Socket;
  readonly #counters: QmpCounters;
  readonly #onEvent: (event: Extract<QmpMessage, { kind: 'event' }>) => void;
  readonly #lines = new QmpLines();
  readonly #waiting = new Map<number, Settle>();
  readonly #unsent: string[] = [];
  #nextId = 1;
  #greeted = false;
  #unasked = 0;
  #end: string | undefined;

  private constructor(
    socket: Socket,
    counters: QmpCounters,
    signal: AbortSignal,
    onEvent: (event: Extract<QmpMessage, { kind: 'event' }>) => void,
  ) {
    this.#socket = socket;
    this.#counters = counters;
    this.#onEvent = onEvent;
    counters.connections += 1;
    this.closed = readSocket(socket, signal, (chunk) => this.#take(chunk)).then(() => this.#finish());
  }

  /** Connects and asks for the capabilities mode; commands may be given at once. Never rejects. */
  static async open(
    path: string,
    o: {
      readonly counters: QmpCounters;
      readonly signal: AbortSignal;
      readonly onEvent?: (event: Extract<QmpMessage, { kind: 'event' }>) => void;
    },
  ): Promise<
    | { readonly ok: true; readonly connection: QmpConnection }
    | { readonly ok: false; readonly reason: string }
  > {
    const connected = await connectUnix(path, o.signal);
    if (!connected.ok) return connected;
    const connection = new QmpConnection(
      connected.socket,
      o.counters,
      o.signal,
      o.onEvent ?? (() => undefined),
    );
    return { ok: true, connection };
  }

  get isGreeted(): boolean {
    return this.#greeted;
  }

  /** Ends the connection. QEMU finishes what it has begun. */
  close(reason = 'closed by us'): void {
    this.#end ??= reason;
    this.#socket.destroy();
  }

  /** Never rejects. A deadline leaves the connection open: a late answer is counted and dropped. */
  execute(
    command: string,
    args: QmpArguments | undefined,
    o: { readonly deadlineMs: number; readonly signal?: AbortSignal | undefined },
  ): Promise<QmpResult> {
    if (this.#end !== undefined || this.#socket.destroyed) {
      return Promise.resolve({ ok: false, problem: 'gone', detail: this.#end ?? 'the connection is closed' });
    }
    if (o.signal?.aborted) return Promise.resolve(abandoned(command));
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve) => {
      const settle: Settle = (result) => {
        clearTimeout(timer);
        o.signal?.removeEventListener('abort', aborted);
        this.#waiting.delete(id);
        resolve(result);
      };
      const aborted = (): void => settle(abandoned(command));
      const timer = setTimeout(() => settle(this.#late(command, o.deadlineMs)), o.deadlineMs);
      o.signal?.addEventListener('abort', aborted);
      this.#waiting.set(id, settle);
      this.#send(JSON.stringify({ execute: command, ...(args && { arguments: args }), id }));
    });
  }

  #late(command: string, deadlineMs: number): QmpResult {
    const within = `within ${Math.round(deadlineMs)} ms`;
    if (this.#greeted) return { ok: false, problem: 'deadline', detail: `no answer to ${command} ${within}` };
    const detail = `no greeting ${within}; somebody else may hold the socket`;
    return { ok: false, problem: 'deadline', detail, isGreeted: false };
  }

  /** What is asked before the greeting waits for it: QEMU may drop what comes earlier. */
  #send(line: string): void {
    if (this.#greeted) this.#socket.write(`${line}\n`);
    else this.#unsent.push(`${line}\n`);
  }

  #take(chunk: Uint8Array): void {
    this.#unasked += chunk.length;
    if (this.#unasked > UNASKED_BYTES_MAX) {
      this.#counters.floods += 1;
      this.close('QEMU sent more than anybody asked for');
      return;
    }
    for (const message of this.#lines.push(chunk)) {
      if (this.#end !== undefined) return;
      this.#takeMessage(message);
    }
  }

  #takeMessage(message: QmpMessage): void {
    switch (message.kind) {
      case 'greeting':
        this.#greet(message.version);
        return;
      case 'event':
        this.#counters.events += 1;
        this.#onEvent(message);
        return;
      case 'invalid':
        this.#counters.invalid += 1;
        this.close(`not QMP: ${message.detail}`);
        return;
      case 'answer':
        this.#settle(message.id, { ok: true, value: message.value });
        return;
      case 'error':
        this.#settle(message.id, { ok: false, problem: 'refused', detail: message.detail });
        return;
    }
  }

  #greet(version: string): void {
    if (this.#greeted) return;
    this.#greeted = true;
    this.version = version;
    // One write for both: on a socket that others wait for, a round trip counts. Id 0 is nobody's.
    this.#socket.write(
      [`${JSON.stringify({ execute: 'qmp_capabilities', id: 0 })}\n`, ...this.#unsent.splice(0)].join(''),
    );
  }

  #settle(id: number | undefined, result: QmpResult): void {
    if (id === 0) return;
    const settle = id === undefined ? undefined : this.#waiting.get(id);
    if (settle === undefined) {
      this.#counters.stale += 1;
      return;
    }
    this.#counters.answers += 1;
    this.#unasked = 0;
    settle(result);
  }

  #finish(): string {
    const reason = this.#end ?? 'closed by QEMU';
    this.#end = reason;
    const problem = reason.startsWith('not QMP') ? 'invalid' : 'gone';
    for (const settle of [...this.#waiting.values()]) settle({ ok: false, problem, detail: reason });
    return reason;
  }
}

function abandoned(command: string): QmpResult {
  return { ok: false, problem: 'deadline', detail: `${command} was given up` };
}
