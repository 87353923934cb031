import { parseLabel } from '#protocol/label/parse-label.ts';
import type { Observation } from '../observation.ts';
import { CaptureRing } from './capture-ring.ts';
import { consoleText } from './console-text.ts';
import { LineSplitter, type RawLine } from './line-splitter.ts';
import type { ConsoleOptions } from './options.ts';
import { RateLimit } from './rate-limit.ts';

/** What every label of every version begins with. */
const MARK = 'cherub/';

/** What an entry takes besides its text. */
const ENTRY_BYTES = 400;

const LINES_DROPPED = 'lines dropped, more than bytesPerSecondMax allows';

/** What was seen on a console since the companion started. */
export interface ConsoleCounters {
  bytes: number;
  lines: number;
  labels: number;
  /** Lines with the mark of a label in which no good label stands. */
  labelsInvalid: number;
  /** Lines that were more than the console may add to the spool. */
  linesDropped: number;
}

/** Gets every byte before it is cut into lines; `history` as in an observation. */
export type OnConsoleBytes = (bytes: Uint8Array, history: boolean) => void;

/** Turns the bytes of a console into observations: pure, time comes in. */
export class ConsoleLines {
  readonly counters: ConsoleCounters = { bytes: 0, lines: 0, labels: 0, labelsInvalid: 0, linesDropped: 0 };
  readonly #appId: string;
  readonly #capture: CaptureRing;
  readonly #rate: RateLimit;
  readonly #onBytes: OnConsoleBytes | undefined;
  #splitter = new LineSplitter();
  #stream = '';

  constructor(appId: string, options: ConsoleOptions, onBytes?: OnConsoleBytes) {
    this.#appId = appId;
    this.#onBytes = onBytes;
    this.#capture = new CaptureRing(options.captureBytes);
    this.#rate = new RateLimit(options.bytesPerSecondMax);
  }

  /** The offset in the stream up to which lines were given out. */
  get offset(): number {
    return this.#splitter.consumedOffset;
  }

  /** The last bytes as they came. */
  captured(): Uint8Array {
    return this.#capture.read();
  }

  /**
   * Another stream begins: a new connection, a new file.
   * @param stream a text that no other stream of this VM has
   * @param offset of its first byte to come
   */
  begin(stream: string, offset: number): void {
    this.#stream = stream;
    this.#splitter = new LineSplitter(offset);
  }

  /** @param history the bytes were there before anybody looked: what they say is no sign of life */
  push(chunk: Uint8Array, nowUs: number, history: boolean): Observation[] {
    this.counters.bytes += chunk.length;
    this.#capture.push(chunk);
    this.#onBytes?.(chunk, history);
    return this.#observe(this.#splitter.push(chunk), nowUs, history);
  }

  /** The line that has no end yet, for when nothing came for a while or the stream is over. */
  flush(nowUs: number, history: boolean): Observation[] {
    return this.#observe(this.#splitter.flush(), nowUs, history);
  }

  #observe(lines: readonly RawLine[], nowUs: number, history: boolean): Observation[] {
    const droppedBefore = this.counters.linesDropped;
    const found: Observation[] = [];
    for (const line of lines) {
      const observation = this.#observeLine(line, nowUs, history);
      if (observation !== undefined) found.push(observation);
    }
    const count = this.counters.linesDropped - droppedBefore;
    if (count > 0) found.push({ kind: 'loss', count, what: LINES_DROPPED });
    return found;
  }

  #observeLine(line: RawLine, nowUs: number, history: boolean): Observation | undefined {
    this.counters.lines += 1;
    // Only a line with the mark can be a label, and only labels pass in a flood: the rest must cost little then.
    const isCandidate = Buffer.from(line.bytes.buffer, line.bytes.byteOffset, line.bytes.byteLength).includes(
      MARK,
    );
    const mayPass = this.#rate.take(line.bytes.length + ENTRY_BYTES, nowUs);
    if (!isCandidate && !mayPass) {
      this.counters.linesDropped += 1;
      return undefined;
    }
    const text = consoleText(line.bytes);
    const id = `${this.#appId}/console/${this.#stream}/${line.offset}`;
    const parsed = isCandidate ? parseLabel(text) : undefined;
    if (parsed?.kind === 'label') {
      this.counters.labels += 1;
      return { kind: 'line', id, text, history, label: parsed.label };
    }
    if (parsed?.kind === 'invalid') this.counters.labelsInvalid += 1;
    if (text === '') return undefined;
    if (mayPass) return { kind: 'line', id, text, history };
    this.counters.linesDropped += 1;
    return undefined;
  }
}
