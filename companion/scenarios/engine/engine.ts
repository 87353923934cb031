import { chooseTransport } from './choose-transport.ts';
import type { EngineOutput } from './output.ts';
import { type Pause, Pauses } from './pauses.ts';
import type { AskAvailability, EngineScenario, ProbeEnd } from './scenario.ts';
import { NO_STANDING, type Standing } from './thresholds.ts';
import { type LastProbe, Track } from './track.ts';

export interface ScenarioView {
  readonly scenario: EngineScenario;
  readonly app: string;
  readonly standing: Standing;
  readonly isRunning: boolean;
  readonly last?: LastProbe;
  /** The last probe that saw what the standing says: its evidence is as old as this. */
  readonly decided?: LastProbe;
  readonly pause?: Pause;
}

/**
 * Decides when which scenario looks at which application, and what its outcomes mean. Pure: the host's monotonic time in
 * milliseconds comes in with every call, chance (0 to 1, 1 excluded) with the constructor. Each pair of scenario and
 * application has its own schedule; nothing that one probe does or leaves undone touches another's.
 */
export class ScenarioEngine {
  readonly #chance: () => number;
  readonly #tracks = new Map<string, Track>();
  readonly #byRun = new Map<number, Track>();
  readonly #availability: AskAvailability;
  readonly #pauses = new Pauses();
  #runs = 0;
  #staleResults = 0;

  /** @param o.availability is asked whenever a probe is due */
  constructor(o: { readonly chance: () => number; readonly availability: AskAvailability }) {
    this.#chance = o.chance;
    this.#availability = o.availability;
  }

  /** Answers that came for probes that were abandoned before. */
  get staleResults(): number {
    return this.#staleResults;
  }

  /** Binds a scenario to an application; one with the same name is replaced and its standing kept, unless one is given. */
  bind(scenario: EngineScenario, app: string, nowMs: number, standing?: Standing): EngineOutput[] {
    const key = keyOf(scenario.name, app);
    const kept = standing ?? this.#tracks.get(key)?.standing ?? NO_STANDING;
    const outputs = this.unbind(scenario.name, app);
    this.#tracks.set(key, new Track({ scenario, app, nowMs, standing: kept, chance: this.#chance }));
    return outputs;
  }

  unbind(scenario: string, app: string): EngineOutput[] {
    const track = this.#tracks.get(keyOf(scenario, app));
    this.#tracks.delete(keyOf(scenario, app));
    return track === undefined ? [] : this.#drop(track, 'the scenario was unbound');
  }

  /** A probe under way is stopped without an outcome. */
  pause(pause: Pause): EngineOutput[] {
    this.#pauses.add(pause);
    const { app, scenario } = pause;
    const held = [...this.#tracks.values()].filter(
      (track) => track.app === app && (scenario === undefined || track.scenario.name === scenario),
    );
    return held.flatMap((track) => this.#drop(track, `paused by ${pause.owner}`));
  }

  resume(app: string, scenario?: string): boolean {
    return this.#pauses.remove(app, scenario);
  }

  pauses(nowMs: number): readonly Pause[] {
    return this.#pauses.inForce(nowMs);
  }

  /** Makes the next probe due at once, whatever the schedule says; false: no such binding. A pause still holds it. */
  runNow(scenario: string, app: string, nowMs: number): boolean {
    const track = this.#tracks.get(keyOf(scenario, app));
    track?.hurry(nowMs);
    return track !== undefined;
  }

  /** The end of a probe that the engine started. One that was abandoned is not listened to. */
  result(runId: number, end: ProbeEnd, nowMs: number): EngineOutput[] {
    const track = this.#byRun.get(runId);
    if (track === undefined) {
      this.#staleResults += 1;
      return [];
    }
    this.#byRun.delete(runId);
    return track.finish(nowMs, end);
  }

  /** The transport of a probe turned out not to be there: it ends without an outcome, and the next in rank is due at once. */
  withdraw(runId: number, nowMs: number): void {
    const track = this.#byRun.get(runId);
    this.#byRun.delete(runId);
    track?.abandon('');
    track?.hurry(nowMs);
  }

  tick(nowMs: number): EngineOutput[] {
    return [...this.#tracks.values()].flatMap((track) => this.#step(track, nowMs));
  }

  /** When `tick` has something to do next; undefined: nothing is bound. */
  nextTickMs(): number | undefined {
    let next: number | undefined;
    for (const { wakeMs } of this.#tracks.values()) next = Math.min(next ?? wakeMs, wakeMs);
    return next;
  }

  views(nowMs: number): ScenarioView[] {
    return [...this.#tracks.values()].map((track) => {
      const { scenario, app, standing, last, decided, runId } = track;
      const pause = this.#pauses.find(app, scenario.name, nowMs);
      return {
        scenario,
        app,
        standing,
        isRunning: runId !== undefined,
        ...(last && { last }),
        ...(decided && { decided }),
        ...(pause && { pause }),
      };
    });
  }

  #step(track: Track, nowMs: number): EngineOutput[] {
    if (this.#pauses.find(track.app, track.scenario.name, nowMs) !== undefined) {
      track.skip(nowMs);
      return [];
    }
    const runId = track.runId;
    const expired = track.expire(nowMs);
    if (expired.length > 0 && runId !== undefined) this.#byRun.delete(runId);
    if (!track.isDue(nowMs)) return expired;
    const { scenario, app } = track;
    const choice = chooseTransport(scenario.transports, (each) => this.#availability(scenario, app, each));
    const started = track.start(nowMs, choice, () => {
      this.#runs += 1;
      this.#byRun.set(this.#runs, track);
      return this.#runs;
    });
    return [...expired, ...started];
  }

  #drop(track: Track, reason: string): EngineOutput[] {
    if (track.runId !== undefined) this.#byRun.delete(track.runId);
    return track.abandon(reason);
  }
}

function keyOf(scenario: string, app: string): string {
  return JSON.stringify([scenario, app]);
}
