import * as z from 'zod/mini';

/** How a guest's recorder disk is read, as the config writes it. */
export const recorderOptionsShape = z.strictObject({
  /** A raw image file or a block device. */
  disk: z.string().check(z.minLength(1)),
  pollSeconds: z._default(z.number().check(z.minimum(0.1), z.maximum(3600)), 1),
  /**
   * `direct` reads past the host's page cache (O_DIRECT): for block devices that the guest reaches by another way than
   * this host's cache, such as a zvol behind vhost-scsi.
   */
  cache: z._default(z.enum(['buffered', 'direct']), 'buffered'),
});

/** What the source needs to know; the path is absolute. */
export interface RecorderOptions {
  readonly disk: string;
  readonly pollMs: number;
  readonly cache: 'buffered' | 'direct';
}
