import { hostName } from 'cherub:native';
import { out } from 'qjs:std';
import type { AgentConfig } from '#agent/core/config/agent-config.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { messageToJson } from '#protocol/messages/to-json.ts';
import { Jobs } from '../process/jobs.ts';
import { KernelClock } from '../process/kernel-clock.ts';
import { createCollector } from '../snapshot/create-collector.ts';

const WARM_UP_MS = 3000;

/** One snapshot as JSON, whole: nothing is shortened to fit a block. @returns the exit code */
export async function snapshotOnce(config: AgentConfig): Promise<number> {
  const collector = createCollector(
    {
      app: config.app === '' ? hostName() : config.app,
      periodMs: config.snapshot.periodSeconds * 1000,
    },
    { clock: new KernelClock(), jobs: new Jobs() },
  );
  await collector.warmUp(WARM_UP_MS);
  const inputs = { state: cherub.State.STATE_OK, checks: [], counters: undefined };
  const snapshot = cherub.Snapshot.decode(cherub.Snapshot.encode(collector.collect(inputs)).finish());
  out.puts(`${JSON.stringify(messageToJson(snapshot), undefined, 2)}\n`);
  return 0;
}
