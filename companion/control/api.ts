import type { StatusReport } from './status.ts';

/** How a ping through the running companion ended. */
export type PingReply =
  | { readonly ok: true; readonly roundTripMs: number }
  /** `reason`: one line for people. */
  | { readonly ok: false; readonly reason: string };

/** What the control socket can do; the companion that serves fills it in. */
export interface ControlApi {
  status(): StatusReport;
  /** undefined: there is no such VM. */
  ping(
    vm: string,
    o: { readonly payloadBytes: number; readonly deadlineMs: number },
  ): Promise<PingReply | undefined>;
  /** The last snapshots as JSON texts, oldest first; undefined: there is no such VM. */
  snapshots(vm: string, count: number): readonly string[] | undefined;
  /** The last raw bytes of the console; undefined: there is no such VM, or it has no console. */
  captured(vm: string): Uint8Array | undefined;
}

/** Most bytes that a ping carries; what the agent takes. */
export const PING_PAYLOAD_BYTES_MAX = 1024;
