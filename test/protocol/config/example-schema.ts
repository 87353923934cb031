import * as z from 'zod/mini';

const absolutePath = z.string().check(z.startsWith('/', { error: 'must be an absolute path' }));

/** A schema with everything that the two real ones use. */
export const EXAMPLE_SCHEMA = z.strictObject({
  app: z.optional(z.string()),
  vms: z._default(
    z.array(
      z.strictObject({
        name: z.string().check(z.minLength(1)),
        app: z.uuid(),
        console: z.optional(
          z.union([z.strictObject({ socket: absolutePath }), z.strictObject({ log: absolutePath })]),
        ),
        pollSeconds: z._default(z.int().check(z.minimum(1), z.maximum(60)), 1),
      }),
    ),
    [],
  ),
  sinks: z._default(
    z.array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('file'), path: absolutePath }),
        z.strictObject({
          type: z.literal('eve-api'),
          url: z.url(),
          apiVersion: z.literal([1, 2]),
          key: z.string(),
        }),
      ]),
    ),
    [],
  ),
  disk: z._default(z.union([z.literal(['auto', 'none']), absolutePath]), 'auto'),
  console: z._default(z.enum(['auto', 'none']), 'auto'),
  labels: z.optional(z.record(z.string().check(z.regex(/^[a-z]+$/)), z.number())),
  enabled: z._default(z.boolean(), true),
  spool: z.optional(
    z
      .strictObject({ bytesMin: z.optional(z.number()), bytesMax: z.optional(z.number().check(z.gt(0))) })
      .check(
        z.refine(({ bytesMin = 0, bytesMax = 1 }) => bytesMin <= bytesMax, {
          error: 'bytesMin may not exceed bytesMax',
        }),
      ),
  ),
});
