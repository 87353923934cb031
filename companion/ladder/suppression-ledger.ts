import { formatDuration } from '../output/quantities.ts';
import type { Signal } from './signal.ts';
import {
  explainsExit,
  SUPPRESSION_BOUNDS_MS,
  type Suppression,
  type SuppressionFact,
  type SuppressionKind,
} from './suppression.ts';

/** A guest's own word, once it has been used up. */
interface Word {
  readonly sinceMs: number;
  readonly untilMs: number;
}

export interface LedgerView {
  /** The one in force that lasts longest. */
  readonly active?: Suppression;
  /** Pauses that go on although their bound has passed. */
  readonly lapsed: readonly Suppression[];
}

interface LedgerContext {
  readonly lifeSeenMs: number | undefined;
  readonly hasExited: boolean;
}

/** Keeps when each suppression began, so that repeating it never prolongs it. */
export class SuppressionLedger {
  readonly #began = new Map<SuppressionKind, number>();
  /** At most one word of the guest in each life. */
  #word: Word | undefined;
  #last: Suppression | undefined;

  /**
   * @param facts what is told now; a kind that is not told any more has ended
   * @param o.lifeSeenMs when the guest was last seen alive
   * @param o.hasExited QEMU is gone, so that nobody can go on telling why; what explained it goes on to hold
   */
  update(facts: readonly SuppressionFact[], nowMs: number, o: LedgerContext): LedgerView {
    const view = this.#weigh(facts, nowMs, o.lifeSeenMs);
    const kept = o.hasExited ? this.#afterExit(nowMs) : undefined;
    this.#last = view.active ?? kept;
    return { ...view, ...(this.#last && { active: this.#last }) };
  }

  #afterExit(nowMs: number): Suppression | undefined {
    if (this.#last === undefined || !explainsExit(this.#last.kind)) return undefined;
    const untilMs = this.#last.sinceMs + SUPPRESSION_BOUNDS_MS['guest-shutdown'];
    return untilMs > nowMs ? { ...this.#last, untilMs } : undefined;
  }

  #weigh(facts: readonly SuppressionFact[], nowMs: number, lifeSeenMs: number | undefined): LedgerView {
    const lapsed: Suppression[] = [];
    let active: Suppression | undefined;
    const told = new Set<SuppressionKind>();
    for (const fact of facts) {
      const found = fact.toldByGuest === true ? this.#guestWord(fact, lifeSeenMs) : this.#bound(fact, nowMs);
      told.add(fact.kind);
      if (found === undefined) continue;
      if (found.untilMs <= nowMs) lapsed.push(found);
      else if (active === undefined || found.untilMs > active.untilMs) active = found;
    }
    for (const kind of this.#began.keys()) if (!told.has(kind)) this.#began.delete(kind);
    return { ...(active && { active }), lapsed };
  }

  /** The guest began another life: its word counts again. */
  newLife(): void {
    this.#word = undefined;
  }

  #bound(fact: SuppressionFact, nowMs: number): Suppression {
    const sinceMs = Math.min(this.#began.get(fact.kind) ?? fact.sinceMs, nowMs);
    this.#began.set(fact.kind, sinceMs);
    const boundMs = sinceMs + SUPPRESSION_BOUNDS_MS[fact.kind];
    return describe(fact, sinceMs, Math.min(boundMs, fact.untilMs ?? boundMs));
  }

  #guestWord(fact: SuppressionFact, lifeSeenMs: number | undefined): Suppression | undefined {
    this.#word ??= { sinceMs: fact.sinceMs, untilMs: fact.sinceMs + SUPPRESSION_BOUNDS_MS['guest-reboot'] };
    const { sinceMs, untilMs } = this.#word;
    // A guest that goes down may beat once or twice more; one that lives on did not mean it.
    if (lifeSeenMs !== undefined && lifeSeenMs > sinceMs + WORD_BROKEN_MS) return undefined;
    return describe(fact, sinceMs, untilMs);
  }
}

/** systemd gives services 90 s to stop; the agent is one of them and stops early. */
const WORD_BROKEN_MS = 90_000;

function describe(fact: SuppressionFact, sinceMs: number, untilMs: number): Suppression {
  return { kind: fact.kind, by: fact.by, reason: fact.reason, sinceMs, untilMs };
}

/** A pause that lasts longer than it may: the vCPUs stand still, and nothing excuses it any more. */
export function lapsedSignal(lapsed: Suppression, nowMs: number): Signal {
  const base = { id: `pause.${lapsed.kind}`, source: 'qmp', rung: 'vcpu' } as const;
  const forMs = nowMs - lapsed.sinceMs;
  const reason = `${lapsed.reason} for ${formatDuration(forMs)}, longer than ${formatDuration(lapsed.untilMs - lapsed.sinceMs)}`;
  const holdsVcpus = lapsed.by === 'qmp';
  return { ...base, state: holdsVcpus ? 'dead' : 'unknown', ageMs: nowMs - lapsed.untilMs, reason };
}
