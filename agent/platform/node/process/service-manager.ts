import { spawn } from 'node:child_process';
import { findProgram } from './find-program.ts';

/** A notifier that takes longer hangs. */
const LIMIT_MS = 5000;
/** How many times within the manager's patience it hears from the agent: five may be lost. */
const BEATS_A_TIMEOUT = 6;

/** What systemd tells a service about itself; all unset without systemd. */
export interface ServiceEnvironment {
  NOTIFY_SOCKET?: string;
  WATCHDOG_USEC?: string;
}

/**
 * Tells systemd that the agent is ready, and that it still lives. Node has no unix datagram sockets, so `systemd-notify`
 * sends the words: docs/decisions/0040. Without NOTIFY_SOCKET it does nothing.
 */
export class ServiceManager {
  readonly #program: string | undefined;
  readonly #watchdogEveryUs: number | undefined;
  readonly #onProblem: (problem: string | undefined) => void;
  #running = false;
  #lastUs: number | undefined;

  constructor(
    environment: ServiceEnvironment,
    onProblem: (problem: string | undefined) => void,
    find: () => string | undefined = () => findProgram('systemd-notify'),
  ) {
    const wanted = (environment.NOTIFY_SOCKET ?? '') !== '';
    this.#program = wanted ? find() : undefined;
    this.#onProblem = onProblem;
    const watchdogUs = Number(environment.WATCHDOG_USEC ?? 0);
    this.#watchdogEveryUs = wanted && watchdogUs > 0 ? watchdogUs / BEATS_A_TIMEOUT : undefined;
    if (wanted && this.#program === undefined)
      onProblem('systemd waits for a notice, but systemd-notify is not installed');
  }

  ready(): void {
    this.#send(['--ready']);
  }

  stopping(): void {
    this.#send(['STOPPING=1']);
  }

  /** To be called from the main loop about once a second: that it is called is what the watchdog watches. */
  tick(nowUs: number): void {
    const every = this.#watchdogEveryUs;
    if (every === undefined || this.#running) return;
    if (this.#lastUs !== undefined && nowUs - this.#lastUs < every) return;
    const before = this.#lastUs;
    this.#lastUs = nowUs;
    this.#send(['WATCHDOG=1'], () => {
      // Tried again with the next tick.
      this.#lastUs = before;
    });
  }

  #send(words: readonly string[], onFailure: () => void = () => {}): void {
    if (this.#program === undefined) return;
    this.#running = true;
    runProgram(this.#program, words, (problem) => {
      this.#running = false;
      this.#onProblem(problem);
      if (problem !== undefined) onFailure();
    });
  }
}

/** Calls `settled` once, soon: with a problem, or with nothing when the program ended with 0. */
function runProgram(
  program: string,
  words: readonly string[],
  settled: (problem: string | undefined) => void,
): void {
  let isSettled = false;
  const settle = (problem: string | undefined): void => {
    if (isSettled) return;
    isSettled = true;
    clearTimeout(timer);
    settled(problem);
  };
  let timer: NodeJS.Timeout | undefined;
  try {
    const child = spawn(program, words, { stdio: 'ignore', cwd: '/' });
    timer = setTimeout(() => {
      child.kill('SIGKILL');
      settle('systemd-notify did not end in time');
    }, LIMIT_MS);
    timer.unref();
    child.once('error', () => settle('systemd-notify cannot be run'));
    child.once('exit', (code) => settle(code === 0 ? undefined : 'systemd-notify failed'));
  } catch {
    // Some errors of fork (ENOMEM) are thrown and not told by an event.
    settle('systemd-notify cannot be run');
  }
}
