import { once } from 'node:events';
import { connect } from 'node:net';
import { humanMonitor } from '#companion/sources/qmp/actions.ts';
import type { QmpPort } from '#companion/sources/qmp/qmp-port.ts';
import { packetOf } from '#test/support/fake-gdb.ts';

/**
 * Writes into a guest's memory, at an address of its kernel, through QEMU's gdb stub; the guest runs on afterwards. So a test breaks
 * any function of an unmodified kernel.
 * @param socket where the stub may listen for that moment
 */
export async function writeKernelMemory(
  qmp: QmpPort,
  socket: string,
  address: bigint,
  bytes: Uint8Array,
): Promise<void> {
  const opened = await humanMonitor(qmp, `gdbserver unix:${socket},server=on,wait=off`);
  if (!opened.ok) throw new Error(opened.detail);
  const stub = connect(socket);
  await once(stub, 'connect');
  const hex = Buffer.from(bytes).toString('hex');
  const length = bytes.length.toString(16);
  stub.write(packetOf(`M${address.toString(16)},${length}:${hex}`));
  let answer = '';
  for await (const chunk of stub) {
    answer += String(chunk);
    if (/\$(?:OK|E[0-9a-f]{2})#/u.test(answer)) break;
  }
  if (!answer.includes('$OK#')) throw new Error(`the stub answered ${answer}`);
  // Closing the stub lets the guest run.
  const closed = await humanMonitor(qmp, 'gdbserver none');
  if (!closed.ok) throw new Error(closed.detail);
  const resumed = await qmp.execute('cont');
  if (!resumed.ok) throw new Error(resumed.detail);
}
