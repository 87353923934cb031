import type { ChannelView } from '../channels/channel.ts';
import type { DeliveryStatistics } from '../delivery/delivery.ts';
import type { Rung } from '../ladder/signal.ts';
import type { VerdictState } from '../ladder/verdict.ts';
import type { GuestFacts } from '../serve/guest-facts.ts';
import type { SpoolStatistics } from '../spool/spool.ts';

/** What `GET /v1/status` gives; docs/cli.md explains the fields. Texts may come from a guest. */
export interface StatusReport {
  readonly node: string;
  readonly version: string;
  readonly pid: number;
  readonly nowMs: number;
  readonly startedMs: number;
  readonly vms: readonly VmStatus[];
  readonly spool: SpoolStatistics;
  readonly sinks: readonly DeliveryStatistics[];
}

/** One VM: its verdict, what its guest says of itself, and the age of each channel. */
export interface VmStatus {
  readonly name: string;
  readonly app: string;
  readonly verdict: VerdictStatus;
  readonly guest: GuestFacts;
  readonly channels: readonly ChannelStatus[];
}

export interface VerdictStatus {
  readonly state: VerdictState;
  readonly rung?: Rung;
  /** One line for a person. */
  readonly reason: string;
  /** How long it holds. */
  readonly forMs: number;
}

export interface ChannelStatus extends ChannelView {
  readonly counters: Readonly<Record<string, number>>;
  readonly remark: string;
}
