import { Backoff } from '../../delivery/backoff.ts';
import { wait } from '../../delivery/wait.ts';
import type { Signal } from '../../ladder/signal.ts';
import { safeText } from '../../output/safe-text.ts';
import type { QmpCounters } from './connection.ts';
import { observeEvent, type QmpHappening, type QmpObservation } from './observation.ts';
import type { QmpOptions } from './options.ts';
import { QmpHeld } from './qmp-held.ts';
import { QmpShort } from './qmp-once.ts';
import type { QmpPort } from './qmp-port.ts';
import { QmpView, type SuppressionFact } from './qmp-view.ts';
import { queryStatus } from './queries.ts';

/** After these the run state is asked for at once, not at the next turn. */
const CHANGES_STATE: ReadonlySet<QmpHappening> = new Set([
  'shutdown',
  'stopped',
  'resumed',
  'panicked',
  'disk-error',
  'watchdog',
  'migration',
  'suspended',
  'woken',
]);
const BACKOFF = { firstMs: 250, maxMs: 5000 };
/** Events of which the run state is asked for cannot make us ask more often than this. */
const ASK_AGAIN_MS = 50;

export interface QmpSourceContext {
  readonly observe: (observation: QmpObservation) => void;
  /** Host's monotonic clock, microseconds. */
  readonly monotonicUs: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** QEMU's monitor as a source; commands can be given to it beside the watching. */
export interface QmpSource {
  readonly port: QmpPort;
  run(signal: AbortSignal): Promise<void>;
  counters(): Readonly<Record<string, number>>;
  remark(): string;
  signals(nowUs: number): Signal[];
  suppression(nowUs: number): SuppressionFact | undefined;
  /** As it was last told. */
  runState(): string | undefined;
}

export function createQmpSource(options: QmpOptions, context: QmpSourceContext): QmpSource {
  return new WatchedQmp(options, context);
}

class WatchedQmp implements QmpSource {
  readonly port: QmpPort;
  readonly #held: QmpHeld | undefined;
  readonly #counters: QmpCounters;
  readonly #options: QmpOptions;
  readonly #context: QmpSourceContext;
  readonly #view: QmpView;
  #version = '';

  constructor(options: QmpOptions, context: QmpSourceContext) {
    this.#options = options;
    this.#context = context;
    this.#view = new QmpView({ pollMs: options.pollMs, nowUs: context.monotonicUs() });
    this.#held = options.manner === 'held' ? new QmpHeld(options.socket) : undefined;
    const port = this.#held ?? new QmpShort(options.socket);
    this.#counters = port.counters;
    this.port = port;
  }

  counters(): Readonly<Record<string, number>> {
    return { ...this.#counters };
  }

  remark(): string {
    const state = this.#view.runState;
    return [this.#version && `QEMU ${this.#version}`, state].filter(Boolean).join(', ');
  }

  signals(nowUs: number): Signal[] {
    return this.#view.signals(nowUs);
  }

  runState(): string | undefined {
    return this.#view.runState;
  }

  suppression(nowUs: number): SuppressionFact | undefined {
    return this.#view.suppression(nowUs);
  }

  async run(signal: AbortSignal): Promise<void> {
    if (this.#held === undefined) await this.#runShort(signal);
    else await this.#runHeld(this.#held, signal);
  }

  async #runShort(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#ask(signal);
      await wait(this.#options.pollMs, signal);
    }
  }

  async #runHeld(held: QmpHeld, signal: AbortSignal): Promise<void> {
    const backoff = new Backoff({ ...BACKOFF, random: this.#context.random });
    while (!signal.aborted) {
      const reason = await this.#serve(held, signal, () => backoff.reset());
      if (!signal.aborted) this.#observe({ kind: 'missing', reason });
      await wait(backoff.next(), signal);
    }
  }

  async #serve(held: QmpHeld, signal: AbortSignal, opened: () => void): Promise<string> {
    const done = new AbortController();
    const both = AbortSignal.any([signal, done.signal]);
    let asking: Promise<void> = Promise.resolve();
    const wake = new Wake();
    const reason = await held.serve(signal, {
      onOpen: (version) => {
        opened();
        this.#version = version;
        this.#observe({ kind: 'attached', version });
        asking = this.#keepAsking(both, wake);
      },
      onEvent: (event) => {
        const observation = observeEvent(event);
        if (observation === undefined) return;
        this.#observe(observation);
        if (CHANGES_STATE.has(observation.what)) wake.now();
      },
    });
    done.abort();
    await asking;
    return reason;
  }

  async #keepAsking(signal: AbortSignal, wake: Wake): Promise<void> {
    while (!signal.aborted) {
      const woken = wake.next();
      await this.#ask(signal);
      await wait(ASK_AGAIN_MS, signal);
      await wait(this.#options.pollMs, AbortSignal.any([signal, woken]));
    }
  }

  async #ask(signal: AbortSignal): Promise<void> {
    const result = await queryStatus(this.port, { signal });
    if (signal.aborted) return;
    if (result.ok) {
      this.#observe({ kind: 'status', state: safeText(result.value.status).slice(0, 40) });
    } else if (result.problem === 'gone') {
      this.#observe({ kind: 'missing', reason: result.detail });
    } else {
      this.#observe({ kind: 'unanswered', reason: result.detail, isGreeted: result.isGreeted ?? true });
    }
  }

  #observe(observation: QmpObservation): void {
    this.#view.observe(observation, this.#context.monotonicUs());
    this.#context.observe(observation);
  }
}

/** Ends a pause early: something happened that the last question's answer does not know. */
class Wake {
  #controller = new AbortController();

  next(): AbortSignal {
    this.#controller = new AbortController();
    return this.#controller.signal;
  }

  now(): void {
    this.#controller.abort();
  }
}
