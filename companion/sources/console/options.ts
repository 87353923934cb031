import * as z from 'zod/mini';

/**
 * How a guest's console is read, as the config writes it: from a unix socket that QEMU serves, or from a log file that
 * somebody else writes.
 */
export const consoleOptionsShape = z
  .strictObject({
    socket: z.optional(z.string().check(z.minLength(1))),
    log: z.optional(z.string().check(z.minLength(1))),
    /** The socket is a mux of QEMU (`mux=on`), as EVE's is: it carries ttyS0 and hvc0, and 0x01 is its escape. */
    mux: z._default(z.boolean(), false),
    /** What becomes entries: every line, the heartbeat labels alone, or nothing. */
    forward: z._default(z.enum(['all', 'labels', 'none']), 'all'),
    /** The last raw bytes that are kept in memory for evidence. */
    captureBytes: z._default(z.int().check(z.minimum(4096), z.maximum(16 * 1024 * 1024)), 65_536),
    /** What one console may add to the spool; lines beyond it are dropped and counted, labels never. */
    bytesPerSecondMax: z._default(z.int().check(z.minimum(1024), z.maximum(1024 * 1024 * 1024)), 262_144),
  })
  .check(
    z.refine((value) => (value.socket === undefined) !== (value.log === undefined), {
      error: 'must have either socket or log, not both',
      when: () => true,
    }),
    z.refine((value) => value.log === undefined || value.mux !== true, {
      error: 'mux needs socket: nothing can be typed into a log',
      path: ['mux'],
      when: () => true,
    }),
  );

export type ConsoleForward = 'all' | 'labels' | 'none';

/** What the source needs to know; paths are absolute. */
export interface ConsoleOptions {
  readonly input: { readonly kind: 'socket' | 'log'; readonly path: string };
  /** 0x01 is an escape of QEMU there, and hvc0 has the focus. */
  readonly isMux: boolean;
  readonly forward: ConsoleForward;
  readonly captureBytes: number;
  readonly bytesPerSecondMax: number;
}
