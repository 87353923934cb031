import type { Command } from 'commander';
import { safeJson } from '../output/safe-text.ts';
import { createPaint } from '../output/style.ts';
import { CONFIG_OPTION } from './config-option.ts';
import type { CliIo } from './io.ts';
import { type ControlOptions, openControl, STATE_OPTION, translated } from './open-control.ts';
import { statusScreen } from './status-table.ts';

const HELP = `
Asks the running cherub serve. For each VM and channel it tells how old the last sign of life is: fresh, stale,
silent, missing (the channel is not there) or unknown (none came yet).

Examples:
  $ cherub status
  $ cherub status --json | jq '.vms[].channels[] | {channel, state, ageMs}'
`;

/** `cherub status` */
export function registerStatus(program: Command, io: CliIo): void {
  program
    .command('status')
    .description('show the age of each channel of each VM, the spool and the sinks')
    .option(...CONFIG_OPTION)
    .option(...STATE_OPTION)
    .option('--json', 'write the report as JSON')
    .addHelpText('after', HELP)
    .action((o: ControlOptions & { json?: boolean }) => status(o, io));
}

async function status(o: ControlOptions & { json?: boolean }, io: CliIo): Promise<void> {
  const report = await translated(openControl(o, io).status());
  if (o.json) io.out(`${safeJson(report)}\n`);
  else {
    const columns = io.outIsTerminal ? io.columns() : Number.POSITIVE_INFINITY;
    io.out(`${statusScreen(report, { paint: createPaint(io.color), columns }).join('\n')}\n`);
  }
}
