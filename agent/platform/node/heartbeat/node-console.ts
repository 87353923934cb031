import { closeSync, constants, openSync, writeSync } from 'node:fs';
import type { ConsolePort, Result } from '#agent/core/ports.ts';
import { codeOf } from '../snapshot/error-code.ts';

const { O_WRONLY, O_NONBLOCK, O_NOCTTY, O_APPEND } = constants;
/** Not a controlling terminal, not waiting for a carrier, not waiting for whoever reads it. */
export const CONSOLE_FLAGS = O_WRONLY | O_NONBLOCK | O_NOCTTY | O_APPEND;

/** The console that `auto` means: where the kernel prints to. */
export const CONSOLE_AUTO = '/dev/console';

/**
 * Writes lines to a console without ever waiting for it. The device stays open: closing a serial port can wait for its
 * output to drain. It is opened anew when it was hung up (a getty that starts does that).
 */
export class NodeConsole implements ConsolePort {
  readonly #path: string;
  #descriptor: number | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** @returns why the console cannot be used, or nothing */
  open(): Result {
    if (this.#descriptor !== undefined) return { ok: true, value: undefined };
    try {
      this.#descriptor = openSync(this.#path, CONSOLE_FLAGS);
      return { ok: true, value: undefined };
    } catch (error) {
      const problem = `the console ${this.#path} cannot be opened (${codeOf(error)}); name one in heartbeat.console, or none`;
      return { ok: false, problem };
    }
  }

  writeLine(line: string): Result {
    const first = this.#write(line);
    if (first.ok || !first.hungUp) return first;
    this.close();
    return this.#write(line);
  }

  close(): void {
    const descriptor = this.#descriptor;
    this.#descriptor = undefined;
    if (descriptor !== undefined) closeQuietly(descriptor);
  }

  #write(line: string): { ok: true; value: undefined } | { ok: false; problem: string; hungUp: boolean } {
    const opened = this.open();
    if (!opened.ok) return { ...opened, hungUp: false };
    const bytes = Buffer.from(`${line}\n`, 'latin1');
    try {
      const written = writeSync(this.#descriptor ?? -1, bytes);
      if (written === bytes.length) return { ok: true, value: undefined };
      return { ok: false, problem: `the console ${this.#path} took only a part of the label`, hungUp: false };
    } catch (error) {
      const code = codeOf(error);
      const why = code === 'EAGAIN' ? 'is full: nobody reads it' : `cannot be written (${code})`;
      return { ok: false, problem: `the console ${this.#path} ${why}`, hungUp: code !== 'EAGAIN' };
    }
  }
}

function closeQuietly(descriptor: number): void {
  try {
    closeSync(descriptor);
  } catch {
    // The descriptor is gone in any case.
  }
}
