import type { Transport } from './engine/scenario.ts';
import type { ProbeMemory, ProbeReport, RunProbe } from './probes/probe.ts';
import type { Scenario } from './scenario.ts';
import type { ScenarioVm } from './scenario-vm.ts';

/** A probe ends a little before the engine gives it up, so that it can say what it saw and put everything back. */
const TIDY_PART = 0.1;
const TIDY_MS_MAX = 500;

/**
 * Probes that were abandoned and do not end, for one scenario on one VM. Beyond it no more are started: each may hold a socket
 * or a program.
 */
const LINGERING_MAX = 4;

/** Starts probes and forgets the ones that nobody waits for. */
export class ProbeRunner {
  readonly #probes: Readonly<Record<Transport, RunProbe>>;
  readonly #random: () => number;
  readonly #stops = new Map<number, AbortController>();
  readonly #lingering = new Map<string, number>();
  readonly #memories = new Map<string, ProbeMemory>();

  constructor(probes: Readonly<Record<Transport, RunProbe>>, random: () => number) {
    this.#probes = probes;
    this.#random = random;
  }

  memory(appId: string): ProbeMemory {
    const memory = this.#memories.get(appId) ?? { hasConsoleWorked: false, isConsoleLeftOpen: false };
    this.#memories.set(appId, memory);
    return memory;
  }

  /** Never rejects. */
  async start(o: {
    readonly runId: number;
    readonly scenario: Scenario;
    readonly vm: ScenarioVm;
    readonly transport: Transport;
    readonly timeoutMs: number;
  }): Promise<ProbeReport> {
    const { runId, scenario, vm, transport, timeoutMs } = o;
    const key = JSON.stringify([scenario.name, vm.appId]);
    const lingering = this.#lingering.get(key) ?? 0;
    if (lingering >= LINGERING_MAX) {
      return { outcome: 'unknown', detail: `${lingering} probes that were given up have not ended yet` };
    }
    const stop = new AbortController();
    this.#stops.set(runId, stop);
    this.#lingering.set(key, lingering + 1);
    try {
      return await this.#probes[transport]({
        scenario,
        vm,
        deadlineMs: Math.round(timeoutMs - Math.min(timeoutMs * TIDY_PART, TIDY_MS_MAX)),
        signal: stop.signal,
        memory: this.memory(vm.appId),
        random: this.#random,
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { outcome: 'unknown', detail: `fault in the companion: ${reason}` };
    } finally {
      this.#stops.delete(runId);
      const left = (this.#lingering.get(key) ?? 1) - 1;
      if (left > 0) this.#lingering.set(key, left);
      else this.#lingering.delete(key);
    }
  }

  abandon(runId: number): void {
    this.#stops.get(runId)?.abort();
  }

  stop(): void {
    for (const stop of this.#stops.values()) stop.abort();
  }
}
