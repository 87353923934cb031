import type { cherub } from '#protocol/messages/generated/cherub.js';
import { PeriodSchedule } from '../heartbeat/schedule.ts';
import { fitSnapshot } from '../snapshot/fit-snapshot.ts';
import type { AgentPlatform, SnapshotSource } from './agent-platform.ts';
import { stateOf } from './state.ts';

export interface SnapshotsOptions {
  platform: Pick<AgentPlatform, 'clock' | 'snapshots'>;
  app: string;
  periodSeconds: number;
  counters: { snapshots: number; missedSnapshots: number };
  agentCounters: () => cherub.AgentCounters.$Properties;
  /** What the checks have come to so far; nothing is waited for. */
  checks: () => cherub.CheckResult.$Properties[];
  onSnapshot: (snapshot: cherub.Snapshot.$Properties) => void;
}

/** Takes a snapshot each period, without drift, and keeps the latest. */
export class Snapshots {
  readonly #o: SnapshotsOptions;
  readonly #schedule: PeriodSchedule;
  readonly #source: SnapshotSource;
  #latest: cherub.Snapshot.$Properties | undefined;

  constructor(options: SnapshotsOptions) {
    this.#o = options;
    this.#schedule = new PeriodSchedule(options.periodSeconds);
    this.#source = options.platform.snapshots({ app: options.app, periodMs: options.periodSeconds * 1000 });
  }

  /** As it was recorded: shortened to what fits one block. */
  get latest(): cherub.Snapshot.$Properties | undefined {
    return this.#latest;
  }

  tick(state: 'starting' | 'ok' | 'degraded'): void {
    const due = this.#schedule.due({ monotonicUs: this.#o.platform.clock.monotonicUs() });
    this.#o.counters.missedSnapshots = this.#schedule.missed;
    if (!due) return;
    const snapshot = this.#take(state, false);
    this.#latest = snapshot;
    this.#o.onSnapshot(snapshot);
  }

  /** One out of turn, for a host that asks; it is not recorded. */
  takeNow(state: 'starting' | 'ok' | 'degraded'): cherub.Snapshot.$Properties {
    return this.#take(state, true);
  }

  #take(state: 'starting' | 'ok' | 'degraded', outOfTurn: boolean): cherub.Snapshot.$Properties {
    this.#o.counters.snapshots += 1;
    const counters = this.#o.agentCounters();
    const checks = this.#o.checks();
    const whole = this.#source.collect({ state: stateOf(state), counters, checks, outOfTurn });
    return fitSnapshot(whole).snapshot;
  }

  close(): void {
    this.#source.close();
  }
}
