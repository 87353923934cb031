import { join } from 'node:path';
import type { CompanionConfig, VmConfig } from '../config/config.ts';
import { BUILT_IN_SCRIPT } from '../config/diagnosis-options.ts';
import type { DiagnoseEvent } from '../control/diagnose-event.ts';
import type { StatusReport } from '../control/status.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { builtInScript, type DiagnosticScript } from '../diagnosis/script.ts';
import { createSymbolSource, type SymbolSource } from '../diagnosis/symbols/symbol-source.ts';
import type { Entry } from '../entries/entry.ts';
import { lossEntry } from '../entries/entry-factory.ts';
import { scenarioEntry } from '../entries/verdict-entry.ts';
import type { Level, Trigger } from '../incidents/incident.ts';
import { openIncidentFiles } from '../incidents/incident-files.ts';
import { readSecrets } from '../incidents/redaction/read-secrets.ts';
import { Redactor } from '../incidents/redaction/redactor.ts';
import type { Verdict, VerdictChange } from '../ladder/verdict.ts';
import type { DiagnosisRequest, ScenarioChange } from '../scenarios/scenario-loop.ts';
import { ScenarioService } from '../scenarios/service.ts';
import { LaneSpool } from '../spool/lane-spool.ts';
import type { DroppedApp } from '../spool/spool.ts';
import { createSinks } from './create-sinks.ts';
import { Deliveries } from './deliveries.ts';
import type { Host } from './host.ts';
import { Alarms } from './incidents/alarms.ts';
import { diagnosisTarget } from './incidents/diagnosis-target.ts';
import { IncidentDesk } from './incidents/incident-desk.ts';
import { secretFiles } from './incidents/secret-files.ts';
import { scenarioVm } from './scenario-vm.ts';
import { StateFile } from './state-file.ts';
import { VmWatch } from './vm-watch.ts';

const TICK_MS = 1000;

/** How long the sinks get to take what is left when the companion ends. */
const DRAIN_MS = 5000;

/** How long a source or sink that does not end is waited for; one may hang in a read of a dead file system. */
const STOP_MS = 3000;

/** All VMs, the spool and the sinks of one companion. */
export class Companion {
  readonly #host: Host;
  readonly #version: string;
  readonly #spool: LaneSpool;
  readonly #state: StateFile;
  readonly #startedMs: number;
  #config: CompanionConfig;
  #watches: VmWatch[] = [];
  #deliveries: Deliveries;
  readonly #entries: Entry[] = [];
  #timer: NodeJS.Timeout | undefined;
  #stateProblem = '';
  readonly #desk: IncidentDesk;
  readonly scenarios: ScenarioService;
  #symbols: SymbolSource;
  readonly #alarms = new Map<string, Alarms>();

  private constructor(config: CompanionConfig, host: Host, version: string) {
    const sinks = createSinks(config.sinks);
    this.#host = host;
    this.#version = version;
    this.#config = config;
    this.#startedMs = host.wallMs();
    this.#state = new StateFile(join(config.stateDir, 'state.json'));
    this.#spool = LaneSpool.open({
      directory: join(config.stateDir, 'spool'),
      bytesMax: config.spoolBytesMax,
      ageMsMax: config.spoolAgeMsMax,
      now: host.wallMs,
      readers: sinks.map((sink) => sink.name),
      onDropped: (apps) => this.#dropped(apps),
    });
    this.#deliveries = new Deliveries(sinks, this.#spool, host);
    const secrets = readSecrets(secretFiles(config));
    for (const problem of secrets.problems) host.log(`a secret cannot be kept out of incidents: ${problem}`);
    this.#symbols = createSymbolSource(config.symbolPaths);
    this.#desk = new IncidentDesk({
      files: openIncidentFiles(join(config.stateDir, 'incidents')),
      options: config.diagnosis,
      redactor: new Redactor(secrets.values),
      host,
      node: config.nodeName,
      version,
      append: (entries) => this.#append(entries),
    });
    this.scenarios = new ScenarioService({
      scenarios: config.scenarios,
      bindings: config.bindings,
      storeFile: join(config.stateDir, 'scenarios.json'),
      vms: () => this.#watches.map(scenarioVm),
      now: () => ({ monotonicMs: this.monotonicMs(), wallMs: host.wallMs() }),
      random: host.random,
      log: host.log,
      onDiagnosis: (request) => this.#diagnoseScenario(request),
      onChange: (change) => this.#scenarioChanged(change),
    });
  }

  /** The state directory must be there. Throws Error with one line for people when it or a sink cannot be used. */
  static start(config: CompanionConfig, host: Host, version: string): Companion {
    const companion = new Companion(config, host, version);
    companion.#desk.start();
    companion.#setVms(config.vms);
    companion.scenarios.start();
    companion.#timer = setInterval(() => companion.#tick(), TICK_MS);
    return companion;
  }

  /**
   * Takes another config. VMs that stay as they are go on undisturbed. Throws Error with one line for people, and
   * changes nothing, when the new one cannot be used.
   */
  async reload(config: CompanionConfig): Promise<void> {
    if (
      config.stateDir !== this.#config.stateDir ||
      config.spoolBytesMax !== this.#config.spoolBytesMax ||
      config.spoolAgeMsMax !== this.#config.spoolAgeMsMax
    ) {
      throw new Error('state and spool cannot be changed while running; restart for that');
    }
    const isSame = JSON.stringify(config.sinks) === JSON.stringify(this.#config.sinks);
    // Certificates may have been renewed under the same names, so that sinks with files are always made anew.
    const sinks =
      isSame && config.sinks.every(({ type }) => type === 'file') ? undefined : createSinks(config.sinks);
    this.#config = config;
    this.#symbols = createSymbolSource(config.symbolPaths);
    if (sinks !== undefined) {
      await within(STOP_MS, this.#deliveries.stop());
      await this.#deliveries.close();
      this.#spool.setReaders(sinks.map((sink) => sink.name));
      this.#deliveries = new Deliveries(sinks, this.#spool, this.#host);
    }
    const wanted = new Set(config.vms.map((vm) => JSON.stringify(vm)));
    const leaving = this.#watches.filter(({ vm }) => !wanted.has(JSON.stringify(vm)));
    this.#watches = this.#watches.filter((watch) => !leaving.includes(watch));
    await within(STOP_MS, Promise.all(leaving.map((watch) => watch.stop())));
    this.#setVms(config.vms);
    this.scenarios.configure(config.scenarios, config.bindings);
  }

  /** The clock of verdicts. */
  monotonicMs(): number {
    return this.#host.monotonicUs() / 1000;
  }

  /** @returns undefined when there is no VM with this name or app uuid */
  vm(name: string): VmWatch | undefined {
    return this.#watches.find(({ vm }) => vm.name === name || vm.appId === name.toLowerCase());
  }

  status(): StatusReport {
    return {
      node: this.#config.nodeName,
      version: this.#version,
      pid: process.pid,
      nowMs: this.#host.wallMs(),
      startedMs: this.#startedMs,
      vms: this.#watches.map((watch) => watch.status()),
      spool: this.#spool.statistics(),
      sinks: this.#deliveries.statistics(),
    };
  }

  /** Ends in good order: sources first, then what the sinks still take, then the files. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.scenarios.stop();
    await within(STOP_MS, this.#desk.stop());
    await within(STOP_MS, Promise.all(this.#watches.map((watch) => watch.stop())));
    this.#flush();
    await within(STOP_MS, this.#deliveries.stop());
    await within(DRAIN_MS + STOP_MS, this.#deliveries.drain(DRAIN_MS));
    await within(STOP_MS, this.#deliveries.close());
    this.#saveState();
    await this.#spool.close();
  }

  #setVms(vms: readonly VmConfig[]): void {
    const apps = new Set(vms.map((vm) => vm.appId));
    this.#state.keepOnly((key) => apps.has(key.slice(0, key.indexOf('/'))));
    this.#watches = vms.map((vm) => this.#running(vm) ?? this.#startVm(vm));
  }

  #running(vm: VmConfig): VmWatch | undefined {
    return this.#watches.find((watch) => watch.vm.appId === vm.appId);
  }

  #startVm(vm: VmConfig): VmWatch {
    const watch = new VmWatch({
      vm,
      host: this.#host,
      state: this.#state,
      append: (entries) => this.#append(entries),
      isCongested: () => this.#spool.isCongested,
      scenarios: () => ({
        signals: this.scenarios.signals(vm.appId, this.monotonicMs()),
        suppressions: this.scenarios.suppressions(vm.appId),
      }),
      onVerdict: (change) => this.#weighed(watch, change),
    });
    watch.start();
    return watch;
  }

  /**
   * Takes evidence of a VM and seals it as an incident.
   * @returns false: so many wait already that this one cannot
   */
  diagnose(
    watch: VmWatch,
    o: {
      readonly trigger: Trigger;
      readonly level: Level;
      readonly verdict?: Verdict;
      readonly script?: string;
      readonly onEvent?: (event: DiagnoseEvent) => void;
    },
  ): boolean {
    const { trigger, level, onEvent } = o;
    const verdict = watch.incidentVerdict(o.verdict);
    const target = diagnosisTarget(watch, {
      verdict,
      symbols: this.#symbols,
      dumpFolder: join(this.#config.stateDir, 'incidents'),
    });
    const script = this.script(o.script ?? this.#config.diagnosis.script) ?? builtInScript();
    const clock = { wallMs: this.#host.wallMs, monotonicMs: () => this.monotonicMs() };
    return this.#desk.request({
      vm: { name: watch.vm.name, appId: watch.vm.appId },
      trigger,
      verdict,
      collect: (bundle, given) => diagnose(target, bundle, { ...given, script, level, clock }),
      ...(onEvent && { onEvent }),
    });
  }

  /** @returns undefined: there is no script of this name */
  script(name: string): DiagnosticScript | undefined {
    const own = this.#config.scripts.find((each) => each.name === name);
    return own ?? (name === BUILT_IN_SCRIPT ? builtInScript() : undefined);
  }

  #diagnoseScenario({ app, scenario, script, reason }: DiagnosisRequest): void {
    const watch = this.#watches.find(({ vm }) => vm.appId === app);
    if (watch === undefined) return;
    this.#host.log(`${watch.vm.name}: scenario ${scenario} failed: ${reason}`);
    this.diagnose(watch, { trigger: 'scenario', level: this.#config.diagnosis.level, script });
  }

  #scenarioChanged({ app, scenario, from, to, reason }: ScenarioChange): void {
    const watch = this.#watches.find(({ vm }) => vm.appId === app);
    if (watch === undefined) return;
    const subject = { appId: app, appName: watch.vm.name };
    const id = `${app}/scenario/${this.#host.uniqueId()}`;
    const change = { scenario, from, to, reason };
    this.#append([scenarioEntry(subject, id, change, this.#host.wallMs())]);
  }

  #weighed(watch: VmWatch, change: VerdictChange): void {
    const { appId, name } = watch.vm;
    const now = { monotonicMs: this.#host.monotonicUs() / 1000, wallMs: this.#host.wallMs() };
    const alarms = this.#alarms.get(appId) ?? new Alarms(this.#state.position(`${appId}/alarms`), now);
    this.#alarms.set(appId, alarms);
    const decision = alarms.decide(change, now);
    if (decision.isAlarm) {
      const { level } = this.#config.diagnosis;
      const isTaken = this.diagnose(watch, { trigger: 'verdict', level, verdict: change.to });
      if (!isTaken) this.#host.log(`${name}: no incident is opened, too many wait already`);
    } else if (decision.why !== '') this.#host.log(`${name}: no incident is opened: ${decision.why}`);
  }

  /** All entries of one piece of work go to the spool in one write, right after it and before any other. */
  #append(entries: readonly Entry[]): void {
    if (this.#entries.length === 0 && entries.length > 0) queueMicrotask(() => this.#flush());
    this.#entries.push(...entries);
  }

  #flush(): void {
    this.#spool.append(this.#entries.splice(0));
  }

  #tick(): void {
    for (const watch of this.#watches) watch.tick();
    this.#flush();
    this.#saveState();
    void this.#spool.sync();
  }

  #saveState(): void {
    try {
      this.#state.save();
      this.#stateProblem = '';
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (problem !== this.#stateProblem) this.#host.log(`state: ${problem}`);
      this.#stateProblem = problem;
    }
  }

  #dropped(apps: ReadonlyMap<string, DroppedApp>): void {
    const atMs = this.#host.wallMs();
    for (const [appId, { appName, count }] of apps) {
      const text = `spool: ${count} entries dropped, the oldest ones, because the sinks are behind`;
      this.#host.log(`${appName}: ${text}`);
      const id = `${appId}/loss/${this.#host.uniqueId()}`;
      this.#spool.append([lossEntry({ appId, appName }, { id, atMs, text, count })]);
    }
  }
}

/** Waits for work that may hang, but not for ever. */
async function within(limitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
