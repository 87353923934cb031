import { formatLabel } from '#protocol/label/format-label.ts';
import type { Label } from '#protocol/label/label.ts';
import type { ConsolePort, LoggerPort, Result } from '../ports.ts';

/** How one label went. */
export interface BeatOutcome {
  /** The last form that was given away. */
  line: string;
  via: 'logger' | 'console' | 'none';
  /** `logger` took it. */
  delivered: boolean;
  /** What went wrong on the way, `''` when nothing did. */
  problem: string;
}

/** `undefined`: not there, or switched off; the reason is reported by whoever opened it. */
export interface BeatPorts {
  logger: LoggerPort | undefined;
  console: ConsolePort | undefined;
}

/**
 * Sends labels: through `logger`, which gives them to the guest's own log and to the console; when it is missing,
 * fails or still sits on the one before, straight to the console. At most one logger runs at a time.
 */
export class HeartbeatLane {
  readonly #ports: BeatPorts;
  #outstanding = false;

  constructor(ports: BeatPorts) {
    this.#ports = ports;
  }

  /** Never rejects; settles within the logger's time limit. */
  async beat(label: Omit<Label, 'via'>): Promise<BeatOutcome> {
    const { logger } = this.#ports;
    if (logger === undefined) return this.#direct(label, 'there is no logger');
    if (this.#outstanding) return this.#direct(label, 'logger has not ended since the label before');
    const line = formatLabel({ ...label, via: 'logger' });
    this.#outstanding = true;
    let result: Result;
    try {
      result = await logger.send(line);
    } finally {
      this.#outstanding = false;
    }
    if (result.ok) return { line, via: 'logger', delivered: true, problem: '' };
    return this.#direct(label, result.problem);
  }

  #direct(label: Omit<Label, 'via'>, problem: string): BeatOutcome {
    const line = formatLabel({ ...label, via: 'console' });
    const { console } = this.#ports;
    if (console === undefined)
      return { line, via: 'none', delivered: false, problem: `${problem}; and there is no console` };
    const written = console.writeLine(line);
    return written.ok
      ? { line, via: 'console', delivered: false, problem }
      : { line, via: 'none', delivered: false, problem: `${problem}; ${written.problem}` };
  }
}
