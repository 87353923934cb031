import { safeText } from '../output/safe-text.ts';
import type { PassedOver } from './engine/choose-transport.ts';
import type { Outcome, Transport } from './engine/scenario.ts';
import type { LastProbe } from './engine/track.ts';
import type { ScenarioService } from './service.ts';

/** What `GET /v1/scenarios` gives. Texts may come from a guest, and are safe to print. */
export interface ScenariosReport {
  readonly scenarios: readonly KnownScenario[];
  readonly bound: readonly BoundScenario[];
  readonly pauses: readonly PauseReport[];
}

export interface KnownScenario {
  readonly name: string;
  readonly transports: readonly Transport[];
  readonly periodMs: number;
  readonly timeoutMs: number;
  readonly successThreshold: number;
  readonly failureThreshold: number;
  readonly diagnosis?: string;
  /** How many VMs it is bound to. */
  readonly vms: number;
}

export interface BoundScenario {
  readonly scenario: string;
  readonly vm: string;
  readonly app: string;
  /** After the thresholds. */
  readonly state: Outcome;
  readonly successes: number;
  readonly failures: number;
  readonly isRunning: boolean;
  readonly isPaused: boolean;
  readonly last?: ProbeReportJson;
}

export interface ProbeReportJson {
  readonly outcome: Outcome;
  readonly detail: string;
  /** Left out: none was available. */
  readonly transport?: Transport;
  readonly passedOver: readonly PassedOver[];
  readonly ageMs: number;
}

export interface PauseReport {
  readonly vm: string;
  readonly app: string;
  /** Left out: all scenarios of the VM, and its verdict. */
  readonly scenario?: string;
  readonly owner: string;
  readonly reason: string;
  readonly endsInMs: number;
}

/** @param nowMs monotonic */
export function reportScenarios(service: ScenarioService, nowMs: number): ScenariosReport {
  const views = service.views();
  return {
    scenarios: service.scenarios.map(({ name, transports, timing, diagnosis }) => ({
      name,
      transports,
      periodMs: timing.periodMs,
      timeoutMs: timing.timeoutMs,
      successThreshold: timing.successThreshold,
      failureThreshold: timing.failureThreshold,
      ...(diagnosis !== undefined && { diagnosis }),
      vms: views.filter(({ view }) => view.scenario.name === name).length,
    })),
    bound: views.map(({ vm, view }) => ({
      scenario: view.scenario.name,
      vm: vm.name,
      app: vm.appId,
      ...view.standing,
      isRunning: view.isRunning,
      isPaused: view.pause !== undefined,
      ...(view.last && { last: reportProbe(view.last, nowMs) }),
    })),
    pauses: service.pauses().map(({ app, scenario, owner, reason, untilMs }) => ({
      vm: service.nameOf(app) ?? app,
      app,
      ...(scenario !== undefined && { scenario }),
      owner: safeText(owner),
      reason: safeText(reason),
      endsInMs: Math.max(0, Math.round(untilMs - nowMs)),
    })),
  };
}

export function reportProbe(probe: LastProbe, nowMs: number): ProbeReportJson {
  const { outcome, detail, transport, passedOver, atMs } = probe;
  return {
    outcome,
    detail: safeText(detail),
    ...(transport !== undefined && { transport }),
    passedOver: passedOver.map((each) => ({ ...each, reason: safeText(each.reason) })),
    ageMs: Math.max(0, Math.round(nowMs - atMs)),
  };
}
