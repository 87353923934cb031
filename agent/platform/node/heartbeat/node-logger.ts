import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { LoggerPort, Result } from '#agent/core/ports.ts';
import { codeOf } from '../snapshot/error-code.ts';
import { CONSOLE_FLAGS } from './node-console.ts';

/** A logger that takes longer hangs: on a syslog that does not read, or on the console. */
export const LOGGER_LIMIT_MS = 3000;

export interface NodeLoggerOptions {
  /** Absolute path of util-linux's or busybox's logger. */
  program: string;
  tag: string;
  /** Where its stderr goes, which `-s` writes the label to; `undefined`: nowhere. */
  consolePath: string | undefined;
  limitMs?: number;
}

/** Gives labels to the system's own log and, by `logger -s`, to the console. */
export class NodeLogger implements LoggerPort {
  readonly #o: NodeLoggerOptions;

  constructor(options: NodeLoggerOptions) {
    this.#o = options;
  }

  async send(line: string): Promise<Result> {
    const { program, tag, consolePath, limitMs = LOGGER_LIMIT_MS } = this.#o;
    let stderr: number | undefined;
    try {
      // Its own opening of the device: libuv makes what a child gets as stderr blocking, and ours must not become that.
      stderr = consolePath === undefined ? undefined : openSync(consolePath, CONSOLE_FLAGS);
      return await runLogger(program, ['-t', tag, '-s', line], stderr ?? 'ignore', limitMs);
    } catch (error) {
      return { ok: false, problem: `${program} cannot be run (${codeOf(error)})` };
    } finally {
      if (stderr !== undefined) closeSync(stderr);
    }
  }
}

function runLogger(
  program: string,
  parameters: readonly string[],
  stderr: number | 'ignore',
  limitMs: number,
): Promise<Result> {
  return new Promise((resolve) => {
    // Throws for some errors and tells others by an event.
    const child = spawn(program, parameters, {
      stdio: ['ignore', 'ignore', stderr],
      cwd: '/',
      detached: false,
    });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      finish({ ok: false, problem: `${program} did not end within ${limitMs / 1000} s` });
    }, limitMs);
    const finish = (result: Result): void => {
      clearTimeout(timer);
      resolve(result);
    };
    child.once('error', (error) =>
      finish({ ok: false, problem: `${program} cannot be run (${codeOf(error)})` }),
    );
    child.once('exit', (code, signal) => {
      if (code === 0) finish({ ok: true, value: undefined });
      else finish({ ok: false, problem: `${program} ended with ${code ?? signal ?? 'an unknown state'}` });
    });
  });
}
