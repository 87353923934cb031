import type { Command } from 'commander';
import { formatProblems } from '#protocol/config/problem.ts';
import { loadConfig } from '../config/load-config.ts';
import { counted } from '../output/quantities.ts';
import { safeJson } from '../output/safe-text.ts';
import { CliError } from './cli-error.ts';
import { CONFIG_OPTION } from './config-option.ts';
import type { CliIo } from './io.ts';

const HELP = `
Tells every problem with its place and ends with 2, or ends with 0. Changes nothing and opens nothing that the file
names. File paths in a config are relative to the config file.

Examples:
  $ cherub check-config
  $ cherub check-config --config ./cherub.yaml --json
`;

/** `cherub check-config` */
export function registerCheckConfig(program: Command, io: CliIo): void {
  program
    .command('check-config')
    .description('check a config without starting anything')
    .option(...CONFIG_OPTION)
    .option('--json', 'write the result as JSON')
    .addHelpText('after', HELP)
    .action((o: { config: string; json?: boolean }) => checkConfig(o, io));
}

function checkConfig(o: { config: string; json?: boolean }, io: CliIo): void {
  const loaded = loadConfig(o.config);
  if (o.json) {
    const problems = loaded.ok ? [] : loaded.problems;
    const reason = loaded.ok ? {} : { reason: loaded.reason };
    io.out(`${safeJson({ file: o.config, ok: loaded.ok, ...reason, problems })}\n`);
    io.exit.code = loaded.ok ? 0 : 2;
    return;
  }
  if (!loaded.ok) {
    if (loaded.problems.length > 0) io.err(`${formatProblems(o.config, loaded.problems)}\n`);
    throw new CliError(loaded.reason, 2);
  }
  const { vms, sinks, stateDir } = loaded.config;
  io.out(
    `${o.config}: ok, ${counted(vms.length, 'VM')}, ${counted(sinks.length, 'sink')}, state in ${stateDir}\n`,
  );
}
