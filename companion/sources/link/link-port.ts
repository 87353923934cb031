import type { Socket } from 'node:net';
import { type HostEvent, HostSession, type RequestBody } from '#protocol/link/host-session.ts';
import type { cherub } from '#protocol/messages/generated/cherub.js';
import { readSocket } from '../read-socket.ts';

/** How a request ended. */
export type RequestResult =
  | { readonly ok: true; readonly answer: cherub.Answer; readonly roundTripUs: number }
  | {
      readonly ok: false;
      readonly reason: 'timeout' | 'disconnected' | 'busy';
      /** More of why, for a person; our own words. */
      readonly detail?: string;
    };

/**
 * Bytes that wait to be written at most. A guest that does not read leaves its requests to their deadlines; more of them
 * behind those would only be older when they come.
 */
const UNSENT_BYTES_MAX = 64 * 1024;

/** A HostSession on a socket: the only place where the link does I/O. */
export class LinkPort {
  readonly session = new HostSession();
  readonly #monotonicUs: () => number;
  readonly #observe: (event: HostEvent) => void;
  readonly #waiting = new Map<number, (result: RequestResult) => void>();
  #socket: Socket | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** @param observe gets what is not the end of a request of `request` */
  constructor(o: { readonly monotonicUs: () => number; readonly observe: (event: HostEvent) => void }) {
    this.#monotonicUs = o.monotonicUs;
    this.#observe = o.observe;
  }

  get isConnected(): boolean {
    return this.#socket !== undefined;
  }

  /** Serves a connection until it ends or the signal is aborted. `session`: 32 bits by chance. */
  async serve(socket: Socket, session: number, signal: AbortSignal): Promise<void> {
    this.#socket = socket;
    this.#take(this.session.connected(session));
    await readSocket(socket, signal, (chunk) => this.#take(this.session.receive(chunk, this.#monotonicUs())));
    this.#socket = undefined;
    clearTimeout(this.#timer);
    this.#take(this.session.disconnected());
  }

  /** Asks the guest. Never rejects, and ends within the deadline. */
  request(body: RequestBody, deadlineMs: number): Promise<RequestResult> {
    const socket = this.#socket;
    if (socket === undefined) return Promise.resolve({ ok: false, reason: 'disconnected' });
    if (socket.writableLength > UNSENT_BYTES_MAX) return Promise.resolve({ ok: false, reason: 'busy' });
    const made = this.session.request(body, deadlineMs, this.#monotonicUs());
    if (!made.ok) return Promise.resolve({ ok: false, reason: made.problem });
    return new Promise((resolve) => {
      this.#waiting.set(made.id, resolve);
      socket.write(made.bytes);
      this.#arm();
    });
  }

  #take(events: readonly HostEvent[]): void {
    for (const event of events) {
      if (event.kind !== 'answer' && event.kind !== 'failed') {
        this.#observe(event);
        continue;
      }
      const settle = this.#waiting.get(event.id);
      this.#waiting.delete(event.id);
      if (event.kind === 'answer') {
        this.#observe(event);
        settle?.({ ok: true, answer: event.answer, roundTripUs: event.roundTripUs });
      } else {
        settle?.({ ok: false, reason: event.reason });
      }
    }
  }

  /** Wakes up at the next deadline. */
  #arm(): void {
    clearTimeout(this.#timer);
    const nextUs = this.session.nextTickUs();
    if (nextUs === undefined) return;
    const waitMs = Math.max(0, Math.ceil((nextUs - this.#monotonicUs()) / 1000));
    this.#timer = setTimeout(() => {
      this.#take(this.session.tick(this.#monotonicUs()));
      this.#arm();
    }, waitMs);
  }
}
