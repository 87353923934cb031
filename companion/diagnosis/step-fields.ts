import * as z from 'zod/mini';

export const STEP_SECONDS_MAX = 3600;

/** More than any host should spend on one incident; QEMU's largest dumps fit. */
export const STEP_BYTES_MAX = 1024 ** 4;

/** What every step of a script may say. Without them it takes its own defaults; the script's budget stands above both. */
export const stepFields = {
  timeoutSeconds: z.optional(z.number().check(z.minimum(0.1), z.maximum(STEP_SECONDS_MAX))),
  bytesMax: z.optional(z.int().check(z.minimum(1024), z.maximum(STEP_BYTES_MAX))),
};

export interface StepFields {
  readonly step: string;
  readonly timeoutSeconds?: number | undefined;
  readonly bytesMax?: number | undefined;
}

/** A step that has no options of its own. */
export function plainShape<const Name extends string>(name: Name) {
  return z.strictObject({ step: z.literal(name), ...stepFields });
}
