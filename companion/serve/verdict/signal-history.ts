import type { SignalTrack, Stretch } from '../../incidents/evidence.ts';
import type { Signal } from '../../ladder/signal.ts';

/** Enough for every signal of a VM with many checks; a guest that invents names gets no more. */
const TRACKS_MAX = 128;
const STRETCHES_MAX = 64;
const KEEP_MS = 3_600_000;

interface Track {
  readonly signal: Signal;
  readonly stretches: Stretch[];
  lastMs: number;
}

/** How each signal of a VM stood over the last hour, for the timeline of a report. Pure; host's wall clock, milliseconds. */
export class SignalHistory {
  readonly #tracks = new Map<string, Track>();
  /** Of the step before: a signal that was not seen in it was away. */
  #stepMs = Number.NEGATIVE_INFINITY;

  /** To be told at every step. */
  add(signals: readonly Signal[], nowMs: number): void {
    for (const signal of signals) this.#extend(signal, nowMs);
    this.#stepMs = nowMs;
    for (const [id, track] of this.#tracks) if (nowMs - track.lastMs > KEEP_MS) this.#tracks.delete(id);
  }

  tracks(nowMs: number): SignalTrack[] {
    return [...this.#tracks.values()].map(({ signal, stretches }) => ({
      id: signal.id,
      source: signal.source,
      rung: signal.rung,
      stretches: stretches.filter(({ toMs }) => nowMs - toMs <= KEEP_MS),
    }));
  }

  #extend(signal: Signal, nowMs: number): void {
    let track = this.#tracks.get(signal.id);
    if (track === undefined) {
      if (this.#tracks.size >= TRACKS_MAX) return;
      track = { signal, stretches: [], lastMs: nowMs };
      this.#tracks.set(signal.id, track);
    }
    const last = track.stretches.at(-1);
    const { state, reason } = signal;
    if (last?.state === state && last.toMs >= this.#stepMs) {
      track.stretches[track.stretches.length - 1] = { ...last, toMs: nowMs, reason };
    } else {
      track.stretches.push({ fromMs: nowMs, toMs: nowMs, state, reason });
      if (track.stretches.length > STRETCHES_MAX) track.stretches.shift();
    }
    track.lastMs = nowMs;
  }
}
