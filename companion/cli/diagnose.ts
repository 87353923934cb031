import { type Command, Option } from 'commander';
import { ControlError } from '../control/client.ts';
import type { DiagnoseEvent } from '../control/diagnose-event.ts';
import { LEVELS, type Level } from '../incidents/incident.ts';
import { formatBytes } from '../output/quantities.ts';
import { safeJson, safeText } from '../output/safe-text.ts';
import { createPaint, type Paint } from '../output/style.ts';
import { CliError } from './cli-error.ts';
import { CONFIG_OPTION } from './config-option.ts';
import type { CliIo } from './io.ts';
import { type ControlOptions, openControl, STATE_OPTION } from './open-control.ts';

interface DiagnoseOptions extends ControlOptions {
  readonly level: Level;
  readonly script?: string;
  readonly json?: boolean;
}

const HELP = `
Levels, each with those before it: observe (the guest cannot notice), ask (the guest helps), disturb (its vCPUs stop for a
moment), harm (NMI; a memory dump where a script names one).

Examples:
  $ cherub diagnose web
  $ cherub diagnose web --level observe --json
  $ cherub diagnose web --script web-hang
`;

/** `cherub diagnose VM` */
export function registerDiagnose(program: Command, io: CliIo): void {
  program
    .command('diagnose')
    .argument('<vm>', 'name or app UUID')
    .description('take evidence of a VM now, and seal it as an incident')
    .option(...CONFIG_OPTION)
    .option(...STATE_OPTION)
    .addOption(new Option('-l, --level <level>', 'highest level').choices(LEVELS).default('disturb'))
    .option('-s, --script <name>', 'a script of the config; default: what its diagnosis.script says')
    .option('--json', 'write one event a line as JSON')
    .addHelpText('after', HELP)
    .action((vm: string, o: DiagnoseOptions) => diagnose(vm, o, io));
}

async function diagnose(vm: string, o: DiagnoseOptions, io: CliIo): Promise<void> {
  const paint = createPaint(io.color);
  let last: DiagnoseEvent | undefined;
  try {
    for await (const event of openControl(o, io).diagnose(vm, o.level, o.script)) {
      io.out(`${o.json ? safeJson(event) : describeEvent(event, paint)}\n`);
      last = event;
    }
  } catch (error) {
    if (io.signal.aborted) return;
    if (error instanceof ControlError) throw new CliError(error.message);
    throw error;
  }
  if (last?.kind === 'failed') throw new CliError(`the diagnosis failed: ${safeText(last.reason)}`);
  if (last?.kind !== 'sealed' && !io.signal.aborted) {
    throw new CliError(
      'cherub serve ended before the incident was sealed; its next start seals what there is',
    );
  }
}

function describeEvent(event: DiagnoseEvent, paint: Paint): string {
  switch (event.kind) {
    case 'opened':
      return `incident ${safeText(event.incident)}`;
    case 'step':
      return paint(
        'strong',
        `[${event.number}/${event.count}] ${safeText(event.step)} (${safeText(event.level)})`,
      );
    case 'part':
      return `    ${paint('good', 'got')}     ${safeText(event.path)}, ${formatBytes(event.bytes)}`;
    case 'missing':
      return `    ${paint('warn', 'missing')} ${safeText(event.path)}: ${safeText(event.reason)}`;
    case 'sealed': {
      const id = safeText(event.incident);
      return `sealed ${id}: ${event.parts} parts, ${event.missing} missing; see: cherub incidents show ${id}`;
    }
    case 'failed':
      return paint('bad', `failed: ${safeText(event.reason)}`);
  }
}
