import type { cherub } from '#protocol/messages/generated/cherub.js';
import type { ConsoleAccess } from '../sources/console/console-access.ts';
import type { QmpPort } from '../sources/qmp/qmp-port.ts';
import { AnswerReader } from './answer-reader.ts';
import { type AskAgent, askAgent } from './ask-agent.ts';
import { ConsoleSession, type SysrqClock } from './console-session.ts';
import { type GuestKnowledge, learnFrom, planLogLevel } from './guest-knowledge.ts';
import { type ConsoleRoute, createKeypad } from './keypad.ts';
import { parseSysrq } from './parse/parse-sysrq.ts';
import type { SysrqParsed } from './parse/parsed.ts';
import { type PassedOver, planRoutes, type SysrqRoute } from './plan-routes.ts';
import { PRESSING_ORDER, type SysrqKey } from './sysrq-key.ts';

/** Whatever of it exists for the VM. */
export interface SysrqWays {
  readonly console?: ConsoleAccess | undefined;
  /** What the console is when it is no mux. Default: as the guest's own consoles let guess, else serial. */
  readonly consoleDevice?: 'serial' | 'hvc';
  readonly qmp?: QmpPort | undefined;
  /** Id of the serial port's chardev, for BREAK without a mux. Default: the only one with `serial` in its name. */
  readonly serialChardev?: string;
  /** The link. */
  readonly request?: AskAgent | undefined;
  readonly mailbox?: { readonly request: AskAgent } | undefined;
  /** Taken while the guest was healthy. */
  readonly inventory?: cherub.Inventory.$Properties | undefined;
}

export interface AskSysrqOptions {
  /** Milliseconds for everything together; the last three are kept for putting the log level back. */
  readonly deadlineMs: number;
  /** Of all texts together. */
  readonly bytesMax: number;
  readonly signal: AbortSignal;
  readonly clock: SysrqClock;
}

export interface SysrqAnswer {
  readonly key: SysrqKey;
  /** Undefined: no route gave an answer. */
  readonly route?: SysrqRoute;
  /** The kernel's lines as they came, safe for screens; empty without a route. */
  readonly text: string;
  /** The end was seen, and no line is missing. */
  readonly isComplete: boolean;
  readonly parsed?: SysrqParsed;
  /** Every route that was not used or gave nothing, with the reason. */
  readonly passedOver: readonly PassedOver[];
  /** Why there is no text, or not all of it. */
  readonly missing?: string;
  /** What else a person should know: a log level that could not be put back. */
  readonly notes: readonly string[];
}

/** How long a console that is in other hands, or not connected, is waited for. */
const BORROW_MS = 10_000;

type Result = Pick<SysrqAnswer, 'route' | 'text' | 'isComplete' | 'missing'>;

/**
 * Asks the guest's kernel by SysRq, by the best way that exists, and by the next one for what that does not give. Ends
 * within the deadline (with a second more at most, when a log level must be put back) and never rejects. One answer for
 * each key, in the order of `keys`.
 */
export function askSysrq(
  ways: SysrqWays,
  keys: readonly SysrqKey[],
  o: AskSysrqOptions,
): Promise<SysrqAnswer[]> {
  return new Asking(ways, o).ask(keys);
}

class Asking {
  readonly #ways: SysrqWays;
  readonly #o: AskSysrqOptions;
  readonly #guest: GuestKnowledge;
  readonly #endMs: number;
  readonly #results = new Map<SysrqKey, Result>();
  readonly #passedOver = new Map<SysrqKey, PassedOver[]>();
  readonly #notes: string[] = [];
  #bytes = 0;
  /** Why no console and no keyboard can give anything. */
  #unheard: string | undefined;

  constructor(ways: SysrqWays, o: AskSysrqOptions) {
    this.#ways = ways;
    this.#o = o;
    this.#guest = learnFrom(ways.inventory);
    this.#endMs = o.clock.monotonicMs() + o.deadlineMs;
  }

  async ask(keys: readonly SysrqKey[]): Promise<SysrqAnswer[]> {
    const { order, passedOver } = this.#plan();
    for (const route of order) {
      const open = PRESSING_ORDER.filter((key) => keys.includes(key) && !this.#results.has(key));
      if (open.length === 0) break;
      if (route === 'agent-link' || route === 'agent-mailbox') await this.#askAgent(route, open);
      else await this.#askConsole(route, open);
    }
    return keys.map((key) => this.#answer(key, order, passedOver));
  }

  #plan(): ReturnType<typeof planRoutes> {
    const { console, consoleDevice, qmp, request, mailbox } = this.#ways;
    return planRoutes({
      console: console && { isMux: console.isMux, device: consoleDevice ?? guessDevice(this.#guest) },
      hasQmp: qmp !== undefined,
      hasLink: request !== undefined,
      hasMailbox: mailbox !== undefined,
      guest: this.#guest,
    });
  }

  async #askConsole(route: ConsoleRoute, keys: readonly SysrqKey[]): Promise<void> {
    const { clock, signal } = this.#o;
    const { console, qmp, serialChardev } = this.#ways;
    if (this.#unheard !== undefined) return this.#pass(route, keys, this.#unheard);
    if (console === undefined) return;
    // Somebody who does not give it back leaves the other half for the routes that need no console.
    const deadlineMs = Math.floor(Math.min(BORROW_MS, this.#leftMs() / 2));
    const borrowed = await console.borrow({ deadlineMs, signal });
    if (!borrowed.ok) {
      this.#unheard = borrowed.reason;
      return this.#pass(route, keys, borrowed.reason);
    }
    const { lease } = borrowed;
    try {
      const reader = new AnswerReader(this.#o.bytesMax - this.#bytes);
      lease.onBytes((bytes) => reader.push(bytes, clock.monotonicMs()));
      const keypad = createKeypad(route, { lease, isMux: console.isMux, qmp, serialChardev });
      const level = planLogLevel(this.#guest);
      const session = new ConsoleSession({
        ...{ keypad, reader, level, signal, clock },
        endMs: this.#endMs,
        gone: lease.gone,
      });
      const result = await session.run(keys);
      for (const [key, heard] of result.heard) this.#keep(key, { route, ...heard });
      this.#notes.push(...result.notes);
      if (result.isForbidden) this.#unheard = result.problem;
      const silent = keys.filter((key) => !result.heard.has(key));
      if (result.problem !== undefined) this.#pass(route, silent, result.problem);
    } finally {
      await lease.release();
    }
  }

  async #askAgent(route: 'agent-link' | 'agent-mailbox', keys: readonly SysrqKey[]): Promise<void> {
    const ask = route === 'agent-link' ? this.#ways.request : this.#ways.mailbox?.request;
    if (ask === undefined) return;
    for (const [index, key] of keys.entries()) {
      const leftMs = this.#leftMs();
      if (leftMs <= 0 || this.#o.signal.aborted) {
        this.#pass(route, keys.slice(index), this.#o.signal.aborted ? 'stopped' : 'the time was over');
        return;
      }
      // An agent that is asked for the first key and does not answer must not take the time of the other routes.
      const deadlineMs = Math.max(1, Math.floor(leftMs / 2));
      const answer = await askAgent(ask, key, { deadlineMs, bytesMax: this.#o.bytesMax - this.#bytes });
      if (answer.ok) this.#keep(key, { route, ...answer });
      else this.#pass(route, [key], answer.reason);
      if (!answer.ok && index === 0) {
        this.#pass(route, keys.slice(1), answer.reason);
        return;
      }
    }
  }

  #keep(key: SysrqKey, result: Result): void {
    this.#bytes += result.text.length;
    this.#results.set(key, result);
  }

  #pass(route: SysrqRoute, keys: readonly SysrqKey[], reason: string): void {
    for (const key of keys) {
      this.#passedOver.set(key, [...(this.#passedOver.get(key) ?? []), { route, reason }]);
    }
  }

  #answer(key: SysrqKey, order: readonly SysrqRoute[], planned: readonly PassedOver[]): SysrqAnswer {
    const tried = this.#passedOver.get(key) ?? [];
    const passedOver = [...planned, ...tried];
    const result = this.#results.get(key);
    if (result !== undefined) {
      const { route, text, isComplete, missing } = result;
      return {
        ...{ key, text, isComplete, passedOver, notes: this.#notes },
        parsed: parseSysrq(key, text),
        ...(route !== undefined && { route }),
        ...(missing !== undefined && { missing }),
      };
    }
    const last = tried.at(-1);
    const missing =
      order.length === 0
        ? `no route is left: ${passedOver.map(({ route, reason }) => `${route}: ${reason}`).join('; ')}`
        : `${last?.route ?? ''}: ${last?.reason ?? 'not asked'}`;
    return { key, text: '', isComplete: false, passedOver, missing, notes: this.#notes };
  }

  #leftMs(): number {
    return Math.max(0, this.#endMs - this.#o.clock.monotonicMs());
  }
}

/** A console that is no mux is one of the guest's consoles. */
function guessDevice({ consoles }: GuestKnowledge): 'serial' | 'hvc' | undefined {
  if (consoles === undefined) return undefined;
  const hasSerial = consoles.some((name) => name.startsWith('ttyS') || name.startsWith('ttyAMA'));
  const hasHvc = consoles.some((name) => name.startsWith('hvc'));
  if (hasSerial === hasHvc) return undefined;
  return hasSerial ? 'serial' : 'hvc';
}
