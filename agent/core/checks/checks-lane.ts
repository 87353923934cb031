import { nearestName } from '#protocol/config/nearest-name.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { PeriodSchedule } from '../heartbeat/schedule.ts';
import type { Clock } from '../ports.ts';
import type { Answered } from '../runtime/answered.ts';
import { toUint32 } from '../snapshot/scan-text.ts';
import type { CheckConfig } from './check-config.ts';
import type { CheckPort } from './check-port.ts';
import { type Finding, unknown } from './finding.ts';
import { runCheck } from './run-check.ts';
import { touchesFiles } from './touches-files.ts';

/** Programs and connections at the same time: a guest in trouble gets no more of them. */
const RUNNING_MAX = 4;
/** A program is killed at its deadline; what has not ended so long after it never will. */
const MARGIN_US = 2_000_000;

export interface ChecksLaneOptions {
  port: CheckPort;
  clock: Clock;
  checks: readonly CheckConfig[];
  /** A check came to another outcome than before: one line. */
  onNote: (note: string) => void;
}

/** Somebody who waits for the end of the next run. */
interface Waiter {
  readonly deadlineUs: number;
  readonly resolve: (answered: Answered<cherub.CheckResult.$Properties>) => void;
}

/** One check of the config and how it stands. */
interface Slot {
  readonly config: CheckConfig;
  readonly schedule: PeriodSchedule;
  isDue: boolean;
  startedUs: number | undefined;
  finding: Finding;
  endedUs: number | undefined;
  readonly waiters: Waiter[];
}

/**
 * Runs the checks of the config, each in its own rhythm, beside everything else: snapshots take what there is. A check
 * that does not come back is told, is not started a second time, and holds up no other one, except that files are
 * looked at one at a time: a filesystem that hangs shall cost one thread of the platform and no more.
 */
export class ChecksLane {
  readonly #o: ChecksLaneOptions;
  readonly #slots: readonly Slot[];
  #isClosed = false;

  constructor(options: ChecksLaneOptions) {
    this.#o = options;
    this.#slots = options.checks.map((config) => ({
      config,
      schedule: new PeriodSchedule(config.periodSeconds),
      isDue: false,
      startedUs: undefined,
      finding: unknown('has not run yet'),
      endedUs: undefined,
      waiters: [],
    }));
  }

  /** Starts what is due. To be called about once a second. */
  tick(): void {
    const now = this.#o.clock.monotonicUs();
    for (const slot of this.#slots) {
      if (slot.schedule.due({ monotonicUs: now })) slot.isDue = true;
      giveUp(slot, now);
    }
    this.#startDue();
  }

  get hasFailed(): boolean {
    return this.#slots.some((slot) => this.#stand(slot).outcome === 'failed');
  }

  /** What all checks have come to, in the order of the config. */
  results(): cherub.CheckResult.$Properties[] {
    return this.#slots.map((slot) => this.#resultOf(slot));
  }

  /**
   * The result of one check for whoever asks. Never rejects; settles within about a second of the deadline.
   * @param o.fresh run it now; else the latest result, or the first one when there is none
   */
  ask(
    name: string,
    o: { deadlineMs: number; fresh: boolean },
  ): Promise<Answered<cherub.CheckResult.$Properties>> {
    const slot = this.#slots.find(({ config }) => config.name === name);
    if (slot === undefined) return Promise.resolve(this.#noSuchCheck(name));
    if (!o.fresh && slot.endedUs !== undefined) {
      return Promise.resolve({ ok: true, value: this.#resultOf(slot) });
    }
    slot.isDue ||= slot.startedUs === undefined;
    const deadlineUs = this.#o.clock.monotonicUs() + o.deadlineMs * 1000;
    const answer = new Promise<Answered<cherub.CheckResult.$Properties>>((resolve) => {
      slot.waiters.push({ deadlineUs, resolve });
    });
    this.#startDue();
    return answer;
  }

  /** Starts nothing more; who waits is told so. */
  close(): void {
    this.#isClosed = true;
    for (const { waiters } of this.#slots) {
      for (const { resolve } of waiters.splice(0)) {
        resolve({
          ok: false,
          code: cherub.Code.CODE_UNAVAILABLE,
          message: 'the config was read again; ask again',
        });
      }
    }
  }

  #noSuchCheck(name: string): Answered<never> {
    const names = this.#slots.map(({ config }) => config.name);
    const near = nearestName(name, names);
    const advice = near === undefined ? '' : `; did you mean ${near}?`;
    return { ok: false, code: cherub.Code.CODE_INVALID, message: `the config names no such check${advice}` };
  }

  #startDue(): void {
    if (this.#isClosed) return;
    for (const slot of this.#slots) {
      if (slot.isDue && slot.startedUs === undefined && this.#hasRoomFor(slot)) void this.#run(slot);
    }
  }

  #hasRoomFor({ config }: Slot): boolean {
    const running = this.#slots.filter(({ startedUs }) => startedUs !== undefined);
    const needsFiles = touchesFiles(config);
    const same = running.filter((slot) => touchesFiles(slot.config) === needsFiles);
    return same.length < (needsFiles ? 1 : RUNNING_MAX);
  }

  async #run(slot: Slot): Promise<void> {
    const { clock, port } = this.#o;
    slot.isDue = false;
    slot.startedUs = clock.monotonicUs();
    const timeoutMs = slot.config.timeoutSeconds * 1000;
    const finding = await runCheck(slot.config, { port, wallUs: () => clock.wallUs(), timeoutMs });
    const before = slot.endedUs === undefined ? undefined : slot.finding.outcome;
    slot.startedUs = undefined;
    slot.endedUs = clock.monotonicUs();
    slot.finding = finding;
    if (this.#isClosed) return;
    if (finding.outcome !== (before ?? 'ok'))
      this.#o.onNote(`check ${slot.config.name}: ${finding.outcome}: ${finding.message}`);
    for (const { resolve } of slot.waiters.splice(0)) resolve({ ok: true, value: this.#resultOf(slot) });
    this.#startDue();
  }

  /** The latest finding, unless the run that goes on has been over its time for so long that it says more. */
  #stand(slot: Slot): Finding {
    const { startedUs, config } = slot;
    const overdueUs = config.timeoutSeconds * 1e6 + MARGIN_US;
    const now = this.#o.clock.monotonicUs();
    if (startedUs !== undefined && now - startedUs > overdueUs) {
      return unknown(`has not ended for ${Math.floor((now - startedUs) / 1e6)} s`);
    }
    const waits = startedUs === undefined && slot.isDue && touchesFiles(config);
    const blocker = waits ? this.#slots.find((other) => isBlocker(other, now)) : undefined;
    if (blocker === undefined) return slot.finding;
    return unknown(`waits for the check ${blocker.config.name}, which has not ended`);
  }

  #resultOf(slot: Slot): cherub.CheckResult.$Properties {
    const { outcome, message } = this.#stand(slot);
    const ageUs = slot.endedUs === undefined ? 0 : this.#o.clock.monotonicUs() - slot.endedUs;
    return { name: slot.config.name, outcome: OUTCOMES[outcome], message, ageMs: toUint32(ageUs / 1000) };
  }
}

const OUTCOMES: Readonly<Record<Finding['outcome'], cherub.Outcome>> = {
  ok: cherub.Outcome.OUTCOME_OK,
  failed: cherub.Outcome.OUTCOME_FAILED,
  unknown: cherub.Outcome.OUTCOME_UNKNOWN,
};

function isBlocker({ startedUs, config }: Slot, nowUs: number): boolean {
  return (
    startedUs !== undefined &&
    touchesFiles(config) &&
    nowUs - startedUs > config.timeoutSeconds * 1e6 + MARGIN_US
  );
}

function giveUp(slot: Slot, nowUs: number): void {
  for (let at = slot.waiters.length - 1; at >= 0; at -= 1) {
    const waiter = slot.waiters[at];
    if (waiter === undefined || nowUs < waiter.deadlineUs) continue;
    slot.waiters.splice(at, 1);
    const message = 'the check has not ended yet';
    waiter.resolve({ ok: false, code: cherub.Code.CODE_DEADLINE_EXCEEDED, message });
  }
}
