import { O_CLOEXEC, O_NOCTTY, O_NONBLOCK, writeNow } from 'cherub:native';
import * as os from 'qjs:os';
import type { ConsolePort, Result } from '#agent/core/ports.ts';
import { errnoName } from '../process/errno-name.ts';

/** Not a controlling terminal, not waiting for a carrier, not waiting for whoever reads it. */
const CONSOLE_FLAGS = os.O_WRONLY | os.O_APPEND | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

/** The console that `auto` means: where the kernel prints to. */
const CONSOLE_AUTO = '/dev/console';

/** The console device that a config means; `undefined`: none. */
export function consolePathOf(wish: string): string | undefined {
  if (wish === 'none') return undefined;
  return wish === 'auto' ? CONSOLE_AUTO : wish;
}

/** A descriptor that never makes anybody wait, or a negative errno. */
export function openConsoleDevice(path: string): number {
  return os.open(path, CONSOLE_FLAGS);
}

/**
 * Writes lines to a console without ever waiting for it. The device stays open: closing a serial port can wait for its
 * output to drain. It is opened anew when it was hung up (a getty that starts does that).
 */
export class GuestConsole implements ConsolePort {
  readonly #path: string;
  #descriptor: number | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** @returns why the console cannot be used, or nothing */
  open(): Result {
    if (this.#descriptor !== undefined) return { ok: true, value: undefined };
    const opened = openConsoleDevice(this.#path);
    if (opened < 0) {
      const problem = `the console ${this.#path} cannot be opened (${errnoName(opened)}); name one in heartbeat.console, or none`;
      return { ok: false, problem };
    }
    this.#descriptor = opened;
    return { ok: true, value: undefined };
  }

  writeLine(line: string): Result {
    const first = this.#write(line);
    if (first.ok || !first.hungUp) return first;
    this.close();
    return this.#write(line);
  }

  close(): void {
    if (this.#descriptor !== undefined) os.close(this.#descriptor);
    this.#descriptor = undefined;
  }

  #write(line: string): { ok: true; value: undefined } | { ok: false; problem: string; hungUp: boolean } {
    const opened = this.open();
    if (!opened.ok) return { ...opened, hungUp: false };
    // A label is ASCII: its length is its size.
    const written = writeNow(this.#descriptor ?? -1, `${line}\n`);
    if (written > line.length) return { ok: true, value: undefined };
    if (written >= 0)
      return { ok: false, problem: `the console ${this.#path} took only a part of the label`, hungUp: false };
    const code = errnoName(written);
    const why = code === 'EAGAIN' ? 'is full: nobody reads it' : `cannot be written (${code})`;
    return { ok: false, problem: `the console ${this.#path} ${why}`, hungUp: code !== 'EAGAIN' };
  }
}
