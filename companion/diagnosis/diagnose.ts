import type { DiagnoseEvent } from '../control/diagnose-event.ts';
import type { IncidentBundle } from '../incidents/bundle.ts';
import type { Level } from '../incidents/incident.ts';
import { catalogued } from './catalogue.ts';
import { findCulprit } from './culprit.ts';
import { type Findings, noFindings } from './findings.ts';
import { type Candidate, type PlannedStep, planDiagnosis, shareOf } from './plan.ts';
import type { DiagnosticScript } from './script.ts';
import type { StepContext } from './step.ts';
import { numberedPath, StepPass } from './step-pass.ts';
import type { FoundSymbols } from './symbols/symbol-source.ts';
import type { DiagnosisTarget } from './target.ts';

export interface DiagnosisClock {
  /** Milliseconds since 1970. */
  readonly wallMs: () => number;
  readonly monotonicMs: () => number;
}

export interface DiagnoseOptions {
  readonly script: DiagnosticScript;
  /** The highest that policy allows; the script may stop below. */
  readonly level: Level;
  /** Gets `step`, `part` and `missing`; who opened the bundle tells the others. */
  readonly onEvent: (event: DiagnoseEvent) => void;
  /** Aborted when the companion stops: what was not begun is missing with that reason. */
  readonly signal: AbortSignal;
  readonly clock: DiagnosisClock;
}

type StepOptions = DiagnosticScript['steps'][number];
type Planned = PlannedStep<StepOptions>;

/** A step that does not end when told to is left behind after this. */
const GRACE_MS = 500;

/**
 * Takes evidence by a script into an open bundle, and does not seal it. Never rejects; a step that fails, hangs or asks for too
 * much costs its own parts alone.
 */
export async function diagnose(
  target: DiagnosisTarget,
  bundle: IncidentBundle,
  o: DiagnoseOptions,
): Promise<void> {
  await new Diagnosis(target, bundle, o).run().catch(async (error: unknown) => {
    // A bundle that was sealed under us: there is no place left to say it in.
    await bundle
      .addEvidence({ notes: [`the diagnosis ended early: ${describe(error)}`] })
      .catch(() => undefined);
  });
}

class Diagnosis {
  readonly #target: DiagnosisTarget;
  readonly #bundle: IncidentBundle;
  readonly #o: DiagnoseOptions;
  readonly #findings: Findings = noFindings();
  readonly #startMs: number;
  #bytesUsed = 0;
  #symbols: Promise<FoundSymbols> | undefined;

  constructor(target: DiagnosisTarget, bundle: IncidentBundle, o: DiagnoseOptions) {
    this.#target = target;
    this.#bundle = bundle;
    this.#o = o;
    this.#startMs = o.clock.monotonicMs();
  }

  async run(): Promise<void> {
    const { script, level } = this.#o;
    const candidates = script.steps.map((options) => this.#candidate(options));
    const plan = planDiagnosis(candidates, { script: script.level, policy: level });
    for (const [at, step] of plan.steps.entries()) {
      const { name, level: its } = step;
      this.#o.onEvent({ kind: 'step', step: name, level: its, number: at + 1, count: plan.steps.length });
      await this.#runStep(step, plan.steps.slice(at));
    }
    for (const { reason, ...step } of plan.leftOut) await this.#miss(step, step.path, reason);
    const symbols = await this.#symbols;
    const culprit = findCulprit(this.#findings, symbols?.ok === true ? symbols.symbols : undefined);
    await this.#bundle.addEvidence({
      ...(culprit && { culprit }),
      ...(symbols?.ok === false && { notes: [symbols.reason] }),
    });
  }

  #candidate(options: StepOptions): Candidate<StepOptions> {
    const step = catalogued(options);
    return {
      name: options.step,
      options,
      level: step.level(options),
      path: step.path(options),
      timeoutMs: options.timeoutSeconds === undefined ? step.timeoutMs : options.timeoutSeconds * 1000,
      bytesMax: options.bytesMax ?? step.bytesMax,
      unavailable: step.unavailable(this.#target, options),
    };
  }

  async #runStep(step: Planned, ahead: readonly Planned[]): Promise<void> {
    const { script, signal, clock } = this.#o;
    const leftMs = script.timeoutSeconds * 1000 - (clock.monotonicMs() - this.#startMs);
    const timeMs = shareOf(
      leftMs,
      ahead.map((each) => each.timeoutMs),
    );
    const bytes = shareOf(
      Math.min(script.bytesMax - this.#bytesUsed, this.#bundle.bytesLeft),
      ahead.map((each) => each.bytesMax),
    );
    if (signal.aborted)
      return this.#miss(step, step.path, 'the companion was stopped before it was its turn');
    if (timeMs <= 0) return this.#miss(step, step.path, 'the time of the script was over before its turn');
    const deadline = new AbortController();
    const pass = new StepPass(this.#bundle, {
      step,
      bytes,
      wallMs: clock.wallMs,
      onEvent: this.#o.onEvent,
    });
    const context = this.#context(pass, AbortSignal.any([signal, deadline.signal]), timeMs);
    const timer = setTimeout(() => deadline.abort(), timeMs);
    const problem = await settle(
      catalogued(step.options).run(context, step.options),
      context.signal,
      GRACE_MS,
    );
    clearTimeout(timer);
    if (problem !== undefined) await pass.fail(this.#reason(problem, deadline.signal, timeMs));
    this.#bytesUsed += pass.close();
  }

  #reason(problem: unknown, deadline: AbortSignal, timeMs: number): string {
    if (deadline.aborted) return `it did not end within its ${(timeMs / 1000).toFixed(1)} s`;
    if (this.#o.signal.aborted) return 'the companion was stopped';
    return describe(problem);
  }

  #context(pass: StepPass, signal: AbortSignal, timeMs: number): StepContext {
    const { clock } = this.#o;
    const endMs = clock.monotonicMs() + timeMs;
    return {
      target: this.#target,
      incident: this.#bundle.id,
      signal,
      findings: this.#findings,
      leftMs: () => Math.max(0, Math.floor(endMs - clock.monotonicMs())),
      bytesLeft: () => pass.bytesLeft,
      monotonicMs: clock.monotonicMs,
      wallMs: clock.wallMs,
      add: (part, content) => pass.add(part, content),
      addFile: (part, file, bytes) => pass.addFile(part, file, bytes),
      missing: (path, reason, source) => pass.missing(path, reason, source),
      evidence: (evidence) => pass.evidence(evidence),
      symbols: () => this.#findSymbols(),
    };
  }

  #findSymbols(): Promise<FoundSymbols> {
    const { symbols } = this.#target;
    if (symbols === undefined) {
      const reason = 'no System.map is configured (symbols: in the config): addresses stay addresses';
      this.#symbols ??= Promise.resolve({ ok: false, reason });
      return this.#symbols;
    }
    this.#symbols ??= symbols.find(this.#target.inventory());
    return this.#symbols;
  }

  async #miss(step: Planned, path: string, reason: string): Promise<void> {
    const own = numberedPath(path, step.turn);
    const takenAtMs = this.#o.clock.wallMs();
    await this.#bundle.addMissing({ path: own, source: step.name, level: step.level, takenAtMs, reason });
    this.#o.onEvent({ kind: 'missing', path: own, reason });
  }
}

/** @returns what went wrong; undefined: it ended in order */
async function settle(work: Promise<void>, signal: AbortSignal, graceMs: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<unknown>((resolve) => {
    const leave = (): void => {
      timer = setTimeout(() => resolve(new Error('it did not end')), graceMs);
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([work.then(() => undefined), late]);
  } catch (error) {
    return error;
  } finally {
    clearTimeout(timer);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
