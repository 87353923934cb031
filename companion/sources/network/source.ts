import { wait } from '../../delivery/wait.ts';
import type { Signal } from '../../ladder/signal.ts';
import type { NetworkOptions, NetworkProbe } from './options.ts';
import { runNetworkProbe } from './probe.ts';
import type { ProbeOutcome, ProbeResult } from './probe-result.ts';
import { networkSignal } from './signals.ts';

export interface NetworkObservation {
  readonly probe: NetworkProbe;
  readonly result: ProbeResult;
}

export interface NetworkSourceContext {
  readonly observe: (observation: NetworkObservation) => void;
  /** Host's monotonic clock, microseconds. */
  readonly monotonicUs: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** Probes of a guest over the network that run all the time. */
export interface NetworkSource {
  run(signal: AbortSignal): Promise<void>;
  counters(): Readonly<Record<string, number>>;
  signals(nowUs: number): Signal[];
}

export function createNetworkSource(options: NetworkOptions, context: NetworkSourceContext): NetworkSource {
  return new ProbingSource(options, context);
}

class ProbingSource implements NetworkSource {
  readonly #options: NetworkOptions;
  readonly #context: NetworkSourceContext;
  readonly #counters: Record<ProbeOutcome, number> = { ok: 0, failed: 0, unknown: 0 };
  readonly #last = new Map<NetworkProbe, { readonly result: ProbeResult; readonly atUs: number }>();

  constructor(options: NetworkOptions, context: NetworkSourceContext) {
    this.#options = options;
    this.#context = context;
  }

  counters(): Readonly<Record<string, number>> {
    return { ...this.#counters };
  }

  /** A result that is older than three periods says nothing any more. */
  signals(nowUs: number): Signal[] {
    const signals: Signal[] = [];
    for (const probe of this.#options.probes) {
      const last = this.#last.get(probe);
      if (last === undefined) continue;
      const ageMs = Math.max(0, Math.round((nowUs - last.atUs) / 1000));
      const isOld = ageMs > 3 * this.#options.periodMs + this.#options.timeoutMs;
      const result = isOld
        ? { ...last.result, outcome: 'unknown' as const, reason: 'the last probe is long ago' }
        : last.result;
      signals.push(networkSignal(probe, result, ageMs));
    }
    return signals;
  }

  /** Each probe on its own, so that one that waits for its deadline keeps no other waiting. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all(this.#options.probes.map((probe) => this.#repeat(probe, signal)));
  }

  async #repeat(probe: NetworkProbe, signal: AbortSignal): Promise<void> {
    // Not all VMs of a host at once.
    await wait(this.#context.random() * Math.min(this.#options.periodMs, 5000), signal);
    while (!signal.aborted) {
      const beganUs = this.#context.monotonicUs();
      const result = await runNetworkProbe(probe, { deadlineMs: this.#options.timeoutMs, signal });
      if (signal.aborted) return;
      this.#last.set(probe, { result, atUs: this.#context.monotonicUs() });
      this.#counters[result.outcome] += 1;
      this.#context.observe({ probe, result });
      const tookMs = (this.#context.monotonicUs() - beganUs) / 1000;
      await wait(Math.max(0, this.#options.periodMs - tookMs), signal);
    }
  }
}
