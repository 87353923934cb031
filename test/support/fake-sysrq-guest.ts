import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Borrowed, ConsoleAccess, ConsoleLease } from '#companion/sources/console/console-access.ts';
import type { QmpPort } from '#companion/sources/qmp/qmp-port.ts';
import type { SysrqClock } from '#companion/sysrq/console-session.ts';
import { SYSRQ_KEYS, type SysrqKey } from '#companion/sysrq/sysrq-key.ts';

/** What a real kernel printed; see the README beside the files. */
export function readAnswer(kernel: '5.10' | '6.1' | '6.12', key: SysrqKey): string {
  const file = new URL(`../companion/sysrq/fixtures/${kernel}-${key}.txt`, import.meta.url);
  return readFileSync(fileURLToPath(file), 'utf8');
}

/** Time that passes only when somebody waits. */
export class FakeTime implements SysrqClock {
  #nowMs = 0;
  readonly #due: { readonly atMs: number; readonly run: () => void }[] = [];

  monotonicMs(): number {
    return this.#nowMs;
  }

  after(ms: number, run: () => void): void {
    this.#due.push({ atMs: this.#nowMs + ms, run });
    this.#due.sort((a, b) => a.atMs - b.atMs);
  }

  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (!signal.aborted) this.#nowMs += ms;
    while ((this.#due[0]?.atMs ?? Number.POSITIVE_INFINITY) <= this.#nowMs) this.#due.shift()?.run();
    await Promise.resolve();
  }
}

export interface FakeSysrqGuestOptions {
  readonly time: FakeTime;
  readonly isMux: boolean;
  /** Kernel consoles. */
  readonly consoles: readonly ('ttyS0' | 'hvc0')[];
  readonly mask?: number;
  readonly logLevel?: number;
  readonly hasKeyboard?: boolean;
  /** Milliseconds from a key to its answer. */
  readonly delayMs?: number;
  /** Keys to which it says nothing. */
  readonly deafTo?: string;
  /** Changes what it prints. */
  readonly print?: (key: string, text: string) => string;
}

/**
 * A guest kernel behind a console, and QEMU's part of it: a mux with a focus, BREAK, Ctrl-O on hvc0, a keyboard, the mask
 * and the log level of drivers/tty/sysrq.c. What it shows was printed by real kernels.
 */
export class FakeSysrqGuest implements ConsoleAccess {
  readonly isMux: boolean;
  readonly qmp: QmpPort;
  /** What came to programs instead of the kernel. */
  typed = '';
  /** Keys that the kernel took, in order. */
  keys = '';
  logLevel: number;
  focus: 'hvc0' | 'ttyS0' = 'hvc0';
  leases = 0;
  readonly gone = new AbortController();
  readonly #o: FakeSysrqGuestOptions;
  #listener: ((bytes: Uint8Array) => void) | undefined;
  #isArmed = false;

  constructor(o: FakeSysrqGuestOptions) {
    this.#o = o;
    this.isMux = o.isMux;
    this.logLevel = o.logLevel ?? 7;
    this.qmp = { execute: (command, args) => Promise.resolve(this.#execute(command, args)) };
  }

  borrow(): Promise<Borrowed> {
    this.leases += 1;
    let isAway = false;
    const lease: ConsoleLease = {
      gone: this.gone.signal,
      write: (bytes) => {
        for (const byte of bytes) this.#receive(byte);
        return Promise.resolve(true);
      },
      onBytes: (listener) => {
        this.#listener = listener;
      },
      switchFocus: () => {
        isAway = !isAway;
        this.focus = isAway ? 'ttyS0' : 'hvc0';
        return Promise.resolve(this.isMux);
      },
      sendBreak: () => {
        this.#break();
        return Promise.resolve(this.isMux);
      },
      release: () => {
        this.leases -= 1;
        this.focus = 'hvc0';
        this.#listener = undefined;
        return Promise.resolve();
      },
    };
    return Promise.resolve({ ok: true, lease });
  }

  #execute(
    command: string,
    args: Parameters<QmpPort['execute']>[1],
  ): Awaited<ReturnType<QmpPort['execute']>> {
    if (command === 'query-chardev') return { ok: true, value: [{ label: 'qmp' }, { label: 'serial0' }] };
    if (command === 'chardev-send-break') this.#break();
    if (command === 'send-key' && this.#o.hasKeyboard !== false) {
      const keys = args?.['keys'];
      const last: unknown = Array.isArray(keys) ? keys.at(-1) : undefined;
      if (typeof last === 'object' && last !== null && 'data' in last) this.#sysrq(String(last.data));
    }
    return { ok: true, value: {} };
  }

  get #device(): 'hvc0' | 'ttyS0' {
    if (this.isMux) return this.focus;
    return this.#o.consoles.includes('hvc0') ? 'hvc0' : 'ttyS0';
  }

  #break(): void {
    this.#isArmed = this.#device === 'ttyS0' && this.#o.consoles.includes('ttyS0');
  }

  #receive(byte: number): void {
    if (this.#isArmed) {
      this.#isArmed = false;
      this.#sysrq(String.fromCharCode(byte));
    } else if (byte === 0x0f && this.#device === 'hvc0' && this.#o.consoles.includes('hvc0')) {
      this.#isArmed = true;
    } else this.typed += String.fromCharCode(byte);
  }

  #sysrq(key: string): void {
    if (this.#o.deafTo?.includes(key) === true) return;
    const mask = this.#o.mask ?? 1;
    if (mask === 0) return;
    this.keys += key;
    const needs = /\d/u.test(key) ? 2 : 8;
    if (mask !== 1 && (mask & needs) === 0) {
      this.#say(key, '[    9.000000] sysrq: This sysrq operation is disabled.\n');
      return;
    }
    if (/\d/u.test(key)) {
      this.#say(key, '[    9.000000] sysrq: Changing Loglevel\n[    9.000000] sysrq: Loglevel set to \n');
      this.logLevel = Number(key);
      return;
    }
    const known = SYSRQ_KEYS.find((each) => each === key);
    if (known === undefined) this.#say(key, '[    9.000000] sysrq: HELP : loglevel(0-9) reboot(b)\n');
    else {
      const answer = readAnswer('6.1', known);
      const isLoud = this.logLevel > 6;
      this.#say(key, isLoud ? answer : answer.slice(0, answer.indexOf('\n') + 1));
    }
  }

  #say(key: string, text: string): void {
    const printed = this.#o.print?.(key, text) ?? text;
    const lines = printed.replaceAll('\n', '\r\n');
    this.#o.time.after(this.#o.delayMs ?? 50, () => this.#listener?.(Buffer.from(lines)));
  }
}
