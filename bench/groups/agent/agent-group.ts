import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Guest } from '#test/vm/guest/guest.ts';
import { readDiskRecords } from '../../measure/disk-records.ts';
import { percentile } from '../../measure/percentile.ts';
import { makeRow, type Row } from '../../report/row.ts';
import type { Group, GroupContext } from '../group.ts';
import { type BenchGuest, withBenchGuest } from './bench-guest.ts';
import { timeRoundTrips, whileConnected } from './round-trips.ts';
import { timeAgentStart, timePeerStart } from './start-time.ts';
import { type SteadyState, watchProcesses } from './steady-state.ts';

const PEER = 'qemu-ga';
const STARTS = 5;
const PINGS = 500;
/** The inventory, which runs other programs, is over by then. */
const SETTLE_SECONDS = 45;
const WATCH_SECONDS = 60;
const SNAPSHOT_PERIOD_SECONDS = 10;
const MB = 1e6;

/** The standard agent and qemu-guest-agent, side by side in one Debian guest. */
export const AGENT_GROUP: Group = {
  name: 'agent',
  title: 'the standard agent beside qemu-guest-agent in one Debian guest',
  needs: { binaries: ['agent-x64'], images: ['debian-bookworm'] },
  measure: (context) => withBenchGuest(context, (bench) => measureAgent(bench, context)),
};

async function measureAgent(bench: BenchGuest, context: GroupContext): Promise<Row[]> {
  const starts = await measureStarts(bench, context);
  await bench.guest.console.runOk('systemctl start cherub-agent');
  context.say(`letting both agents settle for ${SETTLE_SECONDS} s`);
  await delay(SETTLE_SECONDS * 1000, undefined, { signal: context.signal });
  context.say(`watching both agents for ${WATCH_SECONDS} s, the host connected to both`);
  const pids = [await mainPid(bench.guest, 'cherub-agent'), await mainPid(bench.guest, 'qemu-guest-agent')];
  const [agent, peer] = await whileConnected(bench, () =>
    watchProcesses(bench.guest, pids, WATCH_SECONDS, context),
  );
  if (agent === undefined || peer === undefined) throw new Error('a process is missing');
  context.say(`${PINGS} pings of each, in turn`);
  const trips = await timeRoundTrips(bench, PINGS);
  const peerBinary = Number(await bench.guest.console.runOk('stat -c %s /usr/sbin/qemu-ga'));
  const binary = { agent: (await stat(bench.binary)).size, peer: peerBinary };
  return [
    ...memoryRows(agent, peer),
    ...cpuRows(agent, peer, bench.recorder),
    makeRow({
      name: 'agent: executable',
      unit: 'MB',
      value: binary.agent / MB,
      peer: { name: PEER, value: binary.peer / MB },
    }),
    ...starts,
    ...pingRows(trips),
  ];
}

async function measureStarts(bench: BenchGuest, context: GroupContext): Promise<Row[]> {
  context.say('start of the agent on a blank disk, from cold');
  const cold = await timeAgentStart(bench, true);
  const agent: number[] = [];
  const peer: number[] = [];
  for (let turn = 1; turn <= STARTS; turn += 1) {
    context.say(`start of both agents, ${turn} of ${STARTS}`);
    agent.push(await timeAgentStart(bench, false));
    peer.push(await timePeerStart(bench));
  }
  return [
    makeRow({
      name: 'agent: exec to first record (first answer), median',
      unit: 's',
      value: percentile(agent, 0.5) / 1000,
      peer: { name: PEER, value: percentile(peer, 0.5) / 1000 },
      target: { atMost: 2 },
    }),
    makeRow({ name: 'agent: exec to first record, cold, disk adopted', unit: 's', value: cold / 1000 }),
  ];
}

function memoryRows(agent: SteadyState, peer: SteadyState): Row[] {
  const megabytes = (name: string, of: (state: SteadyState) => number, atMost?: number): Row =>
    makeRow({
      name: `agent: ${name}`,
      unit: 'MB',
      value: of(agent) / MB,
      peer: { name: PEER, value: of(peer) / MB },
      ...(atMost === undefined ? {} : { target: { atMost } }),
    });
  return [
    megabytes('resident', (state) => state.usage.residentBytes, 50),
    megabytes('resident, shared pages divided (PSS)', (state) => state.usage.proportionalBytes),
    megabytes('private dirty', (state) => state.usage.privateDirtyBytes, 14),
    makeRow({
      name: 'agent: threads',
      unit: '',
      value: agent.usage.threads,
      peer: { name: PEER, value: peer.usage.threads },
    }),
  ];
}

function cpuRows(agent: SteadyState, peer: SteadyState, recorder: string): Row[] {
  const collect = readDiskRecords(recorder)
    .map((record) => record.snapshot?.collectUs ?? 0)
    .filter((us) => us > 0);
  return [
    makeRow({
      name: `agent: CPU over ${WATCH_SECONDS} s at ${SNAPSHOT_PERIOD_SECONDS} s snapshots`,
      unit: '% of a core',
      value: agent.cpuPercent,
      peer: { name: PEER, value: peer.cpuPercent },
      target: { atMost: 0.5 },
    }),
    makeRow({
      name: 'agent: one snapshot, median',
      unit: 'ms',
      value: percentile(collect, 0.5) / 1000,
      target: { atMost: 5 },
    }),
    makeRow({
      name: 'agent: CPU for each period (snapshot, label, records)',
      unit: 'ms',
      value: (agent.cpuMs * SNAPSHOT_PERIOD_SECONDS) / agent.seconds,
    }),
  ];
}

function pingRows(trips: { readonly agent: readonly number[]; readonly peer: readonly number[] }): Row[] {
  return [0.5, 0.99].map((share) =>
    makeRow({
      name: `agent: link ping (guest-ping), p${share * 100}`,
      unit: 'ms',
      value: percentile(trips.agent, share),
      peer: { name: PEER, value: percentile(trips.peer, share) },
      target: 'peer',
    }),
  );
}

async function mainPid(guest: Guest, unit: string): Promise<number> {
  return Number(await guest.console.runOk(`systemctl show --value -p MainPID ${unit}`));
}
