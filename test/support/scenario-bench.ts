import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import type { Binding } from '#companion/scenarios/bindings/bindings.ts';
import type { Transport } from '#companion/scenarios/engine/scenario.ts';
import { scenarioShape } from '#companion/scenarios/options.ts';
import type { ProbeReport, RunProbe } from '#companion/scenarios/probes/probe.ts';
import { type Scenario, toScenario } from '#companion/scenarios/scenario.ts';
import type { DiagnosisRequest, ScenarioChange } from '#companion/scenarios/scenario-loop.ts';
import type { ScenarioVm } from '#companion/scenarios/scenario-vm.ts';
import { ScenarioService } from '#companion/scenarios/service.ts';

/** A scenario as a config would give it. */
export function makeScenario(
  options: { readonly name: string } & Readonly<Record<string, unknown>>,
): Scenario {
  return toScenario(scenarioShape.parse(options), (path) => resolve('/etc/cherub', path));
}

/** A VM with a link and a qga socket; the number makes its UUID. */
export function makeScenarioVm(number: number, o: Partial<ScenarioVm> = {}): ScenarioVm {
  return {
    name: `vm${number}`,
    appId: `6ba7b810-9dad-11d1-80b4-${String(number).padStart(12, '0')}`,
    labels: {},
    link: { request: () => Promise.resolve({ ok: false, reason: 'timeout' }) },
    qga: '/nowhere/qga.sock',
    ...o,
  };
}

/** A service with clocks, VMs and probes of the test's own. Its timers are real, and end with the test. */
export class ScenarioBench {
  nowMs = 0;
  wallMs = 1_700_000_000_000;
  vms: ScenarioVm[] = [];
  readonly storeFile: string;
  readonly changes: ScenarioChange[] = [];
  readonly diagnoses: DiagnosisRequest[] = [];
  readonly log: string[] = [];
  readonly started: { readonly app: string; readonly transport: Transport; readonly atMs: number }[] = [];
  /** What the probes say; a promise of its own for one that hangs. */
  answer: (app: string, transport: Transport) => ProbeReport | Promise<ProbeReport> = () => ({
    outcome: 'ok',
    detail: 'up',
  });
  readonly #t: TestContext;

  constructor(t: TestContext) {
    this.#t = t;
    const directory = mkdtempSync(join(tmpdir(), 'cherub-scenarios-'));
    t.after(() => rmSync(directory, { recursive: true, force: true }));
    this.storeFile = join(directory, 'scenarios.json');
  }

  open(scenarios: readonly Scenario[], bindings: readonly Binding[] = []): ScenarioService {
    const probe =
      (transport: Transport): RunProbe =>
      async ({ vm }) => {
        this.started.push({ app: vm.name, transport, atMs: this.nowMs });
        return await this.answer(vm.name, transport);
      };
    const service = new ScenarioService({
      scenarios,
      bindings,
      storeFile: this.storeFile,
      vms: () => this.vms,
      now: () => ({ monotonicMs: this.nowMs, wallMs: this.wallMs }),
      random: () => 0,
      log: (line) => this.log.push(line),
      onDiagnosis: (request) => this.diagnoses.push(request),
      onChange: (change) => this.changes.push(change),
      probes: {
        console: probe('console'),
        link: probe('link'),
        disk: probe('disk'),
        network: probe('network'),
        qga: probe('qga'),
      },
    });
    this.#t.after(() => service.stop());
    return service;
  }

  /** Lets time pass in steps, with what the probes say in between. */
  async pass(service: ScenarioService, ms: number, stepMs = 100): Promise<void> {
    for (const end = this.nowMs + ms; this.nowMs < end; ) {
      this.nowMs += stepMs;
      this.wallMs += stepMs;
      service.tick();
      await settled();
    }
  }
}

/** Everything that only waits for promises has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
