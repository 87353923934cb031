import type { PassedOver, TransportChoice } from './choose-transport.ts';
import type { EngineOutput } from './output.ts';
import type { EngineScenario, ProbeEnd, Transport } from './scenario.ts';
import { advance, type Standing } from './thresholds.ts';

/** A probe starts up to this part of its period after its place in the schedule, so that 200 VMs are not asked at once. */
export const JITTER = 0.1;

/** Told of a waiting time this much after its end, it was the host that slept, and the guest is not to blame. */
const LATE_MS = 2000;

interface Run {
  readonly runId: number;
  readonly startedMs: number;
  readonly transport: Transport;
}

export interface LastProbe extends ProbeEnd {
  readonly transport: Transport | undefined;
  readonly passedOver: readonly PassedOver[];
  /** When it was decided, on the host's monotonic clock. */
  readonly atMs: number;
}

/** One scenario on one application: its schedule, its probe under way, its thresholds. */
export class Track {
  readonly scenario: EngineScenario;
  readonly app: string;
  readonly #chance: () => number;
  #standing: Standing;
  /** The place in the schedule; the probe starts at `#dueMs`, up to JITTER later. */
  #placeMs: number;
  #dueMs: number;
  #run: Run | undefined;
  #passedOver: readonly PassedOver[] = [];
  #last: LastProbe | undefined;
  #decided: LastProbe | undefined;

  constructor(o: {
    scenario: EngineScenario;
    app: string;
    nowMs: number;
    standing: Standing;
    chance: () => number;
  }) {
    this.scenario = o.scenario;
    this.app = o.app;
    this.#chance = o.chance;
    this.#standing = o.standing;
    const { initialDelayMs, periodMs } = o.scenario.timing;
    // Chance also spreads the first places: VMs bound together are not in step for ever.
    this.#placeMs = o.nowMs + initialDelayMs + o.chance() * periodMs * (1 - JITTER);
    this.#dueMs = this.#placeMs;
  }

  get standing(): Standing {
    return this.#standing;
  }

  get last(): LastProbe | undefined {
    return this.#last;
  }

  get runId(): number | undefined {
    return this.#run?.runId;
  }

  /** The last probe that saw what the standing says. */
  get decided(): LastProbe | undefined {
    return this.#decided;
  }

  /** When something is to be done here next. */
  get wakeMs(): number {
    return this.#run === undefined ? this.#dueMs : this.#run.startedMs + this.scenario.timing.timeoutMs;
  }

  /** Makes the next probe due at once; the schedule goes on from there. */
  hurry(nowMs: number): void {
    this.#placeMs = nowMs;
    this.#dueMs = nowMs;
  }

  /** The place was passed while paused: the next one is taken, and nothing is caught up. */
  skip(nowMs: number): void {
    if (nowMs >= this.#dueMs) this.#schedule(nowMs);
  }

  /** Whether a probe is to be started: never beside one that is under way. */
  isDue(nowMs: number): boolean {
    return this.#run === undefined && nowMs >= this.#dueMs;
  }

  /** Starts the probe that is due. */
  start(nowMs: number, choice: TransportChoice, nextRunId: () => number): EngineOutput[] {
    this.#schedule(nowMs);
    const { transport, passedOver } = choice;
    this.#passedOver = passedOver;
    if (transport === undefined) {
      const reasons = passedOver.map((each) => `${each.transport}: ${each.reason}`).join('; ');
      const detail = `no transport is available (${reasons})`;
      return this.#decide(nowMs, { outcome: 'unknown', detail }, undefined);
    }
    const runId = nextRunId();
    this.#run = { runId, startedMs: nowMs, transport };
    const { timeoutMs } = this.scenario.timing;
    const { name: scenario } = this.scenario;
    return [{ kind: 'startProbe', runId, scenario, app: this.app, transport, passedOver, timeoutMs }];
  }

  /** Abandons the probe whose waiting time is over. */
  expire(nowMs: number): EngineOutput[] {
    const run = this.#run;
    if (run === undefined || nowMs < this.wakeMs) return [];
    const isLate = nowMs > this.wakeMs + LATE_MS;
    const { timeoutMs } = this.scenario.timing;
    const reason = isLate ? 'the host was held up itself' : `no answer within ${timeoutMs / 1000} s`;
    const abandoned = this.abandon(reason);
    const end: ProbeEnd = { outcome: isLate ? 'unknown' : 'failed', detail: reason };
    return [...abandoned, ...this.#decide(nowMs, end, run.transport)];
  }

  /** Stops the probe under way without an outcome. */
  abandon(reason: string): EngineOutput[] {
    const run = this.#run;
    this.#run = undefined;
    return run === undefined ? [] : [{ kind: 'abandon', runId: run.runId, reason }];
  }

  /** The end of the probe under way. */
  finish(nowMs: number, end: ProbeEnd): EngineOutput[] {
    const transport = this.#run?.transport;
    this.#run = undefined;
    return this.#decide(nowMs, end, transport);
  }

  /** Places passed meanwhile are left out: a slow probe costs its own turns and nobody else's. */
  #schedule(nowMs: number): void {
    const { periodMs } = this.scenario.timing;
    const passed = Math.max(0, Math.floor((nowMs - this.#placeMs) / periodMs));
    this.#placeMs += (passed + 1) * periodMs;
    this.#dueMs = this.#placeMs + this.#chance() * JITTER * periodMs;
  }

  #decide(nowMs: number, end: ProbeEnd, transport: Transport | undefined): EngineOutput[] {
    const { outcome, detail } = end;
    this.#last = { ...end, transport, passedOver: this.#passedOver, atMs: nowMs };
    const from = this.#standing.state;
    this.#standing = advance(this.#standing, outcome, this.scenario.timing);
    const to = this.#standing.state;
    if (outcome !== 'unknown' && outcome === to) this.#decided = this.#last;
    if (from === to) return [];
    const { name: scenario, diagnosis: script } = this.scenario;
    const about = { scenario, app: this.app, reason: detail };
    const change: EngineOutput = { kind: 'change', ...about, from, to };
    if (to !== 'failed' || script === undefined) return [change];
    return [change, { kind: 'runDiagnosis', script, ...about }];
  }
}
