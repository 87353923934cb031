import { formatDuration } from '../output/quantities.ts';
import { type ChannelName, type ChannelState, type ChannelView, SIGN_OF_LIFE } from './channel.ts';

/** The host's two clocks at one moment. Ages are taken from the monotonic one, which never steps. */
export interface Now {
  readonly monotonicMs: number;
  readonly wallMs: number;
}

/** Assumed until the guest has promised something; the agent's own default. */
export const PROMISED_MS_DEFAULT = 10_000;

/** A promise outside these bounds is a guest's attempt to look alive for ever, or to look dead at once. */
const PROMISED_MS_MIN = 1000;
const PROMISED_MS_MAX = 24 * 3600 * 1000;

/** A sign of life may be lost twice, and a busy host may be late by this much, before anybody is told. */
const STALE_PROMISES = 3;
const SILENT_PROMISES = 10;
const MARGIN_MS = 2000;

/** After how long without a sign of life a channel is called stale and silent. */
export function thresholds(promisedMs: number): { readonly staleMs: number; readonly silentMs: number } {
  return {
    staleMs: promisedMs * STALE_PROMISES + MARGIN_MS,
    silentMs: promisedMs * SILENT_PROMISES + MARGIN_MS,
  };
}

/** What is kept over a restart of the companion. */
export interface SavedAge {
  readonly lastSeenMs: number;
  readonly promisedMs: number;
}

/** The age of one channel of one VM: pure, time comes in with each call. */
export class ChannelAge {
  readonly #channel: ChannelName;
  #promisedMs = PROMISED_MS_DEFAULT;
  #last: Now | undefined;
  #attachment: { kind: 'attached'; sinceMs: number } | { kind: 'missing'; reason: string };
  #note = '';

  constructor(channel: ChannelName) {
    this.#channel = channel;
    this.#attachment = { kind: 'missing', reason: 'not opened yet' };
  }

  /** Goes on with what an earlier run knew; the gap is taken from the wall clock, which is all there is. */
  restore(saved: SavedAge, now: Now): void {
    const gapMs = Math.max(0, now.wallMs - saved.lastSeenMs);
    this.#last = { monotonicMs: now.monotonicMs - gapMs, wallMs: Math.min(saved.lastSeenMs, now.wallMs) };
    this.#promise(saved.promisedMs);
  }

  save(): SavedAge | undefined {
    return this.#last && { lastSeenMs: this.#last.wallMs, promisedMs: this.#promisedMs };
  }

  /** The socket, file or disk is open now. */
  attached(now: Now): void {
    if (this.#attachment.kind !== 'attached') {
      this.#attachment = { kind: 'attached', sinceMs: now.monotonicMs };
    }
  }

  /** It is not there, or not what it should be; `reason` is one line for people. */
  missing(reason: string): void {
    this.#attachment = { kind: 'missing', reason };
  }

  /** A sign of life. `promisedMs`: when the next one is promised at the latest, if this one says so. */
  seen(now: Now, promisedMs?: number): void {
    this.#last = now;
    this.#note = '';
    if (promisedMs !== undefined) this.#promise(promisedMs);
  }

  /** The guest's promise, learnt from something that is no sign of life (an old record). */
  promised(promisedMs: number): void {
    this.#promise(promisedMs);
  }

  /** What else a person should know as long as there is no sign of life, in a few words. */
  note(text: string): void {
    this.#note = text;
  }

  view(now: Now): ChannelView {
    const ageMs = this.#last && Math.max(0, now.monotonicMs - this.#last.monotonicMs);
    return {
      channel: this.#channel,
      state: this.#state(ageMs),
      reason: this.#reason(now, ageMs),
      ...(this.#last && ageMs !== undefined ? { ageMs, lastSeenMs: this.#last.wallMs } : {}),
      promisedMs: this.#promisedMs,
    };
  }

  #promise(promisedMs: number): void {
    if (!(promisedMs > 0)) return;
    this.#promisedMs = Math.min(Math.max(promisedMs, PROMISED_MS_MIN), PROMISED_MS_MAX);
  }

  #state(ageMs: number | undefined): ChannelState {
    if (this.#attachment.kind === 'missing') return 'missing';
    if (ageMs === undefined) return 'unknown';
    const { staleMs, silentMs } = thresholds(this.#promisedMs);
    if (ageMs <= staleMs) return 'fresh';
    return ageMs <= silentMs ? 'stale' : 'silent';
  }

  #reason(now: Now, ageMs: number | undefined): string {
    if (this.#attachment.kind === 'missing') return this.#attachment.reason;
    const sign = SIGN_OF_LIFE[this.#channel];
    const note = this.#note === '' ? '' : `; ${this.#note}`;
    if (ageMs === undefined) {
      const sinceMs = now.monotonicMs - this.#attachment.sinceMs;
      return `no ${sign} yet, open for ${formatDuration(sinceMs)}${note}`;
    }
    const promise = `promised every ${formatDuration(this.#promisedMs)}`;
    return ageMs <= thresholds(this.#promisedMs).staleMs
      ? `${sign} ${formatDuration(ageMs)} ago, ${promise}`
      : `${formatDuration(ageMs)} without a ${sign}, ${promise}${note}`;
  }
}
