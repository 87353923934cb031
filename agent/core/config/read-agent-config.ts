import { type ConfigResult, readConfig } from '#protocol/config/read-config.ts';
import type { CheckProblem } from '../checks/check-config.ts';
import { type AgentConfig, agentConfigSchema, type ScheduleProblem } from './agent-config.ts';

/**
 * Reads the text of an agent config; `''` gives all defaults.
 * @returns the config, or every problem in it with path, line and column
 */
export function readAgentConfig(
  text: string,
  scheduleProblem: ScheduleProblem,
  checkProblem?: CheckProblem,
): ConfigResult<AgentConfig> {
  return readConfig(text, agentConfigSchema(scheduleProblem, checkProblem));
}
