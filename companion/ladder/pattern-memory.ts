import type { ConsoleEvent, ConsoleEventKind } from './console-patterns/console-event.ts';
import type { LifeChange } from './life.ts';
import type { Rung, Signal, SignalState } from './signal.ts';
import type { SuppressionFact, SuppressionKind } from './suppression.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What a kind of event says, and for how long it is worth mentioning. */
interface Meaning {
  readonly rung: Rung;
  readonly state: SignalState;
  readonly keepMs: number;
}

/**
 * The guest's own words: one vote of the console each, never a proof. Those that only warn are `unknown`: a system that
 * killed a process for memory may be as well as before.
 */
const MEANINGS: Readonly<Partial<Record<ConsoleEventKind, Meaning>>> = {
  panic: { rung: 'kernel', state: 'dead', keepMs: DAY_MS },
  oops: { rung: 'kernel', state: 'dead', keepMs: DAY_MS },
  'kdump-start': { rung: 'kernel', state: 'dead', keepMs: DAY_MS },
  'soft-lockup': { rung: 'kernel', state: 'dead', keepMs: 10 * MINUTE_MS },
  'hard-lockup': { rung: 'kernel', state: 'dead', keepMs: 10 * MINUTE_MS },
  'rcu-stall': { rung: 'kernel', state: 'dead', keepMs: 10 * MINUTE_MS },
  'workqueue-lockup': { rung: 'kernel', state: 'unknown', keepMs: 10 * MINUTE_MS },
  'hung-task': { rung: 'application', state: 'dead', keepMs: 5 * MINUTE_MS },
  'emergency-mode': { rung: 'application', state: 'dead', keepMs: DAY_MS },
  'oom-kill': { rung: 'application', state: 'unknown', keepMs: 10 * MINUTE_MS },
  'read-only': { rung: 'application', state: 'unknown', keepMs: DAY_MS },
  'io-error': { rung: 'application', state: 'unknown', keepMs: 10 * MINUTE_MS },
};

/** One of each kind and CPU; a guest with more CPUs than this has the first ones remembered. */
const REMEMBERED_MAX = 128;

interface Remembered {
  readonly event: ConsoleEvent;
  readonly meaning: Meaning;
  readonly atMs: number;
  readonly count: number;
}

/** What a guest's console has told lately, as the ladder wants it. Pure and bounded; time comes in. */
export class PatternMemory {
  readonly #remembered = new Map<string, Remembered>();
  #goingDown:
    | { readonly event: ConsoleEvent; readonly kind: SuppressionKind; readonly atMs: number }
    | undefined;

  /** @returns a start of the guest, when the event tells of one */
  add(event: ConsoleEvent, nowMs: number): LifeChange | undefined {
    if (event.kind === 'coming-up') return comingUp(event, nowMs);
    if (event.kind === 'going-down') {
      const kind = event.how === 'power-off' || event.how === 'halt' ? 'guest-shutdown' : 'guest-reboot';
      this.#goingDown = { event, kind, atMs: nowMs };
      return undefined;
    }
    const meaning = MEANINGS[event.kind];
    if (meaning === undefined) return undefined;
    const key = `${event.kind}/${partOf(event) ?? ''}`;
    const before = this.#remembered.get(key);
    if (before === undefined && this.#remembered.size >= REMEMBERED_MAX) return undefined;
    this.#remembered.set(key, { event, meaning, atMs: nowMs, count: (before?.count ?? 0) + 1 });
    return undefined;
  }

  signals(nowMs: number): Signal[] {
    const found: Signal[] = [];
    for (const [key, each] of this.#remembered) {
      const ageMs = Math.max(0, nowMs - each.atMs);
      if (ageMs > each.meaning.keepMs) this.#remembered.delete(key);
      else found.push(describe(each, ageMs));
    }
    return found;
  }

  /** The guest's word that it goes down. */
  suppressions(nowMs: number): SuppressionFact[] {
    if (this.#goingDown === undefined) return [];
    const { event, kind, atMs } = this.#goingDown;
    if (nowMs - atMs > DAY_MS) return [];
    return [
      { kind, by: 'console', reason: `the guest says: ${event.text}`, sinceMs: atMs, toldByGuest: true },
    ];
  }
}

function describe({ event, meaning, count }: Remembered, ageMs: number): Signal {
  const { rung, state } = meaning;
  const part = partOf(event);
  // A stall that names no CPU says only that something is wrong.
  const isVague = event.kind === 'rcu-stall' && part === undefined;
  const times = count > 1 ? ` (${count} times)` : '';
  return {
    id: `console.${event.kind}${part === undefined ? '' : `:${part}`}`,
    source: 'console',
    rung,
    state: isVague ? 'unknown' : state,
    ageMs,
    reason: `${event.text}${times}`,
    ...(part !== undefined && { part }),
  };
}

function partOf(event: ConsoleEvent): string | undefined {
  switch (event.kind) {
    case 'soft-lockup':
    case 'hard-lockup':
      return `cpu${event.cpu}`;
    case 'rcu-stall':
      return event.cpu === undefined ? undefined : `cpu${event.cpu}`;
    default:
      return undefined;
  }
}

function comingUp(event: ConsoleEvent, nowMs: number): LifeChange {
  const reason = `the console shows a start: ${event.text}`;
  return { kind: 'boot', source: 'console', atMs: nowMs, isOrderly: false, toldByGuest: true, reason };
}
