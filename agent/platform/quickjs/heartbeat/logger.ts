import { isExecutable, spawn } from 'cherub:native';
import * as os from 'qjs:os';
import type { LoggerPort, Result } from '#agent/core/ports.ts';
import { errnoName } from '../process/errno-name.ts';
import { findProgram } from '../process/find-program.ts';
import { waitForEnd } from '../process/wait-for-end.ts';
import { openConsoleDevice } from './console.ts';

/** A logger that takes longer hangs: on a syslog that does not read, or on the console. */
const LOGGER_LIMIT_MS = 3000;

/** The logger program that a config means, or `undefined` when there is none. */
export function findLogger(wish: string): string | undefined {
  if (wish === 'auto') return findProgram('logger');
  return isExecutable(wish) ? wish : undefined;
}

/** Gives labels to the system's own log and, by `logger -s`, to the console. */
export class SystemLogger implements LoggerPort {
  readonly #program: string;
  readonly #tag: string;
  readonly #consolePath: string | undefined;

  /** @param o.consolePath where its stderr goes, which `-s` writes the label to; `undefined`: nowhere */
  constructor(o: {
    readonly program: string;
    readonly tag: string;
    readonly consolePath: string | undefined;
  }) {
    this.#program = o.program;
    this.#tag = o.tag;
    this.#consolePath = o.consolePath;
  }

  async send(line: string): Promise<Result> {
    const program = this.#program;
    const stderr = this.#consolePath === undefined ? -1 : openConsoleDevice(this.#consolePath);
    if (this.#consolePath !== undefined && stderr < 0) return notRun(program, stderr);
    const pid = spawn([program, '-t', this.#tag, '-s', line], undefined, -1, stderr, false);
    if (stderr >= 0) os.close(stderr);
    if (pid < 0) return notRun(program, pid);
    return await endOf(program, pid);
  }
}

function notRun(program: string, errno: number): Result {
  return { ok: false, problem: `${program} cannot be run (${errnoName(errno)})` };
}

function endOf(program: string, pid: number): Promise<Result> {
  return new Promise((resolve) => {
    const timer = os.setTimeout(() => {
      os.kill(pid, os.SIGKILL);
      resolve({ ok: false, problem: `${program} did not end within ${LOGGER_LIMIT_MS / 1000} s` });
    }, LOGGER_LIMIT_MS);
    void waitForEnd(pid).then((status) => {
      os.clearTimeout(timer);
      if (status === 0) resolve({ ok: true, value: undefined });
      else {
        const how = status < 0 ? `signal ${-status}` : status;
        resolve({ ok: false, problem: `${program} ended with ${how}` });
      }
    });
  });
}
