import { formatDuration } from '../output/quantities.ts';
import { provesLife } from './rungs.ts';
import type { LadderSettings } from './settings.ts';
import type { Rung, Signal } from './signal.ts';

/** When life was last seen on a rung, and by which signal. */
export interface LifeSeen {
  readonly atMs: number;
  readonly id: string;
}

/** A dead signal that holds, at the rung that it counts for. */
export interface Standing {
  readonly signal: Signal;
  readonly rung: Rung;
  /** Why it counts for another rung than its own. */
  readonly lifted?: string;
}

/** What the ladder makes of one signal before it counts. */
export type Weighed =
  | { readonly kind: 'standing'; readonly standing: Standing }
  /** It makes suspicious and does not count yet: something that is due soon will tell. */
  | { readonly kind: 'held'; readonly standing: Standing; readonly why: string }
  /** It does not count, and why. */
  | { readonly kind: 'void'; readonly why: string };

export interface WeighContext {
  readonly nowMs: number;
  readonly signals: readonly Signal[];
  /** Newest life on each rung, seen at any time. */
  readonly lifeSeen: ReadonlyMap<Rung, LifeSeen>;
  /** Why a dead signal does not count now, whatever speaks against it: a pause, a start, an earlier life. */
  readonly explain: (signal: Signal) => string | undefined;
  readonly settings: LadderSettings;
}

/** Whether a dead signal holds against everything that speaks for life. */
export function weighDead(signal: Signal, context: WeighContext): Weighed {
  const explained = context.explain(signal);
  if (explained !== undefined) return { kind: 'void', why: explained };
  if (signal.part !== undefined) return weighPart(signal, context);
  return signal.silence === true ? weighSilence(signal, context) : weighEvent(signal, context);
}

function weighPart(signal: Signal, { signals, settings }: WeighContext): Weighed {
  if (signal.ageMs > settings.partFreshMs) {
    return { kind: 'void', why: `said ${formatDuration(signal.ageMs)} ago and not repeated` };
  }
  const again = signals.find(
    (other) =>
      other.state === 'alive' &&
      other.rung === signal.rung &&
      other.part === signal.part &&
      other.ageMs < signal.ageMs - settings.slackMs,
  );
  return again === undefined ? standing(signal) : { kind: 'void', why: outlived(again.id, again.ageMs) };
}

function weighSilence(signal: Signal, { signals }: WeighContext): Weighed {
  const alive = signals.find((other) => other.state === 'alive' && provesLife(other.rung, signal.rung));
  return alive === undefined
    ? standing(signal)
    : { kind: 'void', why: `only this channel is silent: ${alive.id} speaks for life` };
}

function weighEvent(signal: Signal, context: WeighContext): Weighed {
  const { nowMs, settings } = context;
  const deadMs = nowMs - signal.ageMs;
  let by: (LifeSeen & { readonly rung: Rung }) | undefined;
  for (const [rung, seen] of context.lifeSeen) {
    if (!provesLife(rung, signal.rung) || seen.atMs <= deadMs + settings.slackMs) continue;
    // Life on a rung other than the agent is the stronger objection: it rules out lifting.
    if (by === undefined || by.rung === 'agent') by = { ...seen, rung };
  }
  if (by === undefined) return weighFresh(signal, context);
  const why = outlived(by.id, nowMs - by.atMs);
  if (signal.rung !== 'userspace' || by.rung !== 'agent') return { kind: 'void', why };
  return {
    kind: 'standing',
    standing: { signal, rung: 'application', lifted: `${why}, so what this needs above userspace is dead` },
  };
}

/** Whether the agent lives tells userspace's death from that of a service; as long as it is not overdue, that is open. */
function weighFresh(signal: Signal, { signals }: WeighContext): Weighed {
  const agent = signals.find(({ state, rung }) => state === 'alive' && rung === 'agent');
  if (signal.rung !== 'userspace' || agent === undefined) return standing(signal);
  const why = `not before ${agent.id} is overdue or seen again: it spoke for life ${formatDuration(agent.ageMs)} ago`;
  return { kind: 'held', standing: { signal, rung: signal.rung }, why };
}

function standing(signal: Signal): Weighed {
  return { kind: 'standing', standing: { signal, rung: signal.rung } };
}

function outlived(id: string, ageMs: number): string {
  return `outlived: ${id} spoke for life ${formatDuration(ageMs)} ago`;
}
