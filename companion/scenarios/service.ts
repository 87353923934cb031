import type { Signal } from '../ladder/signal.ts';
import type { SuppressionFact } from '../ladder/suppression.ts';
import { type Binding, Bindings, CHANGES_MAX } from './bindings/bindings.ts';
import { describeTarget, matches, type Target } from './bindings/target.ts';
import type { ScenarioView } from './engine/engine.ts';
import { PAUSE_MS_MAX, type Pause } from './engine/pauses.ts';
import type { Transport } from './engine/scenario.ts';
import type { LastProbe } from './engine/track.ts';
import { type Done, findMeant, hint } from './meant.ts';
import type { RunProbe } from './probes/probe.ts';
import { PROBES } from './probes/run-probe.ts';
import type { Scenario } from './scenario.ts';
import { type DiagnosisRequest, type ScenarioChange, ScenarioLoop } from './scenario-loop.ts';
import { signalsOf } from './scenario-signals.ts';
import type { ScenarioVm } from './scenario-vm.ts';
import { type ScenarioState, ScenarioStore, type StoredPause } from './store/scenario-store.ts';

export interface ScenarioServiceOptions {
  readonly scenarios: readonly Scenario[];
  readonly bindings: readonly Binding[];
  /** In the state directory. */
  readonly storeFile: string;
  readonly vms: () => readonly ScenarioVm[];
  readonly now: () => { readonly monotonicMs: number; readonly wallMs: number };
  /** From 0 to below 1. */
  readonly random: () => number;
  /** One line for the companion's own log. */
  readonly log: (line: string) => void;
  /** A scenario that names a diagnostic script became failed. */
  readonly onDiagnosis: (request: DiagnosisRequest) => void;
  readonly onChange: (change: ScenarioChange) => void;
  /** In the place of the real ones. */
  readonly probes?: Partial<Record<Transport, RunProbe>>;
}

/** Names of the VMs that a command meant. `warning`: it is in force, but could not be kept for a restart. */
export interface Meant {
  readonly vms: readonly string[];
  readonly warning?: string;
}

export interface RunResult {
  readonly vm: string;
  readonly probe: LastProbe;
}

export interface PauseRequest {
  readonly target: Target;
  /** Left out: all scenarios of the VM, and its verdict. */
  readonly scenario?: string;
  /** Cut to PAUSE_MS_MAX. */
  readonly forMs: number;
  readonly owner: string;
  readonly reason: string;
}

/** Standings are written at most this often: a probe that flaps is no reason to wear out a flash disk. */
const SAVE_MS = 5000;

/**
 * Runs the scenarios that are bound to the VMs. Probes run beside each other, each with its own waiting time: one that
 * hangs is abandoned and keeps nobody waiting. Bindings of run time, pauses and standings are kept in a file.
 */
export class ScenarioService {
  readonly #o: ScenarioServiceOptions;
  readonly #loop: ScenarioLoop;
  readonly #store: ScenarioStore;
  readonly #bindings: Bindings;
  #timer: NodeJS.Timeout | undefined;

  constructor(o: ScenarioServiceOptions) {
    this.#o = o;
    this.#store = new ScenarioStore(o.storeFile, (line) => o.log(`scenarios: ${line}`));
    const kept = this.#store.read();
    this.#bindings = new Bindings(o.bindings, kept.changes);
    this.#loop = new ScenarioLoop({
      bindings: this.#bindings,
      restored: kept.standings,
      probes: { ...PROBES, ...o.probes },
      vms: o.vms,
      nowMs: () => o.now().monotonicMs,
      random: o.random,
      onDiagnosis: o.onDiagnosis,
      onChange: o.onChange,
    });
    this.#loop.scenarios = byName(o.scenarios);
    this.#restorePauses(kept);
  }

  /** Probes run by themselves from now on. */
  start(): void {
    this.tick();
    this.#timer = setInterval(() => void this.#save(false), SAVE_MS);
  }

  /** Takes another config: what did not change in it goes on undisturbed. */
  configure(scenarios: readonly Scenario[], bindings: readonly Binding[]): void {
    this.#loop.scenarios = byName(scenarios);
    this.#bindings.setConfig(bindings);
    this.#loop.follow();
    this.tick();
  }

  /** Starts what is due and ends what took too long. It wakes by itself; once more does no harm. */
  tick(): void {
    this.#loop.step();
    this.#loop.arm();
  }

  /** Ends all probes, and keeps the standings. */
  stop(): void {
    clearInterval(this.#timer);
    this.#loop.stop();
    this.#save(true);
  }

  bind(scenario: string, target: Target): Done<Meant> {
    const known = this.#known(scenario, target);
    if (!known.ok) return known;
    return this.#bindings.bind({ scenario, target }) ? this.#changed(known.vms) : TOO_MANY;
  }

  unbind(scenario: string, target: Target): Done<Meant> {
    const vms = this.#o.vms().filter((vm) => matches(target, vm));
    const bound = vms.filter((vm) => this.#bindings.of(vm).includes(scenario));
    if (bound.length === 0 && !this.#bindings.has({ scenario, target })) {
      const meant = findMeant(this.#o.vms(), target);
      if (!meant.ok) return meant;
      return {
        ok: false,
        reason: `${scenario} is not bound to ${describeTarget(target)}; see: cherub scenarios`,
      };
    }
    return this.#bindings.unbind({ scenario, target }) ? this.#changed(bound) : TOO_MANY;
  }

  pause(o: PauseRequest): Done<Meant & { readonly untilWallMs: number }> {
    const { target, scenario, owner, reason } = o;
    const meant = scenario === undefined ? findMeant(this.#o.vms(), target) : this.#boundTo(scenario, target);
    if (!meant.ok) return meant;
    const { monotonicMs: sinceMs, wallMs } = this.#o.now();
    const forMs = Math.min(o.forMs, PAUSE_MS_MAX);
    for (const { appId: app } of meant.vms) {
      const pause = { app, owner, reason, sinceMs, untilMs: sinceMs + forMs };
      this.#loop.take(this.#loop.engine.pause({ ...pause, ...(scenario !== undefined && { scenario }) }));
    }
    return { ...this.#changed(meant.vms), untilWallMs: wallMs + forMs };
  }

  /** @param scenario left out: takes back the pause of the whole VM, and no other */
  resume(target: Target, scenario?: string): Done<Meant> {
    const meant = findMeant(this.#o.vms(), target);
    if (!meant.ok) return meant;
    const resumed = meant.vms.filter(({ appId }) => this.#loop.engine.resume(appId, scenario));
    if (resumed.length > 0) return this.#changed(resumed);
    const what = `${scenario === undefined ? '' : `${scenario} on `}${describeTarget(target)}`;
    return { ok: false, reason: `${what} is not paused; see: cherub scenarios` };
  }

  /** Probes now, out of turn, and waits for the outcome, which counts like any other. */
  async runNow(scenario: string, target: Target): Promise<Done<{ readonly runs: readonly RunResult[] }>> {
    const meant = this.#boundTo(scenario, target);
    if (!meant.ok) return meant;
    for (const { name, appId } of meant.vms) {
      const pause = this.pauses().find((each) => holds(each, appId, scenario));
      if (pause !== undefined) {
        return {
          ok: false,
          reason: `${name} is paused by ${pause.owner}; go on with: cherub resume ${name}`,
        };
      }
    }
    const probes = meant.vms.map(async ({ name, appId }) => ({
      vm: name,
      probe: await this.#loop.runNow(scenario, appId),
    }));
    this.tick();
    const runs = (await Promise.all(probes)).flatMap(({ vm, probe }) => (probe ? [{ vm, probe }] : []));
    if (runs.length > 0) return { ok: true, runs };
    return { ok: false, reason: 'it was unbound, paused or stopped meanwhile' };
  }

  /** Everything that is bound. */
  views(): readonly { readonly vm: ScenarioVm; readonly view: ScenarioView }[] {
    return this.#loop.engine.views(this.#nowMs()).flatMap((view) => {
      const vm = this.#loop.vms.get(view.app);
      return vm === undefined ? [] : [{ vm, view }];
    });
  }

  /** The name of a VM that is there. */
  nameOf(app: string): string | undefined {
    return this.#loop.vms.get(app)?.name;
  }

  /** The pauses in force, by the monotonic clock. */
  pauses(): readonly Pause[] {
    return this.#loop.engine.pauses(this.#nowMs());
  }

  /** All that the config knows, bound or not. */
  get scenarios(): readonly Scenario[] {
    return [...this.#loop.scenarios.values()];
  }

  /** @param nowMs monotonic */
  signals(appId: string, nowMs: number): Signal[] {
    const views = this.#loop.engine.views(nowMs).filter(({ app }) => app === appId);
    return signalsOf(views, nowMs);
  }

  /** A pause of the whole application explains its silence; that of one scenario explains only its own. */
  suppressions(appId: string): SuppressionFact[] {
    return this.pauses().flatMap(({ app, scenario, owner, reason, sinceMs, untilMs }) => {
      if (app !== appId || scenario !== undefined) return [];
      return [{ kind: 'person', by: owner, reason, sinceMs, untilMs }];
    });
  }

  #nowMs(): number {
    return this.#o.now().monotonicMs;
  }

  /** The VMs that are meant, and a scenario that the config must have. A label that no VM has yet may be bound. */
  #known(scenario: string, target: Target): Done<{ readonly vms: readonly ScenarioVm[] }> {
    const { scenarios } = this.#loop;
    if (!scenarios.has(scenario)) {
      const near = hint(scenario, [...scenarios.keys()]);
      return { ok: false, reason: `there is no scenario ${scenario} in the config${near}` };
    }
    const meant = findMeant(this.#o.vms(), target);
    return !meant.ok && target.kind === 'label' ? { ok: true, vms: [] } : meant;
  }

  #boundTo(scenario: string, target: Target): Done<{ readonly vms: readonly ScenarioVm[] }> {
    const known = this.#known(scenario, target);
    if (!known.ok) return known;
    this.#loop.follow();
    const vms = known.vms.filter(({ appId }) => this.#loop.isBound(scenario, appId));
    if (vms.length > 0) return { ok: true, vms };
    const where = target.kind === 'app' ? target.app : `--label ${target.label}`;
    return {
      ok: false,
      reason: `${scenario} is not bound to ${describeTarget(target)}; first: cherub bind ${scenario} ${where}`,
    };
  }

  #changed(vms: readonly ScenarioVm[]): { readonly ok: true } & Meant {
    this.#loop.follow();
    this.tick();
    const problem = this.#save(true);
    const warning = problem !== undefined && { warning: `in force, but not kept for a restart: ${problem}` };
    return { ok: true, vms: vms.map(({ name }) => name), ...warning };
  }

  #save(isDurable: boolean): string | undefined {
    const { monotonicMs, wallMs } = this.#o.now();
    const toWall = (ms: number): number => Math.round((wallMs + ms - monotonicMs) / 1000) * 1000;
    const pauses = this.pauses().map(({ sinceMs, untilMs, ...pause }): StoredPause => {
      return { ...pause, sinceWallMs: toWall(sinceMs), untilWallMs: toWall(untilMs) };
    });
    const state = { changes: this.#bindings.changes, pauses, standings: this.#loop.standings() };
    const problem = this.#store.write(state, isDurable);
    if (problem !== undefined) this.#o.log(`scenarios: ${problem}`);
    return problem;
  }

  #restorePauses({ pauses }: ScenarioState): void {
    const { monotonicMs, wallMs } = this.#o.now();
    for (const { sinceWallMs, untilWallMs, app, owner, reason, scenario } of pauses) {
      // A clock that was set back must not make a pause longer than a person may make one.
      const sinceMs = monotonicMs + Math.min(0, sinceWallMs - wallMs);
      const untilMs = Math.min(monotonicMs + untilWallMs - wallMs, monotonicMs + PAUSE_MS_MAX);
      if (untilMs <= monotonicMs) continue;
      const scope = { app, ...(scenario !== undefined && { scenario }) };
      this.#loop.engine.pause({ ...scope, owner, reason, sinceMs, untilMs });
    }
  }
}

const TOO_MANY = {
  ok: false,
  reason: `there are ${CHANGES_MAX} bindings of run time already; put them into the config`,
} as const;

function byName(scenarios: readonly Scenario[]): ReadonlyMap<string, Scenario> {
  return new Map(scenarios.map((scenario) => [scenario.name, scenario]));
}

function holds(pause: Pause, app: string, scenario: string): boolean {
  return pause.app === app && (pause.scenario === undefined || pause.scenario === scenario);
}
