import * as z from 'zod/mini';

/** How a guest's link port is reached, as the config writes it. */
export const linkOptionsShape = z.strictObject({
  /** The unix socket that QEMU serves for the port `org.cherub.agent.0`. */
  socket: z.string().check(z.minLength(1)),
  /** How often the guest is pinged, which is what the age of the channel rests on. */
  pingSeconds: z._default(z.number().check(z.minimum(1), z.maximum(3600)), 10),
});

/** What the source needs to know; the path is absolute. */
export interface LinkOptions {
  readonly socket: string;
  readonly pingMs: number;
}
