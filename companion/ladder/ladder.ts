import type { Now } from '../channels/channel-age.ts';
import { formatDuration } from '../output/quantities.ts';
import { confirmMs } from './damping.ts';
import { FlapDamper } from './flap-damper.ts';
import { type Judgement, judge } from './judge.ts';
import { Life, type LifeChange } from './life.ts';
import { PastLife } from './past-life.ts';
import { isBelow, provesLife, RUNG_NAMES } from './rungs.ts';
import { LADDER_DEFAULTS, type LadderSettings } from './settings.ts';
import type { Rung, Signal } from './signal.ts';
import { SteadyClock } from './steady-clock.ts';
import { explainsSignal, isCrash, type Suppression, type SuppressionFact } from './suppression.ts';
import { lapsedSignal, SuppressionLedger } from './suppression-ledger.ts';
import type { Verdict, VerdictChange } from './verdict.ts';
import type { LifeSeen } from './weigh.ts';

export interface LadderInput {
  readonly now: Now;
  /** Everything that is known of the VM now, each with its age. */
  readonly signals: readonly Signal[];
  /** What explains silence now; a pause that is not told any more is over. */
  readonly suppressions: readonly SuppressionFact[];
  /** What happened since the last step, oldest first. */
  readonly lifeChanges: readonly LifeChange[];
}

export interface LadderStep {
  readonly verdict: Verdict;
  /** What became of it since the last step, oldest first. */
  readonly changes: readonly VerdictChange[];
}

/** A guest that was held sees a jump of time, and its watchdogs bark for a while though nothing is wrong. */
const WATCHDOGS_CALM_MS = 30_000;

type Candidate = Omit<Verdict, 'sinceMs'> & { readonly isCertain: boolean };

/**
 * The liveness ladder of one VM (docs/specs/ladder.md): signals in, one verdict out. Pure: time comes in with each step,
 * which should come about every second.
 */
export class Ladder {
  readonly #settings: LadderSettings;
  readonly #clock: SteadyClock;
  readonly #ledger = new SuppressionLedger();
  readonly #damper = new FlapDamper();
  readonly #life: Life;
  readonly #lifeSeen = new Map<Rung, LifeSeen>();
  readonly #past = new PastLife();
  #before: { readonly signals: readonly Signal[]; readonly atMs: number };
  #gap: SuppressionFact | undefined;
  /** Silence counts from here: before it nobody looked, or nobody could have been heard. */
  #calmFromMs: number;
  #wasHeld = false;
  #verdict: Verdict;
  #pending: { readonly key: string; readonly sinceMs: number } | undefined;

  constructor(now: Now, settings: LadderSettings = LADDER_DEFAULTS) {
    this.#settings = settings;
    this.#clock = new SteadyClock(now, settings.hostGapMs);
    this.#life = new Life(now.monotonicMs);
    this.#calmFromMs = now.monotonicMs;
    this.#before = { signals: [], atMs: now.monotonicMs };
    this.#verdict = { state: 'unknown', sinceMs: now.monotonicMs, votes: [], reason: 'nothing was seen yet' };
  }

  /** For who makes signals out of silence: how long a channel must be silent is counted from here, host's monotonic clock. */
  get silenceFromMs(): number {
    return this.#calmFromMs;
  }

  get verdict(): Verdict {
    return this.#verdict;
  }

  step(input: LadderInput): LadderStep {
    const { nowMs, gap } = this.#clock.tick(input.now);
    if (gap !== undefined) this.#noteGap(gap, nowMs);
    const changes = this.#turnLife(input, nowMs);
    this.#rememberLife(input.signals, nowMs);
    const { active, lapsed } = this.#weighPauses(input, nowMs);
    const signals = [...input.signals, ...lapsed.map((each) => lapsedSignal(each, nowMs))];
    this.#noteReady(input.signals, nowMs);
    const judgement = this.#judge(signals, active, nowMs);
    if (judgement.state === 'healthy') this.#gap = undefined;
    const change = this.#publish(this.#candidate(judgement, active, nowMs), nowMs);
    if (change !== undefined) changes.push(change);
    this.#before = { signals: input.signals, atMs: nowMs };
    return { verdict: this.#verdict, changes };
  }

  #noteGap(kind: 'host-suspend' | 'clock-jump', nowMs: number): void {
    this.#calmFromMs = nowMs;
    const reason = kind === 'host-suspend' ? 'the host or Cherub stood still' : "the host's clock stepped";
    this.#gap = { kind, by: 'host', reason, sinceMs: nowMs };
  }

  /** A life that ended is judged once more, with its end as evidence; what it left behind counts no longer. */
  #turnLife(input: LadderInput, nowMs: number): VerdictChange[] {
    const changes: VerdictChange[] = [];
    const isExpected = input.suppressions.length > 0 || this.#verdict.state === 'suppressed';
    for (const change of input.lifeChanges) {
      const turn = this.#life.change(change, nowMs);
      if (turn === 'ignored') continue;
      if (turn === 'new') {
        const { signals, atMs } = this.#before;
        this.#past.end(signals, input.signals, { nowMs, beforeMs: atMs, lifeSeen: this.#lifeSeen });
        this.#ledger.newLife();
        this.#calmFromMs = nowMs;
      }
      if (change.isOrderly || isExpected) continue;
      const judged = this.#past.witness(change, { nowMs, settings: this.#settings });
      if (judged === undefined) continue;
      this.#damper.died(nowMs);
      const past = { ...this.#asDead(judged), sinceMs: nowMs };
      changes.push({ from: this.#verdict, to: past, isOver: true });
    }
    return changes;
  }

  #rememberLife(signals: readonly Signal[], nowMs: number): void {
    for (const { state, rung, ageMs, id } of signals) {
      if (state !== 'alive') continue;
      const atMs = nowMs - ageMs;
      if (atMs > (this.#lifeSeen.get(rung)?.atMs ?? Number.NEGATIVE_INFINITY)) {
        this.#lifeSeen.set(rung, { atMs, id });
      }
    }
  }

  #weighPauses(input: LadderInput, nowMs: number): ReturnType<SuppressionLedger['update']> {
    const { startedMs } = this.#life;
    // What the guest said before it started anew is over.
    const told = input.suppressions.filter(
      ({ toldByGuest, sinceMs }) => toldByGuest !== true || startedMs === undefined || sinceMs > startedMs,
    );
    const facts = this.#gap === undefined ? told : [...told, this.#gap];
    const view = this.#ledger.update(facts, nowMs, {
      lifeSeenMs: this.#lastAlive('userspace'),
      hasExited: input.signals.some(
        (each) => each.state === 'dead' && each.proof === true && each.rung === 'process',
      ),
    });
    if (view.active !== undefined && !isHostsOwn(view.active)) this.#calmFromMs = nowMs;
    return view;
  }

  #noteReady(signals: readonly Signal[], nowMs: number): void {
    const { startedMs } = this.#life;
    if (this.#life.isReady || startedMs === undefined) return;
    const needed: Rung = signals.some(({ rung }) => rung === 'agent') ? 'agent' : 'userspace';
    // What was still under way from the life before is read after its end.
    const fromMs = startedMs + (this.#life.hasId ? 0 : this.#settings.slackMs);
    const isReady = signals.some(
      ({ state, rung, ageMs }) => state === 'alive' && provesLife(rung, needed) && nowMs - ageMs >= fromMs,
    );
    if (!isReady) return;
    this.#life.ready();
    this.#calmFromMs = nowMs;
  }

  #judge(signals: readonly Signal[], active: Suppression | undefined, nowMs: number): Judgement {
    const judgeNow = (): Judgement =>
      judge({
        nowMs,
        signals,
        lifeSeen: this.#lifeSeen,
        explain: (signal) => this.#explain(signal, active, nowMs),
        settings: this.#settings,
      });
    const judgement = judgeNow();
    const isHeld =
      judgement.state === 'dead' && judgement.rung !== undefined && isBelow(judgement.rung, 'kernel');
    const wasHeld = this.#wasHeld;
    this.#wasHeld = isHeld;
    if (!wasHeld || isHeld) return judgement;
    // QEMU runs again: what was silent meanwhile could not have spoken.
    this.#calmFromMs = nowMs;
    return judgeNow();
  }

  /** Why a dead signal does not count now. */
  #explain(signal: Signal, active: Suppression | undefined, nowMs: number): string | undefined {
    const seenMs = nowMs - signal.ageMs;
    const { startedMs, isReady } = this.#life;
    const isGuests = !isBelow(signal.rung, 'kernel');
    if (active !== undefined && explainsSignal(active.kind, signal)) return `explained: ${active.reason}`;
    if (startedMs !== undefined && isGuests && signal.silence !== true && seenMs <= startedMs) {
      return "of the guest's earlier life";
    }
    if (isCrash(signal)) return undefined;
    if (!isReady && this.#isInGrace(nowMs) && !isBelow(signal.rung, 'userspace')) {
      return 'the guest is starting';
    }
    if (isGuests && seenMs < this.#calmFromMs) return 'from a time when nobody could have answered';
    if (signal.part !== undefined && seenMs < this.#calmFromMs + WATCHDOGS_CALM_MS) {
      return "a guest's watchdogs bark after a pause";
    }
    return undefined;
  }

  #isInGrace(nowMs: number): boolean {
    const { startedMs, isReady } = this.#life;
    return startedMs !== undefined && !isReady && nowMs - startedMs < this.#settings.startupMaxMs;
  }

  #candidate(judgement: Judgement, active: Suppression | undefined, nowMs: number): Candidate {
    const { votes } = judgement;
    if (judgement.state === 'dead') return this.#asDead(judgement);
    if (active !== undefined && !(isHostsOwn(active) && judgement.state === 'healthy')) {
      const leftMs = active.untilMs - nowMs;
      const reason = `${active.reason} (${active.by}), for ${formatDuration(leftMs)} more at most`;
      return { state: 'suppressed', votes, reason, suppression: active, isCertain: false };
    }
    if (this.#isInGrace(nowMs) && !judgement.isSuspect) {
      const forMs = nowMs - (this.#life.startedMs ?? nowMs);
      const reason = `starting for ${formatDuration(forMs)}, not reported yet`;
      return { state: 'starting', votes, reason, isCertain: false };
    }
    const { state, rung, reason } = judgement;
    return { state, ...(rung && { rung }), votes, reason, isCertain: false };
  }

  #asDead(judgement: Judgement): Candidate {
    const { votes, reason, isCertain } = judgement;
    const rung = judgement.rung ?? 'process';
    const lastAliveMs = this.#lastAlive(rung);
    return {
      state: 'dead',
      rung,
      votes,
      reason: `${RUNG_NAMES[rung]} is dead: ${reason}`,
      isCertain,
      ...(lastAliveMs !== undefined && { lastAliveMs }),
    };
  }

  #publish(candidate: Candidate, nowMs: number): VerdictChange | undefined {
    const from = this.#verdict;
    const { isCertain, ...rest } = candidate;
    const key = keyOf(candidate);
    if (key === keyOf(from)) {
      this.#pending = undefined;
      this.#verdict = { ...rest, sinceMs: from.sinceMs };
      return undefined;
    }
    if (this.#pending?.key !== key) this.#pending = { key, sinceMs: nowMs };
    const { sinceMs } = this.#pending;
    const isFlapping = this.#damper.isFlapping(nowMs);
    const waitMs = confirmMs(from.state, candidate.state, {
      isCertain,
      isFlapping,
      settings: this.#settings,
    });
    if (nowMs - sinceMs < waitMs) {
      const { state, rung, reason } = candidate;
      this.#verdict = {
        ...from,
        votes: candidate.votes,
        pending: { state, ...(rung && { rung }), reason, sinceMs, waitMs },
      };
      return undefined;
    }
    this.#pending = undefined;
    if (candidate.state === 'dead' && from.state !== 'dead') this.#damper.died(nowMs);
    this.#verdict = { ...rest, sinceMs };
    return { from, to: this.#verdict };
  }

  #lastAlive(rung: Rung): number | undefined {
    const times = [...this.#lifeSeen].filter(([seen]) => provesLife(seen, rung)).map(([, { atMs }]) => atMs);
    return times.length > 0 ? Math.max(...times) : undefined;
  }
}

/** The host's own hiccups hide nothing that is seen to be well. */
function isHostsOwn({ kind }: Suppression): boolean {
  return kind === 'host-suspend' || kind === 'clock-jump';
}

function keyOf({ state, rung, suppression }: Pick<Verdict, 'state' | 'rung' | 'suppression'>): string {
  return `${state}/${rung ?? ''}/${suppression?.kind ?? ''}`;
}
