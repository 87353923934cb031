import * as z from 'zod/mini';
import { ALARM_BUDGET, Budget } from '../../ladder/budget.ts';
import { RUNGS, type Rung } from '../../ladder/signal.ts';
import type { VerdictChange } from '../../ladder/verdict.ts';
import type { Position } from '../../sources/observation.ts';

const savedShape = z.object({
  tokens: z.number(),
  atMs: z.number(),
  /** The rung of the death that has its incident already; absent when the VM was seen to live after it. */
  dead: z.optional(z.enum(RUNGS)),
});

/** Host's monotonic and wall clock, milliseconds. */
export interface AlarmTime {
  readonly monotonicMs: number;
  readonly wallMs: number;
}

/** What becomes of a verdict: an incident, or a reason why it gets none. */
export type AlarmDecision = { readonly isAlarm: true } | { readonly isAlarm: false; readonly why: string };

const QUIET: AlarmDecision = { isAlarm: false, why: '' };

/**
 * Which verdicts on a VM are worth an incident: each death, and each that goes deeper than the one before; not the same again
 * after the companion was restarted, and not more than the budget allows a VM that dies all the time.
 */
export class Alarms {
  readonly #budget: Budget;
  readonly #position: Position;
  #dead: Rung | undefined;

  constructor(position: Position, now: AlarmTime) {
    this.#position = position;
    this.#budget = new Budget(ALARM_BUDGET, now.monotonicMs);
    const saved = z.safeParse(savedShape, position.read());
    if (!saved.success) return;
    this.#budget.restore(saved.data, now.monotonicMs, now.wallMs);
    this.#dead = saved.data.dead;
  }

  decide({ to, isOver }: VerdictChange, now: AlarmTime): AlarmDecision {
    if (to.state === 'healthy') this.#setDead(undefined, now);
    if (to.state !== 'dead' || to.rung === undefined) return QUIET;
    const isKnown =
      isOver !== true && this.#dead !== undefined && RUNGS.indexOf(to.rung) >= RUNGS.indexOf(this.#dead);
    if (isKnown) return { isAlarm: false, why: 'it has its incident already' };
    const hasBudget = this.#budget.take(now.monotonicMs);
    if (hasBudget || isOver === true) this.#setDead(isOver === true ? undefined : to.rung, now);
    return hasBudget ? { isAlarm: true } : { isAlarm: false, why: 'it died too often lately (alarm budget)' };
  }

  #setDead(rung: Rung | undefined, now: AlarmTime): void {
    if (this.#dead === rung && rung === undefined) return;
    this.#dead = rung;
    const saved = this.#budget.save(now.monotonicMs, now.wallMs);
    this.#position.write({ ...saved, ...(rung !== undefined && { dead: rung }) });
  }
}
