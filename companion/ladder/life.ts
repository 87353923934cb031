import { Budget } from './budget.ts';
import type { SignalSource } from './signal.ts';

/** The guest began to start: a life of its kernel ended, in order or not, and another began. */
export interface LifeChange {
  /** `started`: QEMU was started; `reset`: the machine was reset; `boot`: a kernel starts, or another boot id is seen. */
  readonly kind: 'started' | 'reset' | 'boot';
  /** Who saw it. */
  readonly source: SignalSource;
  /** Host's monotonic clock. */
  readonly atMs: number;
  /** Of the life that began, when the source knows it. */
  readonly bootId?: string;
  /** Somebody wanted it: the host reset it, a person rebooted it. */
  readonly isOrderly: boolean;
  /** Any process of the guest could have said so. */
  readonly toldByGuest?: true;
  readonly reason: string;
}

/** A guest that prints boot messages for fun gets no endless grace. */
const TOLD_STARTS = { capacity: 5, refillMs: 300_000 };

/** Late records of earlier boots are still on their way when the next one reports. */
const BOOT_IDS_MAX = 16;

/** Which life of the guest this is. Pure; time comes in. */
export class Life {
  readonly #told: Budget;
  readonly #bootIds: string[] = [];
  #startedMs: number | undefined;
  #isReady = false;
  #hasId = false;

  constructor(nowMs: number) {
    this.#told = new Budget(TOLD_STARTS, nowMs);
  }

  /** When it began; undefined when that was before anybody looked. */
  get startedMs(): number | undefined {
    return this.#startedMs;
  }

  get isReady(): boolean {
    return this.#startedMs === undefined || this.#isReady;
  }

  /** The guest reported by its boot id: what is seen since the start is surely of this life. */
  get hasId(): boolean {
    return this.#hasId;
  }

  ready(): void {
    this.#isReady = true;
  }

  /**
   * @returns `new` when another life began; `same` when somebody else tells of the start that is known; `ignored` when
   * it says nothing new
   */
  change(change: LifeChange, nowMs: number): 'new' | 'same' | 'ignored' {
    const { bootId } = change;
    if (bootId !== undefined) {
      if (this.#bootIds.includes(bootId)) return 'ignored';
      const isFirst = this.#bootIds.length === 0 && this.#startedMs === undefined;
      this.#bootIds.push(bootId);
      if (this.#bootIds.length > BOOT_IDS_MAX) this.#bootIds.shift();
      if (isFirst) return 'ignored';
    }
    if (this.#startedMs !== undefined && (!this.#isReady || (bootId !== undefined && !this.#hasId))) {
      this.#hasId ||= bootId !== undefined;
      return 'same';
    }
    if (change.toldByGuest === true && !this.#told.take(nowMs)) return 'ignored';
    this.#startedMs = Math.min(change.atMs, nowMs);
    this.#isReady = false;
    this.#hasId = bootId !== undefined;
    return 'new';
  }
}
