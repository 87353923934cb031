import { availabilityOf } from './availability.ts';
import type { Bindings } from './bindings/bindings.ts';
import { ScenarioEngine } from './engine/engine.ts';
import type { EngineOutput } from './engine/output.ts';
import type { Availability, EngineScenario, Outcome, Transport } from './engine/scenario.ts';
import type { LastProbe } from './engine/track.ts';
import { ProbeRunner } from './probe-runner.ts';
import type { ProbeReport, RunProbe } from './probes/probe.ts';
import type { Scenario } from './scenario.ts';
import type { ScenarioVm } from './scenario-vm.ts';
import type { StoredStanding } from './store/scenario-store.ts';

export interface ScenarioLoopOptions {
  readonly bindings: Bindings;
  readonly restored: readonly StoredStanding[];
  readonly probes: Readonly<Record<Transport, RunProbe>>;
  readonly vms: () => readonly ScenarioVm[];
  /** Host's monotonic clock, milliseconds. */
  readonly nowMs: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly onDiagnosis: (request: DiagnosisRequest) => void;
  readonly onChange: (change: ScenarioChange) => void;
}

export interface DiagnosisRequest {
  /** UUID of the application. */
  readonly app: string;
  readonly scenario: string;
  readonly script: string;
  readonly reason: string;
}

export interface ScenarioChange {
  readonly app: string;
  readonly scenario: string;
  readonly from: Outcome;
  readonly to: Outcome;
  readonly reason: string;
}

/** Between two looks at the clock at most; what is due earlier wakes it by itself. */
const STEP_MS_MAX = 1000;
const STEP_MS_MIN = 10;

/** How old the known list of VMs and bindings may be; who changes one says so. */
const FOLLOW_MS = 1000;

/** Standings of VMs that are away are kept for them, but not of every VM that ever was. */
const RESTORED_MAX = 5000;

/**
 * Makes what the engine decides happen: binds what the config and the persons ask for, starts probes beside each other, and wakes
 * when the next one is due.
 */
export class ScenarioLoop {
  readonly engine: ScenarioEngine;
  readonly #o: ScenarioLoopOptions;
  readonly #runner: ProbeRunner;
  readonly #bound = new Map<string, Binder>();
  readonly #restored: Map<string, StoredStanding>;
  readonly #unavailable = new Map<string, { readonly untilMs: number; readonly reason: string }>();
  readonly #waiting = new Set<Waiting>();
  scenarios: ReadonlyMap<string, Scenario> = new Map();
  #vms: ReadonlyMap<string, ScenarioVm> = new Map();
  #followedMs = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(o: ScenarioLoopOptions) {
    this.#o = o;
    this.engine = new ScenarioEngine({
      chance: o.random,
      availability: (scenario, app, transport) => this.#availability(scenario, app, transport),
    });
    this.#runner = new ProbeRunner(o.probes, o.random);
    this.#restored = new Map(
      o.restored.slice(-RESTORED_MAX).map((each) => [keyOf(each.scenario, each.app), each]),
    );
  }

  /** The VMs that were there at the last step, by app UUID. */
  get vms(): ReadonlyMap<string, ScenarioVm> {
    return this.#vms;
  }

  isBound(scenario: string, app: string): boolean {
    return this.#bound.has(keyOf(scenario, app));
  }

  step(): void {
    if (this.#isStopped) return;
    if (this.#o.nowMs() - this.#followedMs >= FOLLOW_MS) this.follow();
    this.take(this.engine.tick(this.#o.nowMs()));
  }

  /** Sleeps until something is due, and goes on so. */
  arm(): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    const nextMs = (this.engine.nextTickMs() ?? Number.POSITIVE_INFINITY) - this.#o.nowMs();
    const waitMs = Math.min(STEP_MS_MAX, Math.max(STEP_MS_MIN, nextMs));
    this.#timer = setTimeout(() => {
      this.step();
      this.arm();
    }, waitMs);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#runner.stop();
    for (const waiting of this.#waiting) waiting.settle(undefined);
  }

  /** Binds and unbinds in the engine what the VMs and bindings of now ask for. */
  follow(): void {
    this.#followedMs = this.#o.nowMs();
    const vms = this.#o.vms();
    this.#vms = new Map(vms.map((vm) => [vm.appId, vm]));
    const wanted = new Map<string, Binder>();
    for (const vm of vms) {
      for (const name of this.#o.bindings.of(vm)) {
        const scenario = this.scenarios.get(name);
        if (scenario !== undefined) wanted.set(keyOf(name, vm.appId), { scenario, app: vm.appId });
      }
    }
    for (const [key, { scenario, app }] of this.#bound) {
      if (wanted.has(key)) continue;
      this.#bound.delete(key);
      this.take(this.engine.unbind(scenario.name, app));
    }
    for (const [key, binder] of wanted) this.#bind(key, binder);
  }

  #bind(key: string, binder: Binder): void {
    const { scenario, app } = binder;
    const before = this.#bound.get(key);
    if (before?.scenario === scenario) return;
    // A config that was read again has new objects; one that says the same changes nothing.
    if (before !== undefined && JSON.stringify(before.scenario) === JSON.stringify(scenario)) return;
    this.#bound.set(key, binder);
    const kept = this.#restored.get(key);
    this.#restored.delete(key);
    if (kept?.hasConsoleWorked === true) this.#runner.memory(app).hasConsoleWorked = true;
    this.take(this.engine.bind(scenario, app, this.#o.nowMs(), kept));
  }

  take(outputs: readonly EngineOutput[]): void {
    for (const output of outputs) this.#carryOut(output);
    if (this.#waiting.size > 0) this.#answerWaiting();
  }

  #carryOut(output: EngineOutput): void {
    switch (output.kind) {
      case 'startProbe':
        void this.#probe(output);
        return;
      case 'abandon':
        this.#runner.abandon(output.runId);
        return;
      case 'change': {
        const { app, scenario, from, to, reason } = output;
        this.#o.onChange({ app, scenario, from, to, reason });
        return;
      }
      case 'runDiagnosis': {
        const { app, scenario, script, reason } = output;
        this.#o.onDiagnosis({ app, scenario, script, reason });
        return;
      }
    }
  }

  async #probe(start: Extract<EngineOutput, { kind: 'startProbe' }>): Promise<void> {
    const { runId, app, transport, timeoutMs } = start;
    const scenario = this.#bound.get(keyOf(start.scenario, app))?.scenario;
    const vm = this.#vms.get(app);
    if (scenario === undefined || vm === undefined) return;
    const report = await this.#runner.start({ runId, scenario, vm, transport, timeoutMs });
    if (this.#isStopped) return;
    this.#end(scenario, app, transport, runId, report);
    this.arm();
  }

  #end(scenario: Scenario, app: string, transport: Transport, runId: number, report: ProbeReport): void {
    const nowMs = this.#o.nowMs();
    const { passOverPeriods, ...end } = report;
    const scope = [scenario.name, app, transport] as const;
    if (passOverPeriods !== undefined) {
      const untilMs = nowMs + passOverPeriods * scenario.timing.periodMs;
      this.#unavailable.set(keyOf(...scope), { untilMs, reason: report.detail });
      if (scenario.transports.some((each) => this.#availability(scenario, app, each).ok)) {
        this.engine.withdraw(runId, nowMs);
        this.step();
        return;
      }
    }
    this.take(this.engine.result(runId, end, nowMs));
  }

  #availability(scenario: EngineScenario, app: string, transport: Transport): Availability {
    const vm = this.#vms.get(app);
    const bound = this.#bound.get(keyOf(scenario.name, app))?.scenario;
    if (vm === undefined || bound === undefined) return { ok: false, reason: 'the VM is not there' };
    const known = availabilityOf(bound, vm, transport);
    if (!known.ok) return known;
    const key = keyOf(scenario.name, app, transport);
    const found = this.#unavailable.get(key);
    if (found === undefined) return known;
    if (this.#o.nowMs() < found.untilMs) return { ok: false, reason: found.reason };
    this.#unavailable.delete(key);
    return known;
  }

  /** Makes a probe due at once and gives its outcome; undefined: it was unbound, paused or stopped meanwhile. */
  runNow(scenario: string, app: string): Promise<LastProbe | undefined> {
    const views = this.engine.views(this.#o.nowMs());
    const before = views.find((each) => each.app === app && each.scenario.name === scenario)?.last;
    return new Promise((resolve) => {
      const settle = (probe: LastProbe | undefined): void => {
        this.#waiting.delete(waiting);
        resolve(probe);
      };
      const waiting: Waiting = { scenario, app, before, settle };
      this.#waiting.add(waiting);
      this.engine.runNow(scenario, app, this.#o.nowMs());
    });
  }

  #answerWaiting(): void {
    const views = this.engine.views(this.#o.nowMs());
    for (const waiting of this.#waiting) {
      const view = views.find((each) => each.app === waiting.app && each.scenario.name === waiting.scenario);
      if (view === undefined || view.pause !== undefined) waiting.settle(undefined);
      else if (view.last !== waiting.before) waiting.settle(view.last);
    }
  }

  /** Those of VMs that are away for now stay as they were read. */
  standings(): StoredStanding[] {
    const now = this.engine.views(this.#o.nowMs()).map(({ scenario, app, standing }) => ({
      scenario: scenario.name,
      app,
      ...standing,
      ...(this.#runner.memory(app).hasConsoleWorked && { hasConsoleWorked: true }),
    }));
    return [...now, ...this.#restored.values()];
  }
}

interface Binder {
  readonly scenario: Scenario;
  readonly app: string;
}

interface Waiting {
  readonly scenario: string;
  readonly app: string;
  /** The probe that was the last one when somebody asked. */
  readonly before: LastProbe | undefined;
  readonly settle: (probe: LastProbe | undefined) => void;
}

function keyOf(...parts: string[]): string {
  return JSON.stringify(parts);
}
