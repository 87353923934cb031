import { formatProblems } from '#protocol/config/problem.ts';
import type { CompanionConfig } from '../config/config.ts';
import { DEFAULT_CONFIG_FILE, loadConfig } from '../config/load-config.ts';
import { CliError } from './cli-error.ts';
import type { CliIo } from './io.ts';

/** The option that every command with a config has: flags, description, default. */
export const CONFIG_OPTION = ['-c, --config <file>', 'config of the companion', DEFAULT_CONFIG_FILE] as const;

/** Loads the config, or tells every problem on standard error and throws a CliError with code 2. */
export function requireConfig(file: string, io: CliIo): CompanionConfig {
  const loaded = loadConfig(file);
  if (loaded.ok) return loaded.config;
  if (loaded.problems.length > 0) io.err(`${formatProblems(file, loaded.problems)}\n`);
  throw new CliError(loaded.reason, 2);
}
