import type { CheckPort } from '#agent/core/checks/check-port.ts';
import { parseFailedUnits } from '#agent/core/snapshot/failed-units.ts';
import { absent, failed, type Part, present } from '#agent/core/snapshot/part.ts';
import type { cherub } from '#protocol/messages/generated/cherub.js';
import { findProgram } from '../process/find-program.ts';

/** Starting systemctl costs some 10 ms of CPU: far too much for each snapshot. */
const ASK_EVERY_US = 60_000_000;
const DEADLINE_MS = 10_000;
const OUTPUT_BYTES_MAX = 65_536;
const ARGUMENTS = ['list-units', '--failed', '--plain', '--no-legend', '--no-pager', '--full'];

type Answer = Part<cherub.FailedUnit.$Properties[]>;

/** Asks systemd for failed units beside the snapshot path: one `systemctl` at a time, killed when it takes too long. */
export class FailedUnitsLane {
  readonly #run: CheckPort['run'];
  readonly #isSystemd: boolean;
  #answer: Answer = absent('not asked yet');
  #askedUs: number | undefined;
  #isRunning = false;

  /** @param isSystemd whether pid 1 is systemd; without it nothing is ever started */
  constructor(run: CheckPort['run'], isSystemd: boolean) {
    this.#run = run;
    this.#isSystemd = isSystemd;
    if (!isSystemd) this.#answer = present([]);
  }

  /** Asks when it is due; returns at once. */
  step(nowUs: number): void {
    const isDue = this.#askedUs === undefined || nowUs - this.#askedUs >= ASK_EVERY_US;
    if (!this.#isSystemd || this.#isRunning || !isDue) return;
    this.#askedUs = nowUs;
    this.#isRunning = true;
    void this.#ask().then((answer) => {
      this.#isRunning = false;
      this.#answer = answer;
    });
  }

  /** The last answer; a question that is open far beyond its deadline makes it failed. */
  read(nowUs: number): Answer {
    const waitedUs = this.#askedUs === undefined ? 0 : nowUs - this.#askedUs;
    if (this.#isRunning && waitedUs > DEADLINE_MS * 2000)
      return failed(`systemctl has not ended for ${Math.round(waitedUs / 1_000_000)} s`);
    return this.#answer;
  }

  isComplete(): boolean {
    return !this.#isSystemd || (this.#askedUs !== undefined && !this.#isRunning);
  }

  async #ask(): Promise<Answer> {
    const program = findProgram('systemctl');
    if (program === undefined) return failed('systemctl is not installed');
    const o = { timeoutMs: DEADLINE_MS, outputBytesMax: OUTPUT_BYTES_MAX };
    const end = await this.#run([program, ...ARGUMENTS], o);
    if (end.kind === 'ended' && end.code === 0) {
      const { units, left } = parseFailedUnits(end.output);
      return present(left > 0 ? [...units, { name: `and ${left} more` }] : units);
    }
    if (end.kind === 'timeout') return failed(`systemctl: no answer within ${DEADLINE_MS / 1000} s`);
    if (end.kind === 'failed') return failed(end.problem);
    return failed(`systemctl: ended with ${end.kind === 'ended' ? end.code : end.signal}`);
  }
}
