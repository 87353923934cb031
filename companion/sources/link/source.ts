import type { HostEvent } from '#protocol/link/host-session.ts';
import type { cherub } from '#protocol/messages/generated/cherub.js';
import { Backoff } from '../../delivery/backoff.ts';
import { wait } from '../../delivery/wait.ts';
import { identifyRecord } from '../../entries/entry-factory.ts';
import { connectUnix } from '../connect-unix.ts';
import type { Source, SourceContext } from '../observation.ts';
import { LinkPort, type RequestResult } from './link-port.ts';
import type { LinkOptions } from './options.ts';

const PING_DEADLINE_MS = 5000;

/** A guest's link port as a source; it can also be asked. */
export interface LinkSource extends Source {
  /** Asks the guest something; never rejects. */
  request: LinkPort['request'];
  /** What the guest's agent last said of itself. */
  hello(): cherub.Hello.$Properties | undefined;
  /** The last ping of this connection; undefined before its end. */
  lastPing(): LastPing | undefined;
}

/** How a ping ended, and when, host's monotonic clock. */
export interface LastPing {
  readonly result: RequestResult;
  readonly atUs: number;
}

export function createLinkSource(options: LinkOptions, context: SourceContext): LinkSource {
  return new PortSource(options, context);
}

class PortSource implements LinkSource {
  readonly channel = 'link';
  readonly #options: LinkOptions;
  readonly #context: SourceContext;
  readonly #port: LinkPort;
  #hello: cherub.Hello.$Properties | undefined;
  #pushes = 0;
  #pushesInvalid = 0;
  #pings = 0;
  #pingsAnswered = 0;
  #lastPing: LastPing | undefined;

  constructor(options: LinkOptions, context: SourceContext) {
    this.#options = options;
    this.#context = context;
    this.#port = new LinkPort({
      monotonicUs: context.monotonicUs,
      observe: (event) => this.#observe(event),
    });
  }

  counters(): Readonly<Record<string, number>> {
    return {
      ...this.#port.session.counters,
      pushes: this.#pushes,
      pushesInvalid: this.#pushesInvalid,
      pings: this.#pings,
      pingsAnswered: this.#pingsAnswered,
    };
  }

  remark(): string {
    return '';
  }

  hello(): cherub.Hello.$Properties | undefined {
    return this.#hello;
  }

  lastPing(): LastPing | undefined {
    return this.#lastPing;
  }

  request(...o: Parameters<LinkPort['request']>): Promise<RequestResult> {
    return this.#port.request(...o);
  }

  async run(signal: AbortSignal): Promise<void> {
    const backoff = new Backoff({ firstMs: 250, maxMs: 5000, random: this.#context.random });
    while (!signal.aborted) {
      const connected = await connectUnix(this.#options.socket, signal);
      if (connected.ok) {
        backoff.reset();
        this.#context.observe({ kind: 'attached' });
        await this.#serve(connected.socket, signal);
        if (!signal.aborted) {
          this.#context.observe({ kind: 'missing', reason: `${this.#options.socket} was closed by the VM` });
        }
      } else if (!signal.aborted) {
        this.#context.observe({ kind: 'missing', reason: connected.reason });
      }
      await wait(backoff.next(), signal);
    }
  }

  async #serve(socket: Parameters<LinkPort['serve']>[0], signal: AbortSignal): Promise<void> {
    const done = new AbortController();
    const session = Math.floor(this.#context.random() * 2 ** 32);
    const serving = this.#port.serve(socket, session, signal);
    const asking = this.#ask(AbortSignal.any([signal, done.signal]));
    await serving;
    done.abort();
    await asking;
  }

  /** Says who is there at once, then a ping from time to time, on which the age of the channel rests. */
  async #ask(signal: AbortSignal): Promise<void> {
    await this.#port.request({ hello: {} }, PING_DEADLINE_MS);
    while (!signal.aborted) {
      this.#pings += 1;
      const result = await this.#port.request({ ping: {} }, PING_DEADLINE_MS);
      if (result.ok) this.#pingsAnswered += 1;
      this.#lastPing = { result, atUs: this.#context.monotonicUs() };
      await wait(this.#options.pingMs, signal);
    }
  }

  #observe(event: HostEvent): void {
    switch (event.kind) {
      case 'push':
        this.#pushed(event.record);
        return;
      case 'hello':
      case 'answer':
        this.#hello = (event.kind === 'hello' ? event.hello : event.answer.hello) ?? this.#hello;
        this.#alive();
        return;
      case 'reboot':
        this.#context.observe({ kind: 'event', text: 'link: the guest has booted again' });
        return;
      case 'restart':
        this.#context.observe({ kind: 'event', text: 'link: the agent has started again' });
        return;
      case 'failed':
      case 'discarded':
        return;
    }
  }

  #pushed(record: cherub.Record): void {
    const identity = identifyRecord(record);
    this.#alive();
    if (identity === undefined) {
      this.#pushesInvalid += 1;
      return;
    }
    this.#pushes += 1;
    this.#context.observe({ kind: 'record', record, identity, history: false });
  }

  #alive(): void {
    this.#context.observe({ kind: 'alive', promisedMs: this.#options.pingMs });
  }
}
