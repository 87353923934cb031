import type { cherub } from '#protocol/messages/generated/cherub.js';
import type { LogPort } from '../ports.ts';

/**
 * - `absent`: looked for and not there, which an image that runs everywhere must live with
 * - `failing`: it was asked for by name, or it worked before
 */
export type ProblemGrade = 'absent' | 'failing';

/** The parts of the agent that can have a problem; bounds what is kept and logged. */
export type AgentPart =
  | 'heartbeat'
  | 'logger'
  | 'console'
  | 'recorder'
  | 'link'
  | 'config'
  | 'snapshot'
  | 'inventory'
  | 'systemd';

/** What is wrong at present, part by part. A problem is logged once, when it comes or changes, and once when it is over. */
export class ProblemLog {
  readonly #log: LogPort;
  readonly #problems = new Map<AgentPart, { problem: string; grade: ProblemGrade }>();

  constructor(log: LogPort) {
    this.#log = log;
  }

  /** Sets the state of a part; `undefined`: all is well. */
  set(part: AgentPart, problem: string | undefined, grade: ProblemGrade = 'failing'): void {
    const before = this.#problems.get(part);
    if (problem === undefined) {
      if (before === undefined) return;
      this.#problems.delete(part);
      this.#log.info(`${part}: works again`);
      return;
    }
    this.#problems.set(part, { problem, grade });
    if (before?.problem !== problem) this.#log.warn(`${part}: ${problem}`);
  }

  /** The part was switched off, or starts anew: what was said of it holds no more, and that is not worth a line. */
  forget(part: AgentPart): void {
    this.#problems.delete(part);
  }

  /** Whether anything that should work does not. */
  get degraded(): boolean {
    return [...this.#problems.values()].some(({ grade }) => grade === 'failing');
  }

  missing(): cherub.Missing.$Properties[] {
    return [...this.#problems].map(([part, { problem }]) => ({ part, reason: problem }));
  }
}
