import { cherub } from '#protocol/messages/generated/cherub.js';
import { messageToJson } from '#protocol/messages/to-json.ts';
import { describeProblems, loadConfig } from '../config/load-config.ts';
import { hostName } from '../process/boot-identity.ts';
import { endProcess } from '../process/end-process.ts';
import { NodeClock } from '../process/node-clock.ts';
import { createNodeCollector } from '../snapshot/create-collector.ts';
import type { Output } from './output.ts';

const WARM_UP_MS = 3000;

/** One snapshot as JSON, whole: nothing is shortened to fit a block. @returns the exit code */
export async function snapshotOnce(configPath: string | undefined, output: Output): Promise<number> {
  const loaded = loadConfig(configPath);
  if (!loaded.ok) {
    output.err(`${describeProblems(configPath, loaded.problems)}\n`);
    return 2;
  }
  const { config } = loaded;
  const clock = new NodeClock();
  const now = () => ({ monotonicUs: clock.bootUs(), wallUs: clock.wallUs() });
  const collector = createNodeCollector({
    app: config.app === '' ? hostName() : config.app,
    periodMs: config.snapshot.periodSeconds * 1000,
  });
  await collector.warmUp(now, WARM_UP_MS);
  const inputs = { state: cherub.State.STATE_OK, checks: [], counters: undefined };
  const snapshot = cherub.Snapshot.decode(cherub.Snapshot.encode(collector.collect(now(), inputs)).finish());
  output.out(`${JSON.stringify(messageToJson(snapshot), undefined, 2)}\n`);
  collector.close();
  if (collector.openQuestions() > 0) endProcess(0, true);
  return 0;
}
