import * as z from 'zod/mini';

/** A sink `eve-newlog` as the config writes it. */
export const eveNewlogOptionsShape = z.strictObject({
  type: z.literal('eve-newlog'),
  /** EVE's folder of finished app logs; never made here, because it is EVE's. */
  folder: z._default(z.string().check(z.minLength(1)), '/persist/newlog/appUpload'),
  /**
   * So many finished files may wait there, whoever made them. EVE removes the oldest when its own quota is reached;
   * above this, entries wait in our spool instead, where losses are counted.
   */
  filesMax: z._default(z.int().check(z.minimum(1), z.maximum(10_000)), 500),
});

/** What the sink needs to know; the path is absolute. */
export interface EveNewlogSinkOptions {
  readonly name: string;
  readonly folder: string;
  readonly filesMax: number;
  /** Milliseconds since 1970; names the files. */
  readonly now?: () => number;
}
