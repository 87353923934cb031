import { connectUnix } from '../../sources/connect-unix.ts';
import { readSocket } from '../../sources/read-socket.ts';
import type { ProbeReport, ProbeTask } from './probe.ts';
import { QgaPing } from './qga-ping.ts';

/**
 * Pings qemu-guest-agent through the socket that QEMU serves for its port, on a connection of its own. Nothing waits for
 * longer than the deadline: one lost command once kept such sockets busy for an hour.
 */
export async function probeQga({ vm, deadlineMs, signal, random }: ProbeTask): Promise<ProbeReport> {
  if (vm.qga === undefined) return { outcome: 'unknown', detail: 'the VM has no qga socket' };
  const late = AbortSignal.timeout(deadlineMs);
  const end = AbortSignal.any([signal, late]);
  const connected = await connectUnix(vm.qga, end);
  if (!connected.ok) return { outcome: 'unknown', detail: connected.reason, passOverPeriods: 1 };
  const { socket } = connected;
  const ping = new QgaPing(Math.floor(random() * 2 ** 31));
  socket.write(ping.begin());
  await readSocket(socket, end, (chunk) => {
    const { write, isOver } = ping.push(chunk);
    if (write !== undefined) socket.write(write);
    if (isOver) socket.destroy();
  });
  socket.destroy();
  return ping.end(late.aborted, deadlineMs);
}
