import { randomBytes, randomInt } from 'node:crypto';
import type { PingReply } from '../control/api.ts';
import { toPingReply } from '../serve/control-api.ts';
import { connectUnix } from '../sources/connect-unix.ts';
import { LinkPort } from '../sources/link/link-port.ts';
import { CliError } from './cli-error.ts';
import type { CliIo } from './io.ts';
import { type ControlOptions, openControl, translated } from './open-control.ts';
import { type PingOptions, pingAll } from './ping-all.ts';

export interface LinkPingOptions extends ControlOptions, PingOptions {
  readonly socket?: string;
}

/** `cherub link ping`: like ping(8), to the agent. */
export async function linkPing(vm: string | undefined, o: LinkPingOptions, io: CliIo): Promise<void> {
  if ((vm === undefined) === (o.socket === undefined)) {
    throw new CliError('name either a VM or --socket PATH; see: cherub link ping --help', 2);
  }
  if (o.socket !== undefined) return pingSocket(o.socket, o, io);
  const control = openControl(o, io);
  const ping = (): Promise<PingReply> =>
    translated(control.ping(vm ?? '', { payloadBytes: o.size, deadlineMs: o.deadline * 1000 }));
  return pingAll(vm ?? '', ping, o, io);
}

async function pingSocket(path: string, o: LinkPingOptions, io: CliIo): Promise<void> {
  const connected = await connectUnix(path, io.signal);
  if (!connected.ok) throw new CliError(connected.reason, 1);
  const stop = new AbortController();
  const port = new LinkPort({
    monotonicUs: () => Number(process.hrtime.bigint() / 1000n),
    observe: () => undefined,
  });
  const serving = port.serve(connected.socket, randomInt(2 ** 32), AbortSignal.any([io.signal, stop.signal]));
  const deadlineMs = o.deadline * 1000;
  const ping = async (): Promise<PingReply> => {
    const payload = randomBytes(o.size);
    return toPingReply(await port.request({ ping: { payload } }, deadlineMs), payload, deadlineMs);
  };
  try {
    await pingAll(path, ping, o, io);
  } finally {
    stop.abort();
    await serving;
  }
}
