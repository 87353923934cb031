import type { Signal } from '../../ladder/signal.ts';
import type { QmpHappening, QmpObservation } from './observation.ts';
import { classifyRunState, type Suppression } from './run-state.ts';

/** Something that explains silence, as far as QMP tells; a fact, no verdict. */
export interface SuppressionFact {
  readonly by: Suppression;
  readonly reason: string;
  /** Since when it is known, host's monotonic clock, microseconds. */
  readonly sinceUs: number;
}

/**
 * Without a greeting somebody else may hold the socket, as EVE does for some milliseconds now and then; nobody honest
 * does at so many polls in a row.
 */
const UNGREETED_DEAD = 3;

/** After a panic event the guest may boot again; until it did, the event stands. */
const CLEARS_PANIC: ReadonlySet<QmpHappening> = new Set(['reset', 'crash-loaded']);

/** What QMP knows of one VM, out of its observations. Pure; time comes in, microseconds of the host's monotonic clock. */
export class QmpView {
  readonly #pollUs: number;
  readonly #sinceUs: number;
  #missing: { readonly reason: string; readonly sinceUs: number } | undefined;
  #unanswered: { readonly reason: string; readonly atUs: number; readonly ungreeted: number } | undefined;
  #answeredUs: number | undefined;
  #state: { readonly name: string; readonly sinceUs: number } | undefined;
  #panicked: { readonly text: string; readonly atUs: number } | undefined;

  /** @param o.pollMs how often the run state is asked for; an answer older than three of that says nothing any more */
  constructor(o: { readonly pollMs: number; readonly nowUs: number }) {
    this.#pollUs = o.pollMs * 1000;
    this.#sinceUs = o.nowUs;
  }

  get runState(): string | undefined {
    return this.#state?.name;
  }

  observe(observation: QmpObservation, nowUs: number): void {
    switch (observation.kind) {
      case 'attached':
        this.#missing = undefined;
        this.#unanswered = undefined;
        return;
      case 'missing':
        this.#missing = { reason: observation.reason, sinceUs: this.#missing?.sinceUs ?? nowUs };
        return;
      case 'unanswered':
        this.#unanswered = {
          reason: observation.reason,
          atUs: nowUs,
          ungreeted: observation.isGreeted ? 0 : (this.#unanswered?.ungreeted ?? 0) + 1,
        };
        return;
      case 'status':
        this.#missing = undefined;
        this.#unanswered = undefined;
        this.#answeredUs = nowUs;
        this.#setState(observation.state, nowUs);
        return;
      case 'happening':
        this.#happened(observation.what, observation.text, nowUs);
        return;
    }
  }

  #happened(what: QmpHappening, text: string, nowUs: number): void {
    this.#answeredUs = nowUs;
    if (what === 'panicked') this.#panicked = { text, atUs: nowUs };
    if (CLEARS_PANIC.has(what)) this.#panicked = undefined;
    // The state's own name comes with the next question, which the source asks at once; until then this holds.
    if (what === 'resumed') this.#setState('running', nowUs);
  }

  #setState(name: string, nowUs: number): void {
    if (this.#state?.name !== name) this.#state = { name, sinceUs: nowUs };
  }

  /** Why silence is explained; undefined when nothing explains it. */
  suppression(nowUs: number): SuppressionFact | undefined {
    if (this.#state === undefined || !this.#isRecent(nowUs)) return undefined;
    const found = classifyRunState(this.#state.name);
    return found.kind === 'suppressed'
      ? { by: found.by, reason: found.reason, sinceUs: this.#state.sinceUs }
      : undefined;
  }

  signals(nowUs: number): Signal[] {
    const signals = [this.#answerSignal(nowUs)];
    const state = this.#stateSignal(nowUs);
    if (state !== undefined) signals.push(state);
    if (this.#panicked !== undefined) {
      const { text, atUs } = this.#panicked;
      signals.push({ ...KERNEL, id: 'qmp.panic', state: 'dead', ageMs: ms(nowUs - atUs), reason: text });
    }
    return signals;
  }

  #isRecent(nowUs: number): boolean {
    return this.#answeredUs !== undefined && nowUs - this.#answeredUs <= 3 * this.#pollUs;
  }

  /** Whether QEMU's main loop works. */
  #answerSignal(nowUs: number): Signal {
    const base = { id: 'qmp.answer', source: 'qmp', rung: 'process' } as const;
    const ageMs = ms(nowUs - (this.#answeredUs ?? this.#sinceUs));
    if (this.#missing !== undefined) {
      // A socket without a listener may as well be a wrong path: as long as it never answered, that tells nothing.
      const state = this.#answeredUs === undefined ? 'unknown' : 'dead';
      return { ...base, state, ageMs: ms(nowUs - this.#missing.sinceUs), reason: this.#missing.reason };
    }
    if (this.#unanswered !== undefined) {
      const { ungreeted } = this.#unanswered;
      const state = ungreeted > 0 && ungreeted < UNGREETED_DEAD ? 'unknown' : 'dead';
      return { ...base, state, ageMs: ms(nowUs - this.#unanswered.atUs), reason: this.#unanswered.reason };
    }
    if (this.#answeredUs === undefined)
      return { ...base, state: 'unknown', ageMs, reason: 'QEMU was not asked yet' };
    if (!this.#isRecent(nowUs))
      return { ...base, state: 'unknown', ageMs, reason: 'QEMU was not asked for a while' };
    return { ...base, state: 'alive', ageMs, reason: 'QEMU answers' };
  }

  #stateSignal(nowUs: number): Signal | undefined {
    if (this.#state === undefined || !this.#isRecent(nowUs)) return undefined;
    const found = classifyRunState(this.#state.name);
    const ageMs = ms(nowUs - (this.#answeredUs ?? nowUs));
    const base = { id: 'qmp.status', source: 'qmp', ageMs } as const;
    switch (found.kind) {
      case 'running':
        return { ...base, rung: 'process', state: 'alive', reason: 'QEMU runs the VM' };
      case 'broken': {
        const proof = found.isProof ? ({ proof: true } as const) : {};
        return { ...base, rung: found.rung, state: 'dead', reason: found.reason, ...proof };
      }
      case 'suppressed':
        return { ...base, rung: 'vcpu', state: 'unknown', reason: found.reason };
      case 'unknown':
        return { ...base, rung: 'vcpu', state: 'unknown', reason: found.reason };
    }
  }
}

const KERNEL = { source: 'qmp', rung: 'kernel' } as const;

function ms(us: number): number {
  return Math.max(0, Math.round(us / 1000));
}
