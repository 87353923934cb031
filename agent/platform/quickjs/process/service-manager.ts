import { notify } from 'cherub:native';
import { getenv } from 'qjs:std';
import { errnoName } from './errno-name.ts';

/** How many times within the manager's patience it hears from the agent: five may be lost. */
const BEATS_A_TIMEOUT = 6;

/** Tells systemd that the agent is ready, and that it still lives: one datagram each. Without NOTIFY_SOCKET nothing. */
export class ServiceManager {
  readonly #socket: string;
  readonly #watchdogEveryUs: number | undefined;
  readonly #onProblem: (problem: string | undefined) => void;
  #lastUs: number | undefined;

  constructor(onProblem: (problem: string | undefined) => void) {
    this.#socket = getenv('NOTIFY_SOCKET') ?? '';
    this.#onProblem = onProblem;
    const watchdogUs = Number(getenv('WATCHDOG_USEC') ?? 0);
    this.#watchdogEveryUs = watchdogUs > 0 ? watchdogUs / BEATS_A_TIMEOUT : undefined;
  }

  ready(): void {
    this.#send('READY=1');
  }

  stopping(): void {
    this.#send('STOPPING=1');
  }

  /** To be called from the main loop about once a second: that it is called is what the watchdog watches. */
  tick(nowUs: number): void {
    const every = this.#watchdogEveryUs;
    if (every === undefined || (this.#lastUs !== undefined && nowUs - this.#lastUs < every)) return;
    // What did not go out is tried again with the next tick.
    if (this.#send('WATCHDOG=1')) this.#lastUs = nowUs;
  }

  #send(text: string): boolean {
    if (this.#socket === '') return true;
    const result = notify(this.#socket, text);
    this.#onProblem(result < 0 ? `systemd does not take notices (${errnoName(result)})` : undefined);
    return result === 0;
  }
}
