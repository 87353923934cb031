import type { Target } from '../scenarios/bindings/target.ts';
import type { Done } from '../scenarios/meant.ts';
import {
  type ProbeReportJson,
  reportProbe,
  reportScenarios,
  type ScenariosReport,
} from '../scenarios/report.ts';
import type { Meant, PauseRequest, ScenarioService } from '../scenarios/service.ts';

/** One probe that was made out of turn. */
export interface RunReport extends ProbeReportJson {
  readonly vm: string;
}

/** What the control socket can do with scenarios. `reason` of what is refused is one line for people. */
export interface ScenarioApi {
  report(): ScenariosReport;
  bind(scenario: string, target: Target): Done<Meant>;
  unbind(scenario: string, target: Target): Done<Meant>;
  pause(request: PauseRequest): Done<Meant & { readonly untilWallMs: number }>;
  resume(target: Target, scenario?: string): Done<Meant>;
  /** Ends at the waiting time of the scenario at the latest. */
  run(scenario: string, target: Target): Promise<Done<{ readonly runs: readonly RunReport[] }>>;
}

/** @param nowMs the monotonic clock of the service */
export function createScenarioApi(service: ScenarioService, nowMs: () => number): ScenarioApi {
  return {
    report: () => reportScenarios(service, nowMs()),
    bind: (scenario, target) => service.bind(scenario, target),
    unbind: (scenario, target) => service.unbind(scenario, target),
    pause: (request) => service.pause(request),
    resume: (target, scenario) => service.resume(target, scenario),
    run: async (scenario, target) => {
      const done = await service.runNow(scenario, target);
      if (!done.ok) return done;
      return { ok: true, runs: done.runs.map(({ vm, probe }) => ({ vm, ...reportProbe(probe, nowMs()) })) };
    },
  };
}
