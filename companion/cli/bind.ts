import type { Command } from 'commander';
import { safeText } from '../output/safe-text.ts';
import { CONFIG_OPTION } from './config-option.ts';
import type { CliIo } from './io.ts';
import { STATE_OPTION } from './open-control.ts';
import { changeAndTell, LABEL_OPTION, type TargetOptions, targetParameters } from './target-option.ts';

const BIND_HELP = `
The scenario must stand in the config. The binding holds over restarts, until it is taken back; of several that mean a VM
the last one made holds.

Examples:
  $ cherub bind shell web
  $ cherub bind shell --label role=front
`;

const UNBIND_HELP = `
Also takes back what the config binds, and one VM out of a binding by label.

Examples:
  $ cherub unbind shell web
  $ cherub unbind shell --label role=front
`;

/** `cherub bind SCENARIO VM` and `cherub unbind SCENARIO VM` */
export function registerBind(program: Command, io: CliIo): void {
  for (const [action, description, help] of [
    ['bind', 'run a scenario on a VM from now on', BIND_HELP],
    ['unbind', 'run a scenario on a VM no more', UNBIND_HELP],
  ] as const) {
    program
      .command(action)
      .argument('<scenario>', 'name in the config')
      .argument('[vm]', 'name or app UUID')
      .description(description)
      .option(...LABEL_OPTION)
      .option(...CONFIG_OPTION)
      .option(...STATE_OPTION)
      .option('--json', 'write JSON')
      .addHelpText('after', help)
      .action(async (scenario: string, vm: string | undefined, o: TargetOptions) => {
        const parameters = { scenario, ...targetParameters(vm, o.label) };
        const done = action === 'bind' ? 'bound to' : 'not bound any more to';
        await changeAndTell(action, parameters, o, io, (vms) => `${safeText(scenario)} is ${done} ${vms}`);
      });
  }
}
