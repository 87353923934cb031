import { type Judgement, judge } from './judge.ts';
import type { LifeChange } from './life.ts';
import type { Rung, Signal } from './signal.ts';
import type { LifeSeen, WeighContext } from './weigh.ts';

type PastContext = Pick<WeighContext, 'nowMs' | 'settings'>;

interface EndContext {
  readonly nowMs: number;
  readonly beforeMs: number;
  readonly lifeSeen: ReadonlyMap<Rung, LifeSeen>;
}

/**
 * The life of a guest that has just ended. A kernel that panics and boots again at once is well before a second source
 * has noticed; but that it started anew without anybody's wish is itself a vote, of whoever saw that.
 */
export class PastLife {
  #left: readonly Signal[] = [];
  #leftMs = 0;
  #lifeSeen: ReadonlyMap<Rung, LifeSeen> = new Map();
  #ends: { readonly signal: Signal; readonly atMs: number }[] = [];
  #isTold = true;

  /**
   * @param before signals of the last step in which it was not known to be over
   * @param now those of this step: its last words may be among them, and so may be the first of the next life
   * @param o.lifeSeen as it stood before this step
   */
  end(before: readonly Signal[], now: readonly Signal[], o: EndContext): void {
    const agedMs = o.nowMs - o.beforeMs;
    const words = now.filter(
      (each) => each.state === 'dead' && each.silence !== true && each.ageMs <= agedMs,
    );
    const named = new Set(words.map(({ id }) => id));
    const kept = before.filter(({ id }) => !named.has(id)).map((each) => aged(each, agedMs));
    this.#left = [...kept, ...words];
    this.#leftMs = o.nowMs;
    this.#lifeSeen = new Map(o.lifeSeen);
    this.#ends = [];
    this.#isTold = false;
  }

  /**
   * Somebody saw that another life began, and nobody had asked for it.
   * @returns the judgement on the life that ended, once, when it was dead
   */
  witness(change: LifeChange, context: PastContext): Judgement | undefined {
    if (this.#isTold) return undefined;
    const reason = `started anew without being told to: ${change.reason}`;
    const signal: Signal = {
      id: `${change.source}.${change.kind}`,
      source: change.source,
      rung: 'kernel',
      state: 'dead',
      ageMs: 0,
      reason,
    };
    this.#ends.push({ signal, atMs: change.atMs });
    const agedMs = context.nowMs - this.#leftMs;
    const signals = [
      ...this.#left.map((each) => aged(each, agedMs)),
      ...this.#ends.map(({ signal: end, atMs }) => aged(end, Math.max(0, context.nowMs - atMs))),
    ];
    const judgement = judge({ ...context, lifeSeen: this.#lifeSeen, signals, explain: () => undefined });
    if (judgement.state !== 'dead') return undefined;
    this.#isTold = true;
    return judgement;
  }
}

function aged(signal: Signal, byMs: number): Signal {
  return { ...signal, ageMs: signal.ageMs + byMs };
}
