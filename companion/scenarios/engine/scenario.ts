import type { Rung } from '../../ladder/signal.ts';

/** What a scenario may look through. The link counts with the console: it stands beside it in the default order. */
export const TRANSPORTS = ['console', 'link', 'disk', 'network', 'qga'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** The fields that people know from Kubernetes, in milliseconds. */
export interface Timing {
  readonly initialDelayMs: number;
  readonly periodMs: number;
  /** The waiting time of one probe. */
  readonly timeoutMs: number;
  readonly successThreshold: number;
  readonly failureThreshold: number;
}

/** What the engine must know of a scenario; what its probes do is the business of who runs them. */
export interface EngineScenario {
  readonly name: string;
  readonly timing: Timing;
  /** In rank order; the first that is available is used. */
  readonly transports: readonly Transport[];
  /** The diagnostic script that runs when the scenario fails. */
  readonly diagnosis?: string;
}

/** `unknown`: could not tell. */
export type Outcome = 'ok' | 'failed' | 'unknown';

/** How a probe ended. */
export interface ProbeEnd {
  readonly outcome: Outcome;
  /** One line for people, safe to print. */
  readonly detail: string;
  /** The rung that this outcome speaks for: a TCP handshake is the kernel's, whatever the scenario is about. */
  readonly rung?: Rung;
  /** The highest rung that answered although the probe failed. */
  readonly reached?: Rung;
}

/** Whether a scenario can look at a VM through a transport; `reason` is one line for people. */
export type Availability = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export type AskAvailability = (scenario: EngineScenario, app: string, transport: Transport) => Availability;
