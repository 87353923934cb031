import { readFile } from 'node:fs/promises';
import type { Guest } from '#test/vm/guest/guest.ts';
import { readDiskRecords } from '../../measure/disk-records.ts';
import { GuestAgentClient } from '../../measure/guest-agent-client.ts';
import { RecordWatch } from '../../measure/record-watch.ts';
import { until } from '../../measure/until.ts';
import { type BenchGuest, PEER_PORT } from './bench-guest.ts';

const START_DEADLINE_MS = 60_000;

/**
 * Milliseconds from the moment before `exec` of the agent to its first complete record on the disk, as the host sees both.
 * @param first whether the disk is still blank, so that the agent adopts it first
 */
export async function timeAgentStart(bench: BenchGuest, first: boolean): Promise<number> {
  const { guest, recorder } = bench;
  await guest.console.runOk('systemctl stop cherub-agent');
  const began = await execInGuest(guest, '/usr/local/bin/cherub-agent run');
  const watch = first ? undefined : RecordWatch.open(recorder);
  const arrived = (): boolean =>
    watch === undefined ? readDiskRecords(recorder).length > 0 : watch.poll() > 0;
  const wait = { everyMs: 2, deadlineMs: START_DEADLINE_MS };
  await until('the first record', wait, () => (arrived() ? true : undefined));
  const elapsed = performance.now() - began;
  watch?.close();
  await endInGuest(guest);
  return elapsed;
}

/** Milliseconds from the moment before `exec` of qemu-guest-agent to its first answered ping, as the host sees both. */
export async function timePeerStart(bench: BenchGuest): Promise<number> {
  const { guest } = bench;
  await guest.console.runOk('systemctl stop qemu-guest-agent');
  const client = await GuestAgentClient.connect(guest.portPath(PEER_PORT));
  const began = await execInGuest(guest, '/usr/sbin/qemu-ga');
  await client.execute('guest-ping', START_DEADLINE_MS);
  const elapsed = performance.now() - began;
  client.close();
  await endInGuest(guest);
  await guest.console.runOk('systemctl start qemu-guest-agent');
  return elapsed;
}

/** Starts a program in the guest a moment from now; gives the host's time of its `exec`. */
async function execInGuest(guest: Guest, command: string): Promise<number> {
  const mark = `bench-exec-${process.hrtime.bigint()}`;
  // The mark is put together in the guest, so that the echo of the command line is not taken for it.
  const script = `sleep 2; echo "bench-exec""-\${1}" >/dev/console; echo $$ >/run/bench-pid; exec ${command} >/dev/null 2>&1`;
  const number = mark.slice('bench-exec-'.length);
  await guest.console.runOk(`setsid sh -c '${script}' sh ${number} </dev/null >/dev/null 2>&1 &`);
  // QEMU's log of the console is looked at directly: the framework looks every 15 ms only.
  await until('the start', { everyMs: 1, deadlineMs: START_DEADLINE_MS }, async () =>
    (await readFile(guest.consoleLogPath, 'latin1')).includes(mark) ? true : undefined,
  );
  return performance.now();
}

/** Ends what `execInGuest` started, if need be by force, so that it disturbs nothing that is measured after it. */
async function endInGuest(guest: Guest): Promise<void> {
  const gone = 'for i in $(seq 50); do kill -0 $p 2>/dev/null || exit 0; sleep 0.1; done';
  await guest.console.runOk(`p=$(cat /run/bench-pid); kill $p; ${gone}; kill -9 $p; ${gone}; exit 1`);
}
