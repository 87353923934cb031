import { randomBytes } from 'node:crypto';
import type { PingReply } from '../control/api.ts';
import { toPingReply } from '../serve/control-api.ts';
import type { Observation } from '../sources/observation.ts';
import type { DiskCache } from '../sources/recorder/disk-file.ts';
import { createRecorderSource } from '../sources/recorder/source.ts';
import { CliError } from './cli-error.ts';
import type { CliIo } from './io.ts';
import { type PingOptions, pingAll } from './ping-all.ts';

const POLL_MS = 250;

export interface DiskPingOptions extends PingOptions {
  readonly cache: DiskCache;
}

/** `cherub disk ping`: like ping(8), to the agent, by the mailbox of its recorder disk. */
export async function diskPing(path: string, o: DiskPingOptions, io: CliIo): Promise<void> {
  const stop = new AbortController();
  let observe: (observation: Observation) => void = () => undefined;
  const attached = new Promise<Observation>((resolve) => {
    observe = (observation) => {
      if (observation.kind === 'attached' || observation.kind === 'missing') resolve(observation);
    };
  });
  const source = createRecorderSource(
    { disk: path, pollMs: POLL_MS, cache: o.cache },
    {
      appId: '',
      observe: (observation) => observe(observation),
      position: { read: () => undefined, write: () => undefined, save: () => undefined },
      monotonicUs: () => Number(process.hrtime.bigint() / 1000n),
      isCongested: () => false,
      random: Math.random,
      uniqueId: () => '',
    },
  );
  const running = source.run(AbortSignal.any([io.signal, stop.signal]));
  try {
    const found = await attached;
    if (found.kind === 'missing') throw new CliError(found.reason, 1);
    const deadlineMs = o.deadline * 1000;
    const ping = async (): Promise<PingReply> => {
      const payload = randomBytes(o.size);
      return toPingReply(
        await source.mailbox.request({ ping: { payload } }, deadlineMs),
        payload,
        deadlineMs,
      );
    };
    await pingAll(path, ping, o, io);
  } finally {
    stop.abort();
    await running;
  }
}
