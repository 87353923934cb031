import * as z from 'zod/mini';
import { LEVELS } from '../incidents/incident.ts';
import { SYSRQ_KEYS } from '../sysrq/sysrq-key.ts';
import { STEP_SHAPES } from './catalogue.ts';
import { STEP_BYTES_MAX, STEP_SECONDS_MAX } from './step-fields.ts';

const STEPS_MAX = 64;
const DEFAULT_SECONDS = 120;
const DEFAULT_BYTES = 64 * 1024 * 1024;

/** A diagnostic script as a person writes it: docs/specs/diagnostic-scripts.md. Unknown steps suggest the nearest name. */
export const diagnosticScriptShape = z.strictObject({
  name: z.string().check(
    z.regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/u, {
      error: 'must be a name of a-z, 0-9 and -, at most 64 characters',
    }),
  ),
  /** The highest level of its steps; the policy of who starts it stands above. */
  level: z._default(z.enum(LEVELS), 'disturb'),
  timeoutSeconds: z._default(z.number().check(z.minimum(1), z.maximum(STEP_SECONDS_MAX)), DEFAULT_SECONDS),
  bytesMax: z._default(z.int().check(z.minimum(64 * 1024), z.maximum(STEP_BYTES_MAX)), DEFAULT_BYTES),
  steps: z
    .array(z.discriminatedUnion('step', STEP_SHAPES))
    .check(z.minLength(1, { error: 'needs at least one step' }), z.maxLength(STEPS_MAX)),
});

export type DiagnosticScript = z.infer<typeof diagnosticScriptShape>;

/**
 * The script for whoever wrote none: everything that can be had, the least harmful first. It may harm when the person who starts
 * it says so; it never dumps memory, which only a script of one's own does.
 */
export function builtInScript(): DiagnosticScript {
  return {
    name: 'default',
    level: 'harm',
    timeoutSeconds: DEFAULT_SECONDS,
    bytesMax: DEFAULT_BYTES,
    steps: [
      { step: 'signals' },
      { step: 'qmp-state' },
      { step: 'host-state' },
      { step: 'vcpu-registers', samples: 10, everyMs: 200 },
      { step: 'console-tail' },
      { step: 'recorder-tail', records: 200 },
      { step: 'screenshot' },
      { step: 'sysrq', keys: [...SYSRQ_KEYS] },
      { step: 'gdb' },
      { step: 'nmi', waitSeconds: 2 },
    ],
  };
}
