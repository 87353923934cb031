import type { cherub } from '#protocol/messages/generated/cherub.js';
import type { ChannelName, ChannelView } from '../../channels/channel.ts';
import type { Now } from '../../channels/channel-age.ts';
import type { RecordIdentity } from '../../entries/entry-factory.ts';
import type { SignalTrack } from '../../incidents/evidence.ts';
import type { ConsoleEventKind } from '../../ladder/console-patterns/console-event.ts';
import { ConsolePatterns } from '../../ladder/console-patterns/console-patterns.ts';
import { channelSignals, checkSignals, type PingResult, pingSignal } from '../../ladder/from-observations.ts';
import { Ladder } from '../../ladder/ladder.ts';
import { PatternMemory } from '../../ladder/pattern-memory.ts';
import type { Signal } from '../../ladder/signal.ts';
import type { SuppressionFact } from '../../ladder/suppression.ts';
import type { Verdict, VerdictChange } from '../../ladder/verdict.ts';
import { CIRCLE } from '../../sources/host/vcpu-progress.ts';
import type { LinkSource } from '../../sources/link/source.ts';
import type { QmpObservation } from '../../sources/qmp/observation.ts';
import { LifeWatch } from './life-watch.ts';
import type { OutsideSources } from './outside-sources.ts';
import { SignalHistory } from './signal-history.ts';

/** A stack or line without an end is taken as it is when nothing came for this long. */
const CONSOLE_QUIET_MS = 1000;

/** After these nobody waits for the next second. */
const URGENT_EVENTS: ReadonlySet<ConsoleEventKind> = new Set(['panic', 'oops', 'kdump-start', 'coming-up']);

export interface VmLadderOptions {
  readonly outside: OutsideSources;
  readonly link: () => LinkSource | undefined;
  /** Signals and pauses of the scenarios that are bound to this VM. */
  readonly scenarios: () => {
    readonly signals: readonly Signal[];
    readonly suppressions: readonly SuppressionFact[];
  };
  readonly views: (now: Now) => readonly ChannelView[];
  readonly now: () => Now;
  /** Something happened that should be weighed now. */
  readonly wake: () => void;
}

/** The verdict on one VM: gathers what all its sources say, and climbs the ladder with it. */
export class VmLadder {
  readonly #o: VmLadderOptions;
  readonly #ladder: Ladder;
  readonly #patterns = new ConsolePatterns();
  readonly #memory = new PatternMemory();
  readonly #life = new LifeWatch();
  readonly #history = new SignalHistory();
  #checks:
    | {
        readonly checks: readonly cherub.CheckResult.$Properties[];
        readonly channel: ChannelName;
        readonly atMs: number;
      }
    | undefined;
  #consoleMs: number | undefined;

  constructor(o: VmLadderOptions) {
    this.#o = o;
    this.#ladder = new Ladder(o.now());
  }

  get verdict(): Verdict {
    return this.#ladder.verdict;
  }

  tracks(): SignalTrack[] {
    return this.#history.tracks(this.#o.now().wallMs);
  }

  consoleBytes(bytes: Uint8Array, history: boolean): void {
    if (history) return;
    const nowMs = this.#o.now().monotonicMs;
    this.#consoleMs = nowMs;
    this.#consoleEvents(this.#patterns.push(bytes), nowMs);
  }

  label(bootId: string): void {
    this.#life.label(bootId, this.#o.now().monotonicMs);
  }

  /** A record that is no history. */
  record(channel: ChannelName, record: cherub.Record, identity: RecordIdentity): void {
    const nowMs = this.#o.now().monotonicMs;
    this.#life.record(
      channel,
      identity,
      record.stop ? (record.stop.reason ?? 'it was told to') : undefined,
      nowMs,
    );
    if (record.snapshot) this.#checks = { checks: record.snapshot.checks ?? [], channel, atMs: nowMs };
  }

  qmp(observation: QmpObservation): void {
    this.#life.qmp(observation, this.#o.now().monotonicMs);
    // That QEMU is gone is best proved by its process.
    if (observation.kind === 'missing') void this.#lookAtHost();
    if (observation.kind === 'happening') this.#o.wake();
  }

  /** To be called about every second, and when woken. */
  step(): readonly VerdictChange[] {
    const now = this.#o.now();
    const nowMs = now.monotonicMs;
    if (this.#consoleMs !== undefined && nowMs - this.#consoleMs >= CONSOLE_QUIET_MS) {
      this.#consoleMs = undefined;
      this.#consoleEvents(this.#patterns.flush(), nowMs);
    }
    this.#life.process(this.#o.outside.host?.process(), nowMs);
    const scenarios = this.#o.scenarios();
    const signals = [...this.#signals(now), ...scenarios.signals];
    this.#history.add(signals, now.wallMs);
    const suppressions = [...this.#suppressions(nowMs), ...scenarios.suppressions];
    return this.#ladder.step({ now, signals, suppressions, lifeChanges: this.#life.take() }).changes;
  }

  async #lookAtHost(): Promise<void> {
    await this.#o.outside.host?.look(AbortSignal.timeout(2000));
    this.#o.wake();
  }

  #consoleEvents(events: ReturnType<ConsolePatterns['push']>, nowMs: number): void {
    for (const event of events) {
      const change = this.#memory.add(event, nowMs);
      if (change !== undefined) this.#life.add(change);
    }
    if (events.some(({ kind }) => URGENT_EVENTS.has(kind))) this.#o.wake();
  }

  #signals(now: Now): Signal[] {
    const nowMs = now.monotonicMs;
    const nowUs = nowMs * 1000;
    const { qmp, host, network } = this.#o.outside;
    const { goodbye } = this.#life;
    const views = this.#o.views(now);
    // Before the first sign there may be nobody yet who could answer: the guest boots.
    const isLinkKnown = views.some(({ channel, state }) => channel === 'link' && state !== 'unknown');
    const ping = isLinkKnown ? pingResult(this.#o.link()?.lastPing(), nowUs) : undefined;
    const checks = this.#checks;
    return [
      ...channelSignals(views, {
        nowMs,
        silenceFromMs: this.#ladder.silenceFromMs,
        ...(goodbye !== undefined && { goodbye }),
      }),
      ...(ping === undefined ? [] : [pingSignal(ping)]),
      ...(checks === undefined
        ? []
        : checkSignals(checks.checks, { channel: checks.channel, ageMs: nowMs - checks.atMs })),
      ...this.#memory.signals(nowMs),
      ...(qmp?.signals(nowUs) ?? []),
      ...confirming(host?.signals(nowUs) ?? [], this.#memory.signals(nowMs)),
      ...(network?.signals(nowUs) ?? []),
    ];
  }

  #suppressions(nowMs: number): SuppressionFact[] {
    const told = this.#o.outside.qmp?.suppression(nowMs * 1000);
    return [
      ...(told === undefined
        ? []
        : [{ kind: told.by, by: 'qmp', reason: told.reason, sinceMs: told.sinceUs / 1000 }]),
      ...this.#life.suppressions(),
      ...this.#memory.suppressions(nowMs),
    ];
  }
}

/** Without those that only confirm, where there is nothing to confirm. */
function confirming(signals: readonly Signal[], told: readonly Signal[]): Signal[] {
  const parts = new Set(told.flatMap(({ state, part }) => (state === 'dead' ? (part ?? []) : [])));
  return signals.filter(({ id, part }) => !id.startsWith(CIRCLE) || (part !== undefined && parts.has(part)));
}

function pingResult(last: ReturnType<LinkSource['lastPing']>, nowUs: number): PingResult | undefined {
  if (last === undefined) return undefined;
  const { result, atUs } = last;
  const ageMs = Math.max(0, (nowUs - atUs) / 1000);
  if (result.ok) return { outcome: 'ok', ageMs, detail: 'the agent answers pings' };
  switch (result.reason) {
    case 'timeout':
      return { outcome: 'failed', ageMs, detail: 'a ping was not answered in time' };
    case 'disconnected':
      return { outcome: 'unknown', ageMs, detail: 'the link is not connected' };
    case 'busy':
      return { outcome: 'unknown', ageMs, detail: 'the link has no room for a ping' };
  }
}
