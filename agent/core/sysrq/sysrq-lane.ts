import { cherub } from '#protocol/messages/generated/cherub.js';
import type { Clock, Result } from '../ports.ts';
import type { Answered } from '../runtime/answered.ts';
import type { KernelLogSource } from '../snapshot/kernel-log.ts';
import { KernelText } from './kernel-text.ts';
import type { SysrqPort } from './sysrq-port.ts';

/** What the host may have pressed: each shows something, none changes anything. */
const SYSRQ_KEYS = ['t', 'w', 'l', 'z', 'm', 'q', 'p'];

/** Records that are read before others get their turn: a millisecond's worth. */
const READS_AT_ONCE = 200;
/** A kernel's log holds no more; a reader that never comes to its end must not be followed for ever. */
const SKIPPED_MAX = 100_000;
const WAIT_MS = 50;
/** The backtraces of other CPUs may come after the write has ended; nothing for so long means that all is said. */
const QUIET_US = 400_000;
/** The last tenth of the time is for the way back. */
const DEADLINE_SHARE = 0.9;

type Pressed = { result: Result | undefined; sinceUs: number };

/**
 * Has the kernel print something by a SysRq key and reads it: one at a time. A kernel that does not come back from the key
 * holds this lane and nothing else.
 */
export class SysrqLane {
  readonly #port: SysrqPort;
  readonly #clock: Clock;
  #isUnderWay = false;
  #isPressing = false;

  constructor(o: { port: SysrqPort; clock: Clock }) {
    this.#port = o.port;
    this.#clock = o.clock;
  }

  /** Settles within the deadline; never rejects. @param o.bytesMax of the text that can be given */
  async ask(
    key: string,
    o: { deadlineMs: number; bytesMax: number },
  ): Promise<Answered<cherub.SysrqReport.$Properties>> {
    if (!SYSRQ_KEYS.includes(key)) {
      return refused(cherub.Code.CODE_INVALID, `the agent presses ${SYSRQ_KEYS.join(', ')} and no other key`);
    }
    if (this.#isUnderWay) return refused(cherub.Code.CODE_BUSY, 'another SysRq is under way');
    if (this.#isPressing) return refused(cherub.Code.CODE_BUSY, 'the kernel still works on the last key');
    const log = this.#port.openLog();
    if (!log.ok) return refused(cherub.Code.CODE_UNAVAILABLE, log.problem);
    this.#isUnderWay = true;
    try {
      const deadlineUs = this.#clock.monotonicUs() + o.deadlineMs * 1000 * DEADLINE_SHARE;
      return await this.#press(key, log.value, deadlineUs, o.bytesMax);
    } finally {
      this.#isUnderWay = false;
      log.value.close();
    }
  }

  async #press(
    key: string,
    log: KernelLogSource,
    deadlineUs: number,
    bytesMax: number,
  ): Promise<Answered<cherub.SysrqReport.$Properties>> {
    const problem = await this.#skipOld(log, deadlineUs);
    if (problem !== undefined) return refused(cherub.Code.CODE_UNAVAILABLE, problem);
    const pressed = this.#trigger(key);
    const text = new KernelText(bytesMax);
    let linesLost = 0;
    const report = (missing: string): Answered<cherub.SysrqReport.$Properties> => {
      const reason = missing || incompleteBecause(text, linesLost);
      const body = {
        key,
        text: text.toString(),
        complete: reason === '',
        linesCut: text.linesCut,
        linesLost,
      };
      return { ok: true, value: { ...body, reason } };
    };
    for (let lastUs = this.#clock.monotonicUs(); ; ) {
      const read = readSome(log, (record) => text.add(record));
      linesLost += read.lost;
      const now = this.#clock.monotonicUs();
      if (read.count > 0) lastUs = now;
      const { result, sinceUs } = pressed;
      if (result?.ok === false) return refused(cherub.Code.CODE_UNAVAILABLE, result.problem);
      if (read.problem !== undefined) return report(read.problem);
      if (result !== undefined && read.hasEnded && now - Math.max(lastUs, sinceUs) >= QUIET_US)
        return report('');
      if (now >= deadlineUs) return report('the kernel had not ended by the deadline');
      await this.#port.wait(read.hasEnded ? WAIT_MS : 0);
    }
  }

  #trigger(key: string): Pressed {
    const pressed: Pressed = { result: undefined, sinceUs: 0 };
    this.#isPressing = true;
    void this.#port.trigger(key).then((result) => {
      this.#isPressing = false;
      pressed.sinceUs = this.#clock.monotonicUs();
      pressed.result = result;
    });
    return pressed;
  }

  /** Reads to the end of what is there already, with pauses. @returns why that cannot be done */
  async #skipOld(log: KernelLogSource, deadlineUs: number): Promise<string | undefined> {
    for (let skipped = 0; skipped < SKIPPED_MAX; ) {
      const read = readSome(log, () => undefined);
      if (read.problem !== undefined) return read.problem;
      if (read.hasEnded) return undefined;
      if (this.#clock.monotonicUs() >= deadlineUs) break;
      skipped += read.count;
      await this.#port.wait(0);
    }
    return 'the kernel log grows faster than it can be read';
  }
}

interface SomeRead {
  readonly count: number;
  readonly lost: number;
  readonly hasEnded: boolean;
  readonly problem: string | undefined;
}

function readSome(log: KernelLogSource, take: (record: string) => void): SomeRead {
  let count = 0;
  let lost = 0;
  while (count + lost < READS_AT_ONCE) {
    const read = log.next();
    if (read.kind === 'end') return { count, lost, hasEnded: true, problem: undefined };
    if (read.kind === 'failed') return { count, lost, hasEnded: true, problem: read.reason };
    if (read.kind === 'overwritten') lost += 1;
    else {
      count += 1;
      take(read.text);
    }
  }
  return { count, lost, hasEnded: false, problem: undefined };
}

function incompleteBecause(text: KernelText, linesLost: number): string {
  if (text.isEmpty) return 'the kernel printed nothing';
  if (text.linesCut > 0) return `${text.linesCut} lines found no room in the answer`;
  return linesLost > 0 ? 'the kernel overwrote lines before they were read' : '';
}

function refused(code: cherub.Code, message: string): { ok: false; code: cherub.Code; message: string } {
  return { ok: false, code, message };
}
