import type { Level } from '../incidents/incident.ts';
import type { ExplainJson } from '../ladder/explain.ts';
import type { DiagnoseEvent } from './diagnose-event.ts';
import type { ScenarioApi } from './scenario-api.ts';
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
  /** The verdict on a VM and every vote behind it; undefined: there is no such VM. */
  explain(vm: string): ExplainJson | undefined;
  /**
   * Takes evidence and seals it as an incident. What becomes of it is told, the last word is `sealed` or `failed`.
   * @param o.script its name; undefined: what the config says
   * @returns false: there is no such VM, and nothing is told
   */
  diagnose(
    vm: string,
    o: { readonly level: Level; readonly script?: string },
    onEvent: (event: DiagnoseEvent) => void,
  ): boolean;
  /** The last raw bytes of the console; undefined: there is no such VM, or it has no console. */
  captured(vm: string): Uint8Array | undefined;
  /** Left out: this companion runs none. */
  readonly scenarios?: ScenarioApi;
}

/** Most bytes that a ping carries; what the agent takes. */
export const PING_PAYLOAD_BYTES_MAX = 1024;
