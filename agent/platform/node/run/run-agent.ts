import type { AgentPlatform } from '#agent/core/runtime/agent-platform.ts';
import { AgentRuntime } from '#agent/core/runtime/agent-runtime.ts';
import { describeProblems, loadConfig } from '../config/load-config.ts';
import { createPlatform } from '../create-platform.ts';
import { endProcess } from '../process/end-process.ts';
import { nameProcess } from '../process/name-process.ts';
import { ServiceManager } from '../process/service-manager.ts';
import { StderrLog } from '../process/stderr-log.ts';
import { startTicker } from './ticker.ts';

/** What records and the last label may take at the end. */
const DRAIN_MS = 3000;

/** Runs until SIGTERM or SIGINT. @returns the exit code when it could not start; else the process ends by itself */
export function runAgent(configPath: string | undefined): number | undefined {
  nameProcess('cherub-agent');
  const log = new StderrLog();
  const loaded = loadConfig(configPath);
  if (!loaded.ok) {
    for (const line of describeProblems(configPath, loaded.problems).split('\n')) log.warn(line);
    return 2;
  }
  const platform = createPlatform(log);
  const runtime = new AgentRuntime(platform, loaded.config);
  runtime.start();
  const manager = new ServiceManager(process.env, (problem) => runtime.setProblem('systemd', problem));
  manager.ready();
  const endTicker = startTicker(() => {
    runtime.tick();
    manager.tick(platform.clock.monotonicUs());
  });
  process.on('SIGHUP', () => reload(runtime, configPath));
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    endTicker();
    manager.stopping();
    void drain(runtime, platform, signal);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return undefined;
}

function reload(runtime: AgentRuntime, configPath: string | undefined): void {
  const loaded = loadConfig(configPath);
  if (loaded.ok) runtime.reload(loaded.config);
  else runtime.rejectConfig(describeProblems(configPath, loaded.problems).split('\n').join('; '));
}

async function drain(runtime: AgentRuntime, platform: AgentPlatform, signal: NodeJS.Signals): Promise<void> {
  const late = Symbol('late');
  const deadline = new Promise<typeof late>((resolve) => setTimeout(() => resolve(late), DRAIN_MS));
  const result = await Promise.race([runtime.stop(signal), deadline]);
  if (result === late)
    platform.log.warn(`not everything was written within ${DRAIN_MS / 1000} s; ending now`);
  endProcess(0, result === late);
}
