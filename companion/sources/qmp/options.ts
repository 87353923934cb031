import * as z from 'zod/mini';

/** How a VM's QMP socket is used, as the config writes it. */
export const qmpOptionsShape = z.strictObject({
  /** The unix socket that QEMU serves for its monitor in control mode. */
  socket: z.string().check(
    z.minLength(1),
    z.refine((path) => !path.endsWith('/listener.qmp'), {
      error: "is EVE's own listener; name the socket `qmp` beside it",
    }),
  ),
  /**
   * `held`: one connection stays open and gives events. `short`: a connection for each command, for a socket that
   * belongs to somebody else (EVE); no events.
   */
  manner: z._default(z.enum(['held', 'short']), 'held'),
  /** How often the run state is asked for. */
  pollSeconds: z._default(z.number().check(z.minimum(1), z.maximum(3600)), 10),
});

/** What the source needs to know; the path is absolute. */
export interface QmpOptions {
  readonly socket: string;
  readonly manner: 'held' | 'short';
  readonly pollMs: number;
}
