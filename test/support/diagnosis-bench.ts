import type { DiagnoseEvent } from '#companion/control/diagnose-event.ts';
import { diagnose } from '#companion/diagnosis/diagnose.ts';
import { type DiagnosticScript, diagnosticScriptShape } from '#companion/diagnosis/script.ts';
import type { DiagnosisTarget } from '#companion/diagnosis/target.ts';
import { IncidentBundle } from '#companion/incidents/bundle.ts';
import type { Evidence } from '#companion/incidents/evidence.ts';
import type { Level } from '#companion/incidents/incident.ts';
import type { Manifest } from '#companion/incidents/manifest.ts';
import { Redactor } from '#companion/incidents/redaction/redactor.ts';
import type { QmpPort, QmpResult } from '#companion/sources/qmp/qmp-port.ts';
import { FakeIncidentFiles } from '#test/support/fake-incident-files.ts';
import { DEMO_OPENED_MS, makeDemoHead } from '#test/support/make-demo-incident.ts';

/** A VM of which nothing is known but its name and verdict. */
export function bareTarget(o: Partial<DiagnosisTarget> = {}): DiagnosisTarget {
  const { vm, verdict } = makeDemoHead();
  return {
    vm,
    inventory: () => undefined,
    snapshots: () => [],
    tracks: () => [],
    verdict: () => verdict,
    ...o,
  };
}

/** @param answer what QEMU returns; undefined: it never answers */
export function portOf(
  answer: (command: string, args: Readonly<Record<string, unknown>>) => QmpResult | undefined,
): QmpPort {
  return {
    execute: (command, args = {}, o = {}) => {
      const result = answer(command, args);
      if (result !== undefined) return Promise.resolve(result);
      const late: QmpResult = { ok: false, problem: 'deadline', detail: `no answer to ${command}` };
      return new Promise((resolve) => {
        o.signal?.addEventListener('abort', () => resolve(late));
      });
    },
  };
}

export interface Diagnosed {
  readonly manifest: Manifest;
  readonly evidence: Evidence;
  readonly events: readonly DiagnoseEvent[];
  readonly report: string;
  /** The text of a part. */
  readonly text: (path: string) => string;
  /** Why a part is missing. */
  readonly reason: (path: string) => string | undefined;
}

/** A whole diagnosis, sealed. @param steps as a script has them, without the defaults of their options */
export async function diagnosed(
  target: DiagnosisTarget,
  steps: readonly object[],
  o: {
    readonly level?: Level;
    readonly script?: Partial<DiagnosticScript>;
    readonly bytesMax?: number;
    readonly signal?: AbortSignal;
    readonly files?: FakeIncidentFiles;
  } = {},
): Promise<Diagnosed> {
  const files = o.files ?? new FakeIncidentFiles();
  const head = makeDemoHead();
  const bytesMax = o.bytesMax ?? 100_000_000;
  const bundle = await IncidentBundle.open(head, { files, redactor: new Redactor([]), bytesMax });
  const events: DiagnoseEvent[] = [];
  const script = diagnosticScriptShape.parse({ name: 'test', level: 'harm', ...o.script, steps });
  await diagnose(target, bundle, {
    script,
    level: o.level ?? 'harm',
    onEvent: (event) => events.push(event),
    signal: o.signal ?? new AbortController().signal,
    clock: { wallMs: () => DEMO_OPENED_MS + 1000, monotonicMs: () => performance.now() },
  });
  const manifest = await bundle.seal(DEMO_OPENED_MS + 20_000);
  const text = (path: string): string => files.contents.get(`${head.id}/${path}`)?.toString() ?? '';
  return {
    manifest,
    evidence: JSON.parse(text('evidence.json')) as Evidence,
    events,
    report: text('report.html'),
    text,
    reason: (path) => manifest.missing.find((each) => each.path === path)?.reason,
  };
}
