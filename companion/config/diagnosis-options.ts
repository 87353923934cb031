import * as z from 'zod/mini';
import { LEVELS, type Level } from '../incidents/incident.ts';

const MIB = 1024 * 1024;

/** The name of the script for whoever wrote none. */
export const BUILT_IN_SCRIPT = 'default';

/** Default values of the config key `diagnosis`. */
export const DIAGNOSIS_DEFAULTS = {
  level: 'disturb',
  script: BUILT_IN_SCRIPT,
  incidentBytesMax: 64 * MIB,
  keepBytesMax: 1024 * MIB,
  keepCountMax: 200,
  bundles: 'announce',
} as const;

/** What happens when something died, as the config writes it. */
export const diagnosisOptionsShape = z.strictObject({
  /** The highest level of steps that run by themselves. */
  level: z._default(z.enum(LEVELS), DIAGNOSIS_DEFAULTS.level),
  /** The script that a death starts: one of `scripts`, or the built-in `default`. */
  script: z._default(z.string().check(z.minLength(1), z.maxLength(64)), DIAGNOSIS_DEFAULTS.script),
  /** All parts of one incident together. */
  incidentBytesMax: z._default(z.int().check(z.minimum(MIB)), DIAGNOSIS_DEFAULTS.incidentBytesMax),
  /** All incidents on this node, with their archives; the least important go first. */
  keepBytesMax: z._default(z.int().check(z.minimum(MIB)), DIAGNOSIS_DEFAULTS.keepBytesMax),
  keepCountMax: z._default(z.int().check(z.minimum(1), z.maximum(100_000)), DIAGNOSIS_DEFAULTS.keepCountMax),
  /**
   * What leaves the node of an incident besides its summary: nothing, or its archive in numbered entries. What holds memory
   * of the guest is in no archive.
   */
  bundles: z._default(z.enum(['announce', 'send']), DIAGNOSIS_DEFAULTS.bundles),
});

export interface DiagnosisOptions {
  readonly level: Level;
  readonly script: string;
  readonly incidentBytesMax: number;
  readonly keepBytesMax: number;
  readonly keepCountMax: number;
  readonly bundles: 'announce' | 'send';
}
