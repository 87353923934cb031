import * as z from 'zod/mini';

/** A sink `file` as the config writes it. */
export const fileOptionsShape = z.strictObject({
  type: z.literal('file'),
  /** One JSON object a line; rotated files get `.1`, `.2` … at the end of the name. */
  path: z.string().check(z.minLength(1)),
  /** A file that has reached this size is rotated. */
  bytesMax: z._default(z.int().check(z.minimum(4096)), 67_108_864),
  /** How many files there are at most, with the one that is written. */
  files: z._default(z.int().check(z.minimum(1), z.maximum(1000)), 5),
});

/** What the sink needs to know; the path is absolute. */
export interface FileSinkOptions {
  readonly name: string;
  readonly path: string;
  readonly bytesMax: number;
  readonly files: number;
}
