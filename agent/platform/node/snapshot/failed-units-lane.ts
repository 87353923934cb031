import { type ChildProcess, execFile } from 'node:child_process';
import { parseFailedUnits } from '#agent/core/snapshot/failed-units.ts';
import { absent, failed, type Part, present } from '#agent/core/snapshot/part.ts';
import type { cherub } from '#protocol/messages/generated/cherub.js';

/** Starting systemctl costs some 10 ms of CPU: far too much for each snapshot. */
const ASK_EVERY_US = 60_000_000;

const DEADLINE_MS = 10_000;

const OUTPUT_BYTES_MAX = 262_144;

const ARGUMENTS = ['list-units', '--failed', '--plain', '--no-legend', '--no-pager', '--full'] as const;

/**
 * Asks systemd for failed units beside the snapshot path: one `systemctl` at a time, killed when it takes too
 * long. A killed one that does not die (state D) is waited for, so that they never pile up.
 */
export class FailedUnitsLane {
  readonly #command: string;
  readonly #isSystemd: boolean;
  #answer: Part<cherub.FailedUnit.$Properties[]> = absent('not asked yet');
  #askedUs: number | undefined;
  #running: ChildProcess | undefined;

  /**
   * @param options.isSystemd whether pid 1 is systemd; without it nothing is ever started
   * @param options.command the program to ask, by name or path
   */
  constructor(options: { readonly isSystemd: boolean; readonly command: string }) {
    this.#isSystemd = options.isSystemd;
    this.#command = options.command;
    if (!options.isSystemd) this.#answer = present([]);
  }

  /** Asks when it is due; returns at once. */
  step(nowUs: number): void {
    const isDue = this.#askedUs === undefined || nowUs - this.#askedUs >= ASK_EVERY_US;
    if (!this.#isSystemd || this.#running !== undefined || !isDue) return;
    this.#askedUs = nowUs;
    const options = {
      encoding: 'utf8',
      timeout: DEADLINE_MS,
      killSignal: 'SIGKILL',
      maxBuffer: OUTPUT_BYTES_MAX,
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin:/usr/sbin:/sbin', SYSTEMD_COLORS: '0' },
    } as const;
    try {
      this.#running = execFile(this.#command, ARGUMENTS, options, (error, stdout) => {
        this.#running = undefined;
        this.#answer = error === null ? this.#taken(stdout) : failed(`${this.#command}: ${why(error)}`);
      });
    } catch (error) {
      // A guest without memory or process numbers: the next turn tries again.
      this.#answer = failed(`${this.#command} cannot be started: ${String(error)}`);
    }
  }

  /** The last answer; a question that is open far beyond its deadline makes it failed. */
  read(nowUs: number): Part<cherub.FailedUnit.$Properties[]> {
    const waitedUs = this.#askedUs === undefined ? 0 : nowUs - this.#askedUs;
    if (this.#running !== undefined && waitedUs > DEADLINE_MS * 2000) {
      return failed(`${this.#command} has not ended for ${Math.round(waitedUs / 1_000_000)} s`);
    }
    return this.#answer;
  }

  isComplete(): boolean {
    return !this.#isSystemd || (this.#askedUs !== undefined && this.#running === undefined);
  }

  close(): void {
    this.#running?.kill('SIGKILL');
  }

  #taken(stdout: string): Part<cherub.FailedUnit.$Properties[]> {
    const { units, left } = parseFailedUnits(stdout);
    if (left > 0) units.push({ name: `and ${left} more` });
    return present(units);
  }
}

function why(error: {
  readonly killed?: boolean;
  readonly code?: string | number | null;
  message: string;
}): string {
  if (error.killed === true) return `no answer within ${DEADLINE_MS / 1000} s`;
  return error.code === 'ENOENT' ? 'is not installed' : `ended with ${error.code ?? 'a signal'}`;
}
