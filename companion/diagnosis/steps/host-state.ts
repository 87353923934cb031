import type { EvidenceStack, EvidenceTable } from '../../incidents/evidence.ts';
import { formatBytes } from '../../output/quantities.ts';
import { readKernelLog } from '../../sources/host/kernel-log.ts';
import type { ThreadFacts } from '../../sources/host/process-facts.ts';
import type { HostFacts } from '../../sources/host/source.ts';
import type { Step } from '../step.ts';
import { plainShape } from '../step-fields.ts';

export const hostStateShape = plainShape('host-state');

const STATE = 'host/state.json';
const LOG = 'host/kernel-log.txt';
const LOG_LINES = 500;
const THREADS_SHOWN = 64;

/** QEMU's process with the kernel stacks of its threads, its cgroup, the node, and the node's kernel log. */
export const hostState: Step = {
  level: () => 'observe',
  timeoutMs: 5000,
  bytesMax: 2 * 1024 * 1024,
  path: () => STATE,
  unavailable: ({ host }) =>
    host === undefined ? 'the host side of this VM is not watched (host: in the config)' : undefined,
  run: async ({ target: { host }, add, missing, evidence }) => {
    if (host === undefined) return;
    const facts = host.facts();
    await add({ path: STATE, mediaType: 'application/json' }, JSON.stringify(facts, undefined, 2));
    if (facts.process === undefined) await evidence({ notes: ["QEMU's process was not found on this host"] });
    await evidence({ tables: tablesOf(facts), stacks: waitingThreads(facts) });
    const log = readKernelLog(LOG_LINES);
    if (!log.ok) return missing(LOG, log.reason);
    const lines = log.lines.map(({ monotonicUs, text }) => `[${(monotonicUs / 1e6).toFixed(6)}] ${text}\n`);
    await add({ path: LOG, mediaType: 'text/plain', source: 'host-state, /dev/kmsg' }, lines.join(''));
  },
};

function tablesOf({ process, node }: HostFacts): EvidenceTable[] {
  const tables: EvidenceTable[] = [nodeTable(node)];
  if (process !== undefined) {
    tables.unshift({
      title: `Threads of QEMU (pid ${process.pid}) on the host`,
      heading: ['Thread', 'Name', 'State', 'CPU time', 'Waits in'],
      rows: process.threads
        .slice(0, THREADS_SHOWN)
        .map(({ tid, name, state, cpuTimeUs, wchan }) => [
          String(tid),
          name,
          state,
          `${(cpuTimeUs / 1e6).toFixed(2)} s`,
          wchan ?? '',
        ]),
    });
  }
  return tables;
}

function nodeTable(node: HostFacts['node']): EvidenceTable {
  const { load, memoryAvailableBytes, memoryTotalBytes, pressure } = node;
  const some = (of: keyof typeof pressure): string => `${pressure[of].some?.avg10 ?? '-'} %`;
  return {
    title: 'The node',
    heading: ['Load', 'Memory available', 'Pressure of CPU', 'of memory', 'of I/O'],
    rows: [
      [
        load?.join(' ') ?? '-',
        `${formatBytes(memoryAvailableBytes)} of ${formatBytes(memoryTotalBytes)}`,
        some('cpu'),
        some('memory'),
        some('io'),
      ],
    ],
  };
}

/** Threads that wait in the host's kernel: with one of them the guest waits, too. */
function waitingThreads({ process }: HostFacts): EvidenceStack[] {
  const waits = (thread: ThreadFacts): boolean => thread.state === 'D' && thread.stack !== undefined;
  return (process?.threads ?? []).filter(waits).map(({ tid, name, state, stack }) => ({
    title: `QEMU thread ${name} on the host`,
    task: name,
    pid: tid,
    state,
    frames: (stack ?? '').split('\n').map((line) => line.replace(/^\[<[^>]*>\]\s*/u, '')),
    source: 'host-state',
  }));
}
