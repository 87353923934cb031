import type { StatusReport, VmStatus } from '../control/status.ts';
import { VERDICT_STATES } from '../ladder/verdict.ts';
import type { Family, Sample } from './exposition.ts';

const gauge = (name: string, help: string, samples: readonly Sample[]): Family => ({
  name,
  help,
  type: 'gauge',
  samples,
});
const counter = (name: string, help: string, samples: readonly Sample[]): Family => ({
  name,
  help,
  type: 'counter',
  samples,
});

/**
 * A status as metrics with stable names (docs/specs/metrics.md). No label holds a text of a guest: only names of the
 * config and words of ours, so that a guest can make no series.
 */
export function statusFamilies(report: StatusReport): Family[] {
  const { node, version, startedMs } = report;
  return [
    gauge('cherub_build_info', 'Version of the companion; always 1.', [
      { labels: { version, node }, value: 1 },
    ]),
    gauge('cherub_start_time_seconds', 'When the companion started, since 1970.', [
      { labels: {}, value: startedMs / 1000 },
    ]),
    ...vmFamilies(report.vms),
    ...spoolFamilies(report),
    ...sinkFamilies(report),
  ];
}

function vmFamilies(vms: readonly VmStatus[]): Family[] {
  const each = (value: (vm: VmStatus) => number): Sample[] =>
    vms.map((vm) => ({ labels: { vm: vm.name, app: vm.app }, value: value(vm) }));
  const channels = vms.flatMap((vm) =>
    vm.channels.map((channel) => ({
      channel,
      labels: { vm: vm.name, app: vm.app, channel: channel.channel },
    })),
  );
  return [
    gauge(
      'cherub_vm_verdict',
      'Verdict on the VM: 1 for the one that holds, 0 for the others; rung is the lowest dead layer, or empty.',
      vms.flatMap((vm) =>
        VERDICT_STATES.map((state) => ({
          labels: {
            vm: vm.name,
            app: vm.app,
            state,
            rung: vm.verdict.state === state ? (vm.verdict.rung ?? '') : '',
          },
          value: vm.verdict.state === state ? 1 : 0,
        })),
      ),
    ),
    gauge(
      'cherub_vm_verdict_age_seconds',
      'How long the verdict holds.',
      each((vm) => vm.verdict.forMs / 1000),
    ),
    gauge(
      'cherub_channel_fresh',
      'Whether a sign of life came by the channel within the promised time.',
      channels.map(({ channel, labels }) => ({ labels, value: channel.state === 'fresh' ? 1 : 0 })),
    ),
    gauge(
      'cherub_channel_age_seconds',
      'Time since the last sign of life by the channel; absent when there was none.',
      channels.flatMap(({ channel: { ageMs }, labels }) =>
        ageMs === undefined ? [] : [{ labels, value: ageMs / 1000 }],
      ),
    ),
    gauge(
      'cherub_channel_promised_seconds',
      'Distance between signs of life that the guest promises.',
      channels.map(({ channel, labels }) => ({ labels, value: channel.promisedMs / 1000 })),
    ),
    counter(
      'cherub_channel_events_total',
      'What the channel counts: taken, refused and lost; event is the name of the counter.',
      channels.flatMap(({ channel, labels }) =>
        Object.entries(channel.counters).map(([event, value]) => ({ labels: { ...labels, event }, value })),
      ),
    ),
  ];
}

function spoolFamilies({ spool }: StatusReport): Family[] {
  const readers = Object.entries(spool.readers);
  const one = (value: number): Sample[] => [{ labels: {}, value }];
  return [
    gauge('cherub_spool_bytes', 'What waits for the sinks, on disk.', one(spool.bytes)),
    gauge('cherub_spool_limit_bytes', 'What may wait at most.', one(spool.bytesMax)),
    counter(
      'cherub_spool_refused_entries_total',
      'Entries that the file system did not take.',
      one(spool.refused),
    ),
    counter(
      'cherub_spool_damaged_entries_total',
      'Entries that could not be read again.',
      one(spool.damaged),
    ),
    gauge(
      'cherub_spool_pending_entries',
      'Entries that the sink has not taken.',
      readers.map(([sink, { pending }]) => ({ labels: { sink }, value: pending })),
    ),
    counter(
      'cherub_spool_dropped_entries_total',
      'Entries that were dropped before the sink had taken them.',
      readers.map(([sink, { dropped }]) => ({ labels: { sink }, value: dropped })),
    ),
  ];
}

function sinkFamilies({ sinks }: StatusReport): Family[] {
  const each = (pick: (sink: StatusReport['sinks'][number]) => number | undefined): Sample[] =>
    sinks.flatMap((sink) => {
      const value = pick(sink);
      return value === undefined ? [] : [{ labels: { sink: sink.sink }, value }];
    });
  return [
    gauge(
      'cherub_sink_working',
      'Whether the last try to deliver did not fail.',
      each(({ problem }) => (problem === '' ? 1 : 0)),
    ),
    counter(
      'cherub_sink_delivered_entries_total',
      'Entries that the receiver took.',
      each(({ delivered }) => delivered),
    ),
    counter(
      'cherub_sink_rejected_entries_total',
      'Entries that the receiver will never take.',
      each(({ rejected }) => rejected),
    ),
    counter(
      'cherub_sink_failures_total',
      'Tries that failed.',
      each(({ failures }) => failures),
    ),
    gauge(
      'cherub_sink_last_delivery_seconds',
      'When the receiver last took something, since 1970.',
      each(({ lastDeliveredMs }) => (lastDeliveredMs === undefined ? undefined : lastDeliveredMs / 1000)),
    ),
  ];
}
