import { type GuestRequest, GuestSession } from '#protocol/link/guest-session.ts';
import type { cherub } from '#protocol/messages/generated/cherub.js';
import type { Clock } from '../ports.ts';
import { Backoff } from '../runtime/backoff.ts';
import type { LinkEvents, OpenLink, OpenLinkPort } from './link-port.ts';

const PROBE_FIRST_US = 2_000_000;
const PROBE_LONGEST_US = 60_000_000;

/** What the lane did and lost. */
export interface LinkCounters {
  framesReceived: number;
  framesSent: number;
  framesInvalid: number;
  framesDropped: number;
}

export interface LinkLaneOptions {
  open: OpenLink;
  portName: string;
  clock: Clock;
  runId: number;
  /** Counted up in place. */
  counters: LinkCounters;
  hello: () => cherub.Hello.$Properties;
  /** A promise for what takes its time: nothing else waits for it. It must not reject. */
  answer: (
    request: cherub.Request.$Properties,
  ) => cherub.Answer.$Properties | Promise<cherub.Answer.$Properties>;
  /** `undefined`: the port is there, whether or not a host is. */
  onProblem: (problem: string | undefined) => void;
}

/**
 * The link as a lane of its own: opens the port and looks for it again when it is missing, feeds the session, writes
 * what the session wants to send as fast as the host reads it.
 */
export class LinkLane {
  readonly #o: LinkLaneOptions;
  readonly #session: GuestSession;
  readonly #backoff = new Backoff(PROBE_FIRST_US, PROBE_LONGEST_US);
  #port: OpenLinkPort | undefined;
  #connected = false;
  /** Counts connections: a write that ends after its connection is none of the next one's business. */
  #generation = 0;
  #writing = false;

  constructor(options: LinkLaneOptions) {
    this.#o = options;
    this.#session = new GuestSession({ runId: options.runId, hello: options.hello });
  }

  /** Whether a host is there. */
  get connected(): boolean {
    return this.#connected;
  }

  /** To be called about once a second. */
  tick(): void {
    this.#ensurePort();
    this.#session.tick(this.#o.clock.monotonicUs());
    this.#flush();
  }

  /** Sends an encoded record if a host is there; the oldest waiting ones make room. */
  push(record: Uint8Array): void {
    if (!this.#connected) return;
    this.#session.push(record);
    this.#flush();
  }

  close(): void {
    this.#port?.close();
    this.#lost();
    this.#port = undefined;
  }

  #ensurePort(): void {
    const now = this.#o.clock.monotonicUs();
    if (this.#port !== undefined || !this.#backoff.isDue(now)) return;
    const opened = this.#o.open(this.#o.portName, this.#events());
    if (!opened.ok) {
      this.#backoff.failed(now);
      this.#o.onProblem(opened.problem);
      return;
    }
    this.#port = opened.value;
    this.#backoff.succeeded();
    this.#o.onProblem(undefined);
  }

  #events(): LinkEvents {
    return {
      connected: () => {
        this.#generation += 1;
        this.#writing = false;
        this.#connected = true;
        this.#session.opened();
        this.#flush();
      },
      disconnected: () => this.#lost(),
      bytes: (chunk) => {
        for (const request of this.#session.receive(chunk, this.#o.clock.monotonicUs()))
          this.#handle(request);
        this.#flush();
      },
      gone: (problem) => {
        this.#lost();
        this.#port = undefined;
        this.#backoff.failed(this.#o.clock.monotonicUs());
        this.#o.onProblem(problem);
      },
    };
  }

  #handle(request: GuestRequest): void {
    const answer = this.#o.answer(request.request);
    if (answer instanceof Promise) void this.#answerLater(request, answer);
    else this.#session.answer(request, answer);
  }

  /** The session knows whether the host still waits: it bounds how many can be under way, and answers late ones itself. */
  async #answerLater(request: GuestRequest, answer: Promise<cherub.Answer.$Properties>): Promise<void> {
    this.#session.answer(request, await answer);
    this.#flush();
  }

  #lost(): void {
    this.#generation += 1;
    this.#writing = false;
    this.#connected = false;
    this.#session.closed();
    this.#count();
  }

  #flush(): void {
    const port = this.#port;
    if (port !== undefined && this.#connected && !this.#writing) this.#writeNext(port);
    this.#count();
  }

  #writeNext(port: OpenLinkPort): void {
    const bytes = this.#session.peek();
    if (bytes === undefined) return;
    const generation = this.#generation;
    this.#writing = true;
    port.write(bytes, () => {
      if (generation !== this.#generation) return;
      this.#session.written(bytes.length);
      this.#writing = false;
      this.#flush();
    });
  }

  #count(): void {
    const { framesReceived, framesSent, framesInvalid, framesDropped } = this.#session.counters;
    Object.assign(this.#o.counters, { framesReceived, framesSent, framesInvalid, framesDropped });
  }
}
