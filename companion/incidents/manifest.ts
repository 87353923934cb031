import * as z from 'zod/mini';
import { RUNGS } from '../ladder/signal.ts';
import { VERDICT_STATES } from '../ladder/verdict.ts';
import { type IncidentHead, type IncidentPart, LEVELS, type MissingPart, TRIGGERS } from './incident.ts';
import type { IncidentState } from './journal.ts';
import { isPartPath } from './part-path.ts';

/** docs/specs/incident-bundle.md */
export const FORMAT_VERSION = 1;

/** What every bundle has besides its parts: names at its top, made by us alone. */
export const REPORT_HTML = 'report.html';
export const REPORT_TEXT = 'report.txt';
export const EVIDENCE = 'evidence.json';
export const MANIFEST = 'manifest.json';

/** The last thing that is written into a bundle: it seals all others by their hashes. */
export interface Manifest extends IncidentHead {
  readonly format: typeof FORMAT_VERSION;
  readonly sealedAtMs: number;
  /** The companion ended while the incident was open; it holds what had been taken until then. */
  readonly interrupted?: true;
  readonly parts: readonly IncidentPart[];
  readonly missing: readonly MissingPart[];
  /** Secrets that were taken out of all parts, by rule. */
  readonly redacted: Readonly<Record<string, number>>;
}

export function toManifest(
  { head, parts, missing }: IncidentState,
  o: { readonly sealedAtMs: number; readonly interrupted: boolean },
): Manifest {
  const redacted: Record<string, number> = {};
  for (const part of parts) {
    for (const [rule, count] of Object.entries(part.redacted ?? {})) {
      redacted[rule] = (redacted[rule] ?? 0) + count;
    }
  }
  return {
    format: FORMAT_VERSION,
    ...head,
    sealedAtMs: o.sealedAtMs,
    ...(o.interrupted && { interrupted: true as const }),
    parts,
    missing,
    redacted,
  };
}

export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

const OWN_NAMES: readonly string[] = [REPORT_HTML, REPORT_TEXT, EVIDENCE];

const path = z.string().check(z.refine((text) => isPartPath(text) || OWN_NAMES.includes(text)));
const time = z.number();
const origin = { path, source: z.string(), level: z.enum(LEVELS), takenAtMs: time };

const manifestShape = z.object({
  format: z.literal(FORMAT_VERSION),
  id: z.string(),
  vm: z.object({ name: z.string(), appId: z.string() }),
  node: z.string(),
  openedAtMs: time,
  sealedAtMs: time,
  trigger: z.enum(TRIGGERS),
  companion: z.string(),
  interrupted: z.optional(z.literal(true)),
  verdict: z.object({
    state: z.enum(VERDICT_STATES),
    rung: z.optional(z.enum(RUNGS)),
    sinceMs: time,
    lastAliveMs: z.optional(time),
    reason: z.string(),
    votes: z.array(z.looseObject({ id: z.string(), counts: z.boolean() })),
  }),
  parts: z.array(
    z.object({
      ...origin,
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/u)),
      bytes: z.int().check(z.nonnegative()),
      mediaType: z.string(),
      local: z.optional(z.literal(true)),
      cut: z.optional(z.literal(true)),
      redacted: z.optional(z.record(z.string(), z.number())),
    }),
  ),
  missing: z.array(z.object({ ...origin, reason: z.string() })),
  redacted: z.record(z.string(), z.number()),
});

/** @returns undefined: it is no manifest of this format */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const parsed = z.safeParse(manifestShape, JSON.parse(text));
    return parsed.success ? (parsed.data as unknown as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
