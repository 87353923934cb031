import type { Evidence } from '../incidents/evidence.ts';
import type { Level } from '../incidents/incident.ts';
import type { Findings } from './findings.ts';
import type { StepFields } from './step-fields.ts';
import type { FoundSymbols } from './symbols/symbol-source.ts';
import type { DiagnosisTarget } from './target.ts';

/** One way to get evidence. Its file in `steps/` is all that there is of it, with its line in `catalogue.ts`. */
export interface Step<O extends StepFields = StepFields> {
  /** What it does to the guest; `exec` lets the script say it. */
  level(options: O): Level;
  /** What it needs when the script does not say: milliseconds and bytes. */
  readonly timeoutMs: number;
  readonly bytesMax: number;
  /** The part that is missing when the step cannot begin. */
  path(options: O): string;
  /** Why it cannot be done on this VM, one line for a person; undefined: it can be tried. Looks, and asks nobody. */
  unavailable(target: DiagnosisTarget, options: O): string | undefined;
  /** Ends soon after `signal`; may throw: what it says is then the reason why its parts are missing. */
  run(context: StepContext, options: O): Promise<void>;
}

/** A part as a step gives it; level and time are the runner's. */
export interface StepPart {
  /** As in `part-path.ts`; a step that stands in a script twice gets a number into it. */
  readonly path: string;
  readonly mediaType: string;
  /** How it was got, when that is more than the step's name. */
  readonly source?: string;
  /** Holds memory of the guest. */
  readonly local?: true;
  /** The content is the beginning of something longer. */
  readonly cut?: true;
}

/** What a step works with. After its end nothing of it reaches the bundle any more. */
export interface StepContext {
  readonly target: DiagnosisTarget;
  readonly incident: string;
  /** Aborted at the deadline, or when the companion stops. */
  readonly signal: AbortSignal;
  /** What other steps found, and what this one adds for the search for the culprit. */
  readonly findings: Findings;
  /** Milliseconds until the deadline. */
  readonly leftMs: () => number;
  /** Bytes that the step may still add. */
  readonly bytesLeft: () => number;
  readonly monotonicMs: () => number;
  readonly wallMs: () => number;
  /** Keeps a part. Text that is too long is cut at the end of a line; anything else that is too long is missing. */
  readonly add: (part: StepPart, content: Uint8Array | string) => Promise<void>;
  /** Takes over a file. @returns whether it was taken: where not, it still stands where it was */
  readonly addFile: (part: StepPart, file: string, bytes: number) => Promise<boolean>;
  readonly missing: (path: string, reason: string, source?: string) => Promise<void>;
  readonly evidence: (evidence: Partial<Evidence>) => Promise<void>;
  /** The symbols of the guest's kernel; looked for once in a diagnosis. */
  readonly symbols: () => Promise<FoundSymbols>;
}
