import { connect, type Socket } from 'node:net';
import { type HostEvent, HostSession, type RequestBody } from '#protocol/link/host-session.ts';
import type { cherub } from '#protocol/messages/generated/cherub.js';

/** The host's end of the link on a unix socket, for tests: each request is a promise with a deadline. */
export class LinkHost {
  readonly session: HostSession;
  /** Everything that came and was no answer, oldest first. */
  readonly events: HostEvent[] = [];
  readonly #waiting = new Map<number, (event: HostEvent) => void>();
  readonly #watchers = new Set<(event: HostEvent) => void>();
  #socket: Socket | undefined;
  #sessions = 0;

  constructor(session = new HostSession()) {
    this.session = session;
  }

  get pushes(): cherub.Record[] {
    return this.events.flatMap((event) => (event.kind === 'push' ? [event.record] : []));
  }

  /** Connects to QEMU's socket of the port. */
  async connect(path: string): Promise<void> {
    const socket = connect(path);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    this.#sessions += 1;
    this.#socket = socket;
    this.#take(this.session.connected(0x1000 + this.#sessions));
    socket.on('data', (chunk) => this.#take(this.session.receive(chunk, nowUs())));
    socket.on('error', () => {});
    socket.on('close', () => {
      if (this.#socket === socket) this.#take(this.session.disconnected());
    });
  }

  /** Leaves at once, whatever is under way. */
  async leave(): Promise<void> {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#take(this.session.disconnected());
    if (socket === undefined) return;
    await new Promise<void>((resolve) => {
      socket.once('close', () => resolve());
      socket.destroy();
    });
  }

  /** Bytes that may be no frame at all; settles when the kernel has taken them. */
  write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#socket === undefined) reject(new Error('not connected'));
      else this.#socket.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  }

  /** The frame of a request, not sent. */
  frame(body: RequestBody, deadlineMs: number): Uint8Array {
    const request = this.session.request(body, deadlineMs, nowUs());
    if (!request.ok) throw new Error(request.problem);
    return request.bytes;
  }

  /** Asks and waits for the answer. @throws Error when there is none within the deadline */
  async ask(body: RequestBody, deadlineMs: number): Promise<{ answer: cherub.Answer; roundTripUs: number }> {
    const request = this.session.request(body, deadlineMs, nowUs());
    if (!request.ok) throw new Error(request.problem);
    const settled = new Promise<HostEvent>((resolve) => this.#waiting.set(request.id, resolve));
    const timer = setTimeout(() => this.#take(this.session.tick(nowUs())), deadlineMs + 5);
    this.#socket?.write(request.bytes);
    const event = await settled;
    clearTimeout(timer);
    if (event.kind !== 'answer') {
      throw new Error(
        `no answer to ${Object.keys(body).join()} within ${deadlineMs} ms: ${JSON.stringify(event)}`,
      );
    }
    return event;
  }

  /** The first event from now on, or already there, that fits. */
  async waitFor<E extends HostEvent>(fits: (event: HostEvent) => event is E, deadlineMs: number): Promise<E> {
    const there = this.events.find(fits);
    if (there !== undefined) return there;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#watchers.delete(watch);
        reject(
          new Error(
            `no such event within ${deadlineMs} ms; there were ${this.events.map(({ kind }) => kind).join()}`,
          ),
        );
      }, deadlineMs);
      const watch = (event: HostEvent): void => {
        if (!fits(event)) return;
        clearTimeout(timer);
        this.#watchers.delete(watch);
        resolve(event);
      };
      this.#watchers.add(watch);
    });
  }

  #take(events: readonly HostEvent[]): void {
    for (const event of events) {
      if (event.kind === 'answer' || event.kind === 'failed') {
        this.#waiting.get(event.id)?.(event);
        this.#waiting.delete(event.id);
      } else {
        this.events.push(event);
        for (const watch of [...this.#watchers]) watch(event);
      }
    }
  }
}

function nowUs(): number {
  return Number(process.hrtime.bigint() / 1000n);
}
