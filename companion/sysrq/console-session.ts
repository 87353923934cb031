import type { AnswerReader, Section } from './answer-reader.ts';
import type { Keypad } from './keypad.ts';
import type { HeadingKind, SysrqKey } from './sysrq-key.ts';

/** Time as it passes for whoever asks. */
export interface SysrqClock {
  monotonicMs(): number;
  /** Ends after the time, or at once when the signal is aborted; never rejects. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** What one key gave on the console. */
export interface Heard {
  readonly text: string;
  readonly isComplete: boolean;
  /** Why it is not complete. */
  readonly missing?: string;
}

export interface SessionResult {
  readonly heard: ReadonlyMap<SysrqKey, Heard>;
  /** Why the keys that are not in `heard` gave nothing. */
  readonly problem?: string;
  /** The kernel said that its mask forbids it: no console and no keyboard can. */
  readonly isForbidden: boolean;
  readonly notes: readonly string[];
}

export interface SessionOptions {
  readonly keypad: Keypad;
  readonly reader: AnswerReader;
  readonly level: { readonly mustRaise: boolean; readonly putBack: number };
  /** On the clock. */
  readonly endMs: number;
  readonly signal: AbortSignal;
  /** The console's connection is gone. */
  readonly gone: AbortSignal;
  readonly clock: SysrqClock;
}

/** A kernel that can answer begins within this; a guest under emulation on a busy host needs seconds. */
const ANSWER_MS = 6000;
/** nmi_trigger_cpumask_backtrace waits 10 s for processors that do not answer, and says nothing meanwhile. */
const BUSY_ANSWER_MS = 14_000;
/** Nothing more comes after the last line of an answer. */
const SETTLED_MS = 250;
/** An answer without a last line has probably ended; the next key proves it. */
const QUIET_MS = 1000;
/** Kept for putting the log level back. */
const PUT_BACK_MS = 3000;
const LOOK_MS = 20;
const RAISED = '9';

type Began =
  | { readonly ok: true; readonly section: Section }
  | { readonly ok: false; readonly problem: string; readonly isForbidden: boolean };

/**
 * Presses keys one after the other and hears the answers. Each answer is complete when its last line came, or when the
 * answer to the next key begins: the kernel answers one key at a time, in order. So what is pressed last, the log level or
 * `h`, is there to prove the end of what was pressed before.
 */
export class ConsoleSession {
  readonly #o: SessionOptions;
  readonly #sections = new Map<SysrqKey, Section>();
  readonly #overtime = new Map<SysrqKey, string>();
  readonly #notes: string[] = [];
  #isLevelRaised = false;
  /** The answer whose end was not seen yet. */
  #unproven: Section | undefined;

  constructor(o: SessionOptions) {
    this.#o = o;
  }

  async run(keys: readonly SysrqKey[]): Promise<SessionResult> {
    const failed = await this.#pressAll(keys);
    await this.#putBack();
    const heard = new Map([...this.#sections].map(([key, section]) => [key, this.#judge(key, section)]));
    return {
      heard,
      notes: this.#notes,
      isForbidden: failed?.isForbidden ?? false,
      ...(failed !== undefined && { problem: failed.problem }),
    };
  }

  /** @returns why it stopped before the last key */
  async #pressAll(keys: readonly SysrqKey[]): Promise<{ problem: string; isForbidden: boolean } | undefined> {
    const problem = await this.#o.keypad.prepare();
    if (problem !== undefined) return { problem, isForbidden: false };
    if (this.#o.level.mustRaise) {
      const raised = await this.#press(RAISED, ['level']);
      if (raised.ok) this.#isLevelRaised = true;
      else if (!raised.isForbidden) return raised;
      else this.#notes.push('the kernel did not let its log level be raised');
    }
    for (const key of keys) {
      const began = await this.#press(key, [key]);
      if (!began.ok) return began;
      this.#sections.set(key, began.section);
      await this.#hearOut(key, began.section);
    }
    return undefined;
  }

  async #press(key: string, kinds: readonly HeadingKind[]): Promise<Began> {
    const { keypad, reader, signal, gone, clock } = this.#o;
    if (signal.aborted) return refuse('stopped');
    if (this.#leftMs() <= 0) return refuse('the time was over before the key was pressed');
    const from = reader.count;
    const untilMs = clock.monotonicMs() + Math.min(this.#answerMs(), this.#leftMs());
    const problem = await keypad.press(key);
    if (problem !== undefined) return refuse(problem);
    const find = (): Section | undefined => reader.find(from, [...kinds, 'disabled', 'help']);
    while (find() === undefined && clock.monotonicMs() < untilMs && !signal.aborted && !gone.aborted) {
      await clock.wait(LOOK_MS, signal);
    }
    const section = find();
    if (section === undefined) return refuse(this.#describeSilence(key));
    if (section.kind === 'disabled') {
      return { ok: false, isForbidden: true, problem: 'the kernel answered that kernel.sysrq forbids it' };
    }
    return kinds.includes(section.kind) ? { ok: true, section } : refuse(`the kernel does not know ${key}`);
  }

  async #hearOut(key: SysrqKey, section: Section): Promise<void> {
    const { signal, gone, clock } = this.#o;
    for (;;) {
      const quietMs = clock.monotonicMs() - section.lastMs;
      if (section.isClosed || (section.isEndSeen && quietMs >= SETTLED_MS)) return;
      if (quietMs >= QUIET_MS) {
        this.#unproven = section;
        return;
      }
      if (gone.aborted) return this.#overrun(key, 'the console went away');
      if (signal.aborted) return this.#overrun(key, 'stopped');
      if (this.#leftMs() <= 0) return this.#overrun(key, 'the time was over');
      await clock.wait(LOOK_MS, signal);
    }
  }

  #overrun(key: SysrqKey, why: string): void {
    this.#overtime.set(key, why);
  }

  /** Also when the time is over and when everybody was told to stop: a guest must not stay as loud as it was made. */
  async #putBack(): Promise<void> {
    const { level, clock } = this.#o;
    const isNeeded = this.#isLevelRaised || this.#unproven?.isClosed === false;
    if (!isNeeded) return;
    const key = this.#isLevelRaised ? String(level.putBack) : 'h';
    const from = this.#o.reader.count;
    const untilMs = clock.monotonicMs() + this.#putBackMs();
    const isPressed = (await this.#o.keypad.press(key)) === undefined;
    const find = (): Section | undefined => this.#o.reader.find(from, ['level', 'help', 'disabled']);
    const own = new AbortController();
    while (isPressed && find() === undefined && clock.monotonicMs() < untilMs && !this.#o.gone.aborted) {
      await clock.wait(LOOK_MS, own.signal);
    }
    if (this.#isLevelRaised && find() === undefined) {
      this.#notes.push(`the log level was raised to ${RAISED}, and ${key} was not seen to put it back`);
    }
  }

  /** A kernel that is still printing gets no more than what was kept for it. */
  #putBackMs(): number {
    const leftMs = this.#o.endMs - this.#o.clock.monotonicMs();
    return Math.max(PUT_BACK_MS / 3, Math.min(this.#answerMs(), leftMs));
  }

  #answerMs(): number {
    return this.#unproven?.isClosed === false ? BUSY_ANSWER_MS : ANSWER_MS;
  }

  #leftMs(): number {
    return this.#o.endMs - PUT_BACK_MS - this.#o.clock.monotonicMs();
  }

  #describeSilence(key: string): string {
    if (this.#o.gone.aborted) return 'the console went away';
    if (this.#o.signal.aborted) return 'stopped';
    return `no answer to ${key}`;
  }

  #judge(key: SysrqKey, section: Section): Heard {
    const missing = this.#whatIsMissing(key, section);
    return {
      text: section.text,
      isComplete: missing === undefined,
      ...(missing !== undefined && { missing }),
    };
  }

  #whatIsMissing(key: SysrqKey, section: Section): string | undefined {
    if (section.isCut) return 'the rest found no room';
    if (section.isClosed || section.isEndSeen) return undefined;
    return `${this.#overtime.get(key) ?? 'nothing more came'} before its end was seen`;
  }
}

function refuse(problem: string): Began {
  return { ok: false, problem, isForbidden: false };
}
