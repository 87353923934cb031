import type { Command } from 'commander';
import { safeJson, safeText } from '../output/safe-text.ts';
import { createPaint } from '../output/style.ts';
import { CONFIG_OPTION } from './config-option.ts';
import type { CliIo } from './io.ts';
import { openControl, STATE_OPTION, translated } from './open-control.ts';
import { OUTCOME_TONES, passedOverText } from './scenarios.ts';
import { LABEL_OPTION, type TargetOptions, targetParameters } from './target-option.ts';

const HELP = `
Waits for the outcome, which counts like any other. Ends with 1 unless it is ok on each VM.

Examples:
  $ cherub run shell web
  $ cherub run shell --label role=front --json
`;

/** `cherub run SCENARIO VM` */
export function registerRun(program: Command, io: CliIo): void {
  program
    .command('run')
    .argument('<scenario>', 'name of a scenario that is bound to the VM')
    .argument('[vm]', 'name or app UUID')
    .description('probe a VM now, out of turn')
    .option(...LABEL_OPTION)
    .option(...CONFIG_OPTION)
    .option(...STATE_OPTION)
    .option('--json', 'write JSON')
    .addHelpText('after', HELP)
    .action((scenario: string, vm: string | undefined, o: TargetOptions) => run(scenario, vm, o, io));
}

async function run(scenario: string, vm: string | undefined, o: TargetOptions, io: CliIo): Promise<void> {
  const parameters = { scenario, ...targetParameters(vm, o.label) };
  const done = await translated(openControl(o, io).runScenario(parameters));
  if (done.runs.some(({ outcome }) => outcome !== 'ok')) io.exit.code = 1;
  if (o.json) {
    io.out(`${safeJson(done)}\n`);
    return;
  }
  const paint = createPaint(io.color);
  for (const each of done.runs) {
    const way = each.transport === undefined ? '' : ` by ${each.transport}`;
    const outcome = paint(OUTCOME_TONES[each.outcome], each.outcome);
    io.out(`${safeText(each.vm)}: ${outcome}${way}: ${safeText(each.detail)}\n`);
    if (each.passedOver.length > 0) io.out(`  ${passedOverText(each.passedOver)}\n`);
  }
}
