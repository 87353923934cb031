import { err } from 'qjs:std';
import type { AgentConfig } from '#agent/core/config/agent-config.ts';
import { HeartbeatLane } from '#agent/core/heartbeat/heartbeat-lane.ts';
import { readLabelFacts } from '#agent/core/heartbeat/label-facts.ts';
import { createPlatform } from '../create-platform.ts';
import { StderrLog } from '../process/stderr-log.ts';

/**
 * One label, for whoever has a cron of his own. Keeps no state: the sequence is the uptime in milliseconds, which grows.
 * @returns the exit code
 */
export async function heartbeatOnce(config: AgentConfig): Promise<number> {
  const platform = createPlatform(new StderrLog());
  const console = platform.openConsole(config);
  const logger = platform.openLogger(config);
  const lane = new HeartbeatLane({
    console: console.ok ? console.value : undefined,
    logger: logger.ok ? logger.value : undefined,
  });
  const uptimeSeconds = platform.clock.bootUs() / 1e6;
  const outcome = await lane.beat({
    app: config.app === '' ? platform.identity.hostName : config.app,
    bootId: platform.identity.bootId,
    sequence: Math.round(uptimeSeconds * 1000),
    uptimeSeconds,
    everySeconds: platform.schedule(config).everySeconds,
    state: 'ok',
    ...readLabelFacts((path) => platform.readFile(path)),
  });
  if (!console.ok && config.heartbeat.console !== 'none') err.puts(`cherub-agent: ${console.problem}\n`);
  if (outcome.problem !== '') err.puts(`cherub-agent: ${outcome.problem}\n`);
  return outcome.via === 'none' ? 1 : 0;
}
