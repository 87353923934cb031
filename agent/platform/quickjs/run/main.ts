/** The resident program of the compact agent: `cherub-agent run`. */
import { tidy } from 'cherub:native';
import * as os from 'qjs:os';
import { exit } from 'qjs:std';
import { AgentRuntime } from '#agent/core/runtime/agent-runtime.ts';
import { parseArguments } from '../cli/parse-arguments.ts';
import { askConfig } from '../config/ask-config.ts';
import { createPlatform } from '../create-platform.ts';
import { ServiceManager } from '../process/service-manager.ts';
import { StderrLog } from '../process/stderr-log.ts';
import { startTicker } from './ticker.ts';

/** What records and the last label may take at the end. */
const DRAIN_MS = 3000;
/** The start is over by then, with its reading of the whole disk. */
const TIDY_FIRST_MS = 5000;
const TIDY_AGAIN_MS = 600_000;
/** The module "os" does not name it. */
const SIGHUP = 1;

async function main(): Promise<void> {
  const log = new StderrLog();
  const command = parseArguments(scriptArgs.slice(1));
  if ('problem' in command) {
    log.info(command.problem);
    exit(2);
  }
  const path = 'config' in command ? command.config : undefined;
  const answer = await askConfig(path);
  if (!answer.ok) {
    for (const line of answer.problems) log.warn(line);
    exit(2);
  }
  const platform = createPlatform(log);
  const runtime = new AgentRuntime(platform, answer.config);
  runtime.start();
  const manager = new ServiceManager((problem) => runtime.setProblem('systemd', problem));
  manager.ready();
  const endTicker = startTicker(() => {
    runtime.tick();
    manager.tick(platform.clock.monotonicUs());
  });
  const keepTidy = (): void => {
    tidy();
    os.setTimeout(keepTidy, TIDY_AGAIN_MS);
  };
  os.setTimeout(keepTidy, TIDY_FIRST_MS);
  os.signal(SIGHUP, () => void reload(runtime, path));
  let stopping = false;
  const stop = (reason: string): void => {
    if (stopping) return;
    stopping = true;
    endTicker();
    manager.stopping();
    os.setTimeout(() => {
      log.warn(`not everything was written within ${DRAIN_MS / 1000} s; ending now`);
      exit(0);
    }, DRAIN_MS);
    void runtime.stop(reason).then(() => exit(0));
  };
  os.signal(os.SIGTERM, () => stop('SIGTERM'));
  os.signal(os.SIGINT, () => stop('SIGINT'));
}

async function reload(runtime: AgentRuntime, path: string | undefined): Promise<void> {
  const answer = await askConfig(path);
  if (answer.ok) runtime.reload(answer.config);
  else runtime.rejectConfig(answer.problems.join('; '));
}

void main();
