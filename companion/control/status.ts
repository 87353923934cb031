import type { ChannelView } from '../channels/channel.ts';
import type { DeliveryStatistics } from '../delivery/delivery.ts';
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

/** One VM: the age of each channel, and no verdict. */
export interface VmStatus {
  readonly name: string;
  readonly app: string;
  readonly guest: GuestFacts;
  readonly channels: readonly ChannelStatus[];
}

export interface ChannelStatus extends ChannelView {
  readonly counters: Readonly<Record<string, number>>;
  readonly remark: string;
}
