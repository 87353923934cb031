import type { ChannelName } from '#companion/channels/channel.ts';
import type { Now } from '#companion/channels/channel-age.ts';
import { ChannelBoard } from '#companion/channels/channel-board.ts';
import { channelSignals } from '#companion/ladder/from-observations.ts';
import { Ladder } from '#companion/ladder/ladder.ts';
import type { LifeChange } from '#companion/ladder/life.ts';
import type { Signal } from '#companion/ladder/signal.ts';
import type { SuppressionFact } from '#companion/ladder/suppression.ts';
import type { Verdict, VerdictChange } from '#companion/ladder/verdict.ts';

/** A signal as somebody saw it at a moment, or sees it again at every step. */
export type Seen = Omit<Signal, 'ageMs'> & { readonly atMs?: number };

/** When in each ten seconds a channel brings its sign. */
const PHASES: Readonly<Record<ChannelName, number>> = { console: 0, recorder: 3000, link: 7000 };
const PERIOD_MS = 10_000;

/** A VM and its watcher in made-up time: one step a second through the real channel ages and the real ladder. */
export class LadderBench {
  readonly changes: VerdictChange[] = [];
  readonly #channels: readonly ChannelName[];
  readonly #board: ChannelBoard;
  readonly #beating: Set<ChannelName>;
  readonly #seen = new Map<string, Seen>();
  readonly #facts = new Map<string, SuppressionFact>();
  readonly #ladder: Ladder;
  #lifeChanges: LifeChange[] = [];
  #nowMs = 1_000_000;
  #wallMs = 1_700_000_000_000;
  #frozen = false;

  constructor(channels: readonly ChannelName[]) {
    this.#channels = channels;
    this.#board = new ChannelBoard(channels);
    this.#beating = new Set(channels);
    this.#ladder = new Ladder(this.now);
    for (const channel of channels) this.#board.age(channel)?.attached(this.now);
    this.sees({ id: 'host.process', source: 'host', rung: 'process', state: 'alive', reason: 'QEMU sleeps' });
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  get now(): Now {
    return { monotonicMs: this.#nowMs, wallMs: this.#wallMs };
  }

  get verdict(): Verdict {
    return this.#ladder.verdict;
  }

  /** Every state that was ever given, with its rung. */
  get history(): string[] {
    return this.changes.map(({ to, isOver }) => `${name(to)}${isOver === true ? ' (over)' : ''}`);
  }

  silence(...channels: readonly ChannelName[]): void {
    for (const channel of this.#chosen(channels)) this.#beating.delete(channel);
  }

  beat(...channels: readonly ChannelName[]): void {
    for (const channel of this.#chosen(channels)) this.#beating.add(channel);
  }

  missing(channel: ChannelName): void {
    this.#board.age(channel)?.missing('it was pulled out');
    this.#beating.delete(channel);
  }

  /** With `atMs` an event whose age grows, without it what every look shows again. */
  sees(seen: Seen): void {
    this.#seen.set(seen.id, seen);
  }

  /** The same as an event of this moment. */
  event(seen: Seen): void {
    this.sees({ ...seen, atMs: this.#nowMs });
  }

  forgets(id: string): void {
    this.#seen.delete(id);
  }

  pause(fact: Omit<SuppressionFact, 'sinceMs'>): void {
    this.#facts.set(fact.kind, { ...fact, sinceMs: this.#nowMs });
  }

  resume(kind: string): void {
    this.#facts.delete(kind);
  }

  life(change: Omit<LifeChange, 'atMs'>): void {
    this.#lifeChanges.push({ ...change, atMs: this.#nowMs });
  }

  /** Nothing of the guest or its QEMU moves until it thaws. */
  freeze(): void {
    this.#frozen = true;
  }

  thaw(): void {
    this.#frozen = false;
  }

  /** The host's clocks step without a step of the ladder. */
  jump(o: { readonly monotonicMs?: number; readonly wallMs?: number }): void {
    this.#nowMs += o.monotonicMs ?? 0;
    this.#wallMs += o.wallMs ?? 0;
  }

  run(seconds: number): this {
    for (let i = 0; i < seconds; i += 1) this.#step();
    return this;
  }

  /** @returns seconds until the verdict has this name; `undefined` when that does not come within the limit */
  secondsUntil(verdict: string, limit: number): number | undefined {
    for (let seconds = 0; seconds <= limit; seconds += 1) {
      if (name(this.verdict) === verdict) return seconds;
      this.#step();
    }
    return undefined;
  }

  #chosen(channels: readonly ChannelName[]): readonly ChannelName[] {
    return channels.length > 0 ? channels : this.#channels;
  }

  #step(): void {
    this.#nowMs += 1000;
    this.#wallMs += 1000;
    const { now } = this;
    for (const channel of this.#beating) {
      if (!this.#frozen && this.#nowMs % PERIOD_MS === PHASES[channel]) this.#board.age(channel)?.seen(now);
    }
    const { silenceFromMs } = this.#ladder;
    const signals = [
      ...channelSignals(this.#board.views(now), { nowMs: this.#nowMs, silenceFromMs }),
      ...[...this.#seen.values()].map(({ atMs, ...seen }) => ({
        ...seen,
        ageMs: this.#nowMs - (atMs ?? this.#nowMs),
      })),
    ];
    const lifeChanges = this.#lifeChanges;
    this.#lifeChanges = [];
    const step = this.#ladder.step({ now, signals, suppressions: [...this.#facts.values()], lifeChanges });
    this.changes.push(...step.changes);
  }
}

/** `dead: kernel`, `healthy`. */
export function name({ state, rung }: Verdict): string {
  return rung === undefined || state !== 'dead' ? state : `${state}: ${rung}`;
}
