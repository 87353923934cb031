import type { Command } from 'commander';
import { formatTime } from '../output/quantities.ts';
import { safeText } from '../output/safe-text.ts';
import { CliError } from './cli-error.ts';
import { CONFIG_OPTION } from './config-option.ts';
import { durationOption } from './duration-option.ts';
import type { CliIo } from './io.ts';
import { STATE_OPTION } from './open-control.ts';
import { changeAndTell, LABEL_OPTION, type TargetOptions, targetParameters } from './target-option.ts';

interface PauseOptions extends TargetOptions {
  readonly scenario?: string;
  readonly for: number;
  readonly owner?: string;
  readonly reason: string;
}

const PAUSE_HELP = `
While it lasts no scenario probes the VM, and its silence makes no verdict "dead"; a crash still does. With --scenario only that
one is held, and the verdict is weighed as ever. It ends by itself, after seven days at most, and holds over restarts.

Examples:
  $ cherub pause web --for 2h --reason "database upgrade"
  $ cherub pause --label role=front --scenario shell --for 30m --owner ann
`;

const RESUME_HELP = `
Ends a pause before its time. A pause of one scenario is ended with --scenario.

Examples:
  $ cherub resume web
  $ cherub resume web --scenario shell
`;

/** `cherub pause VM` and `cherub resume VM` */
export function registerPause(program: Command, io: CliIo): void {
  program
    .command('pause')
    .argument('[vm]', 'name or app UUID')
    .description('stop watching a VM for some time, with a name to ask')
    .option(...LABEL_OPTION)
    .option('-s, --scenario <name>', 'hold this scenario alone')
    .option(
      '--for <time>',
      'how long: 90s, 30m, 2h, 1d',
      durationOption({ leastSeconds: 1, mostSeconds: 604_800 }),
      3600,
    )
    .option('--owner <name>', 'who pauses it; default the user of this command')
    .option('--reason <text>', 'why', '')
    .option(...CONFIG_OPTION)
    .option(...STATE_OPTION)
    .option('--json', 'write JSON')
    .addHelpText('after', PAUSE_HELP)
    .action((vm: string | undefined, o: PauseOptions) => pause(vm, o, io));
  program
    .command('resume')
    .argument('[vm]', 'name or app UUID')
    .description('end a pause before its time')
    .option(...LABEL_OPTION)
    .option('-s, --scenario <name>', 'end the pause of this scenario alone')
    .option(...CONFIG_OPTION)
    .option(...STATE_OPTION)
    .option('--json', 'write JSON')
    .addHelpText('after', RESUME_HELP)
    .action(async (vm: string | undefined, o: TargetOptions & { readonly scenario?: string }) => {
      const parameters = { ...targetParameters(vm, o.label), ...scopeOf(o.scenario) };
      await changeAndTell('resume', parameters, o, io, (vms) => `${subject(o.scenario)}${vms}: goes on`);
    });
}

async function pause(vm: string | undefined, o: PauseOptions, io: CliIo): Promise<void> {
  const owner = o.owner ?? io.env['SUDO_USER'] ?? io.env['USER'] ?? io.env['LOGNAME'] ?? '';
  if (owner.trim() === '') throw new CliError('say who pauses it, with --owner NAME', 2);
  const parameters = {
    ...targetParameters(vm, o.label),
    ...scopeOf(o.scenario),
    seconds: String(o.for),
    owner,
    reason: o.reason,
  };
  await changeAndTell('pause', parameters, o, io, (vms, done) => {
    return `${subject(o.scenario)}${vms}: paused by ${safeText(owner)} until ${formatTime(done.untilWallMs)}`;
  });
}

function scopeOf(scenario: string | undefined): Record<string, string> {
  return scenario === undefined ? {} : { scenario };
}

function subject(scenario: string | undefined): string {
  return scenario === undefined ? '' : `${safeText(scenario)} on `;
}
