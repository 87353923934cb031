import * as z from 'zod/mini';

/** A vCPU that hangs is known after five looks; a hang must have its verdict within 30 s. */
export const HOST_POLL_SECONDS = 3;

/** How the host's side of a VM is looked at, as the config writes it. */
export const hostOptionsShape = z.strictObject({
  /** The file that QEMU's `-pidfile` names. Default: the process that serves the QMP socket. */
  pidFile: z.optional(z.string().check(z.minLength(1))),
  /** How often QEMU's process and its vCPUs are looked at. */
  pollSeconds: z._default(z.number().check(z.minimum(1), z.maximum(3600)), HOST_POLL_SECONDS),
});

/** What the source needs to know; paths are absolute. */
export interface HostOptions {
  readonly pidFile?: string;
  readonly qmpSocket?: string;
  readonly pollMs: number;
}
