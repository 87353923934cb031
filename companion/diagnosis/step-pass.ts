import type { DiagnoseEvent } from '../control/diagnose-event.ts';
import type { AddResult, IncidentBundle } from '../incidents/bundle.ts';
import type { Evidence } from '../incidents/evidence.ts';
import type { Level } from '../incidents/incident.ts';
import { formatBytes } from '../output/quantities.ts';
import type { StepPart } from './step.ts';

export interface StepPassOptions {
  readonly step: {
    readonly name: string;
    readonly level: Level;
    readonly path: string;
    readonly turn: number;
  };
  /** What it may add. */
  readonly bytes: number;
  readonly wallMs: () => number;
  readonly onEvent: (event: DiagnoseEvent) => void;
}

/** What can be cut at the end of a line and still be read. */
const LINES = /^(?:text\/.*|application\/jsonl)$/u;

/** One step's way into the bundle: its budget, its events, and nothing after it was closed. */
export class StepPass {
  readonly #bundle: IncidentBundle;
  readonly #o: StepPassOptions;
  #used = 0;
  #isOpen = true;
  /** The step said something about its main part: it is there, or why it is not. */
  #isToldOf = false;

  constructor(bundle: IncidentBundle, o: StepPassOptions) {
    this.#bundle = bundle;
    this.#o = o;
  }

  get bytesLeft(): number {
    return Math.max(0, this.#o.bytes - this.#used);
  }

  async add(part: StepPart, content: Uint8Array | string): Promise<void> {
    const whole = typeof content === 'string' ? Buffer.from(content) : content;
    const isCut = whole.length > this.bytesLeft;
    if (isCut && !LINES.test(part.mediaType)) {
      await this.missing(part.path, tooLong(whole.length, this.bytesLeft), part.source);
      return;
    }
    const bytes = isCut ? wholeLines(whole, this.bytesLeft) : whole;
    if (isCut && bytes.length === 0) {
      await this.missing(part.path, tooLong(whole.length, this.bytesLeft), part.source);
      return;
    }
    this.#used += bytes.length;
    await this.#keep(part, (input) => this.#bundle.add({ ...input, ...(isCut && { cut: true }) }, bytes));
  }

  async addFile(part: StepPart, file: string, bytes: number): Promise<boolean> {
    if (bytes > this.bytesLeft) {
      await this.missing(part.path, tooLong(bytes, this.bytesLeft), part.source);
      return false;
    }
    this.#used += bytes;
    return this.#keep(part, (input) => this.#bundle.addFile(input, file, bytes));
  }

  async missing(path: string, reason: string, source?: string): Promise<void> {
    if (!this.#isOpen) return;
    const input = this.#input({ path, mediaType: '', ...(source !== undefined && { source }) });
    this.#tell(path);
    const { path: own, source: from, level, takenAtMs } = input;
    await this.#bundle.addMissing({ path: own, source: from, level, takenAtMs, reason });
    this.#o.onEvent({ kind: 'missing', path: own, reason });
  }

  async evidence(evidence: Partial<Evidence>): Promise<void> {
    if (this.#isOpen) await this.#bundle.addEvidence(evidence);
  }

  /** The step did not end in order: says why for its main part, or beside what it got. */
  async fail(reason: string): Promise<void> {
    if (!this.#isToldOf) await this.missing(this.#o.step.path, reason);
    else await this.evidence({ notes: [`${this.#o.step.name}: ${reason}`] });
  }

  /** @returns what it used */
  close(): number {
    this.#isOpen = false;
    return this.#used;
  }

  async #keep(part: StepPart, add: (input: StepPart & Stamp) => Promise<AddResult>): Promise<boolean> {
    if (!this.#isOpen) return false;
    this.#tell(part.path);
    const input = this.#input(part);
    const result = await add(input);
    const { path } = input;
    this.#o.onEvent(
      result.ok
        ? { kind: 'part', path, bytes: result.part.bytes }
        : { kind: 'missing', path, reason: result.reason },
    );
    return result.ok;
  }

  #tell(path: string): void {
    if (path === this.#o.step.path) this.#isToldOf = true;
  }

  #input(part: StepPart): StepPart & Stamp {
    const { step, wallMs } = this.#o;
    return {
      ...part,
      path: numberedPath(part.path, step.turn),
      source: part.source ?? step.name,
      level: step.level,
      takenAtMs: wallMs(),
    };
  }
}

interface Stamp {
  readonly source: string;
  readonly level: Level;
  readonly takenAtMs: number;
}

/** `sysrq/t.txt` of the second turn is `sysrq/t-2.txt`. */
export function numberedPath(path: string, turn: number): string {
  const dot = path.lastIndexOf('.');
  return turn === 1 ? path : `${path.slice(0, dot)}-${turn}${path.slice(dot)}`;
}

function wholeLines(bytes: Uint8Array, bytesMax: number): Uint8Array {
  return bytes.subarray(0, bytes.subarray(0, bytesMax).lastIndexOf(0x0a) + 1);
}

function tooLong(bytes: number, left: number): string {
  return `${formatBytes(bytes)} are more than the ${formatBytes(left)} that were left for this step`;
}
