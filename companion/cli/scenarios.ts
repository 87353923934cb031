import type { Command } from 'commander';
import { formatDuration } from '../output/quantities.ts';
import { safeJson, safeText } from '../output/safe-text.ts';
import { createPaint, type Paint, type Tone } from '../output/style.ts';
import { type Cell, formatTable } from '../output/table.ts';
import type { BoundScenario, ScenariosReport } from '../scenarios/report.ts';
import { CONFIG_OPTION } from './config-option.ts';
import type { CliIo } from './io.ts';
import { type ControlOptions, openControl, STATE_OPTION, translated } from './open-control.ts';

const HELP = `
For each scenario that is bound to a VM: its state after the thresholds (ok, failed, or unknown), the last probe, the transport that
it went through, and why those of a higher rank were passed over.

Examples:
  $ cherub scenarios
  $ cherub scenarios --json | jq '.bound[] | select(.state == "failed")'
`;

export const OUTCOME_TONES: Readonly<Record<BoundScenario['state'], Tone>> = {
  ok: 'good',
  failed: 'bad',
  unknown: 'warn',
};

/** `cherub scenarios` */
export function registerScenarios(program: Command, io: CliIo): void {
  program
    .command('scenarios')
    .description('show what is bound to which VM, and how it stands')
    .option(...CONFIG_OPTION)
    .option(...STATE_OPTION)
    .option('--json', 'write JSON')
    .addHelpText('after', HELP)
    .action((o: ControlOptions & { json?: boolean }) => scenarios(o, io));
}

async function scenarios(o: ControlOptions & { json?: boolean }, io: CliIo): Promise<void> {
  const report = await translated(openControl(o, io).scenarios());
  const columns = io.outIsTerminal ? io.columns() : Number.POSITIVE_INFINITY;
  io.out(
    o.json
      ? `${safeJson(report)}\n`
      : `${scenarioScreen(report, { paint: createPaint(io.color), columns }).join('\n')}\n`,
  );
}

/** The report as lines for a terminal. */
export function scenarioScreen(
  report: ScenariosReport,
  o: { readonly paint: Paint; readonly columns: number },
): string[] {
  const { scenarios: known, bound, pauses } = report;
  const heading = ['vm', 'scenario', 'state', 'last', 'by', 'ago', 'what'];
  const unbound = known.filter(({ vms }) => vms === 0).map(({ name }) => safeText(name));
  return [
    ...(bound.length === 0 ? ['no scenario is bound to a VM'] : formatTable(heading, bound.map(toRow), o)),
    ...pauses.map(({ vm, scenario, owner, reason, endsInMs }) => {
      const what = scenario === undefined ? safeText(vm) : `${safeText(scenario)} on ${safeText(vm)}`;
      const why = reason === '' ? '' : ` (${safeText(reason)})`;
      return o.paint(
        'warn',
        `${what}: paused by ${safeText(owner)} for ${formatDuration(endsInMs)} more${why}`,
      );
    }),
    ...(unbound.length === 0 ? [] : [o.paint('dim', `bound to no VM: ${unbound.join(', ')}`)]),
  ];
}

function toRow(each: BoundScenario): (Cell | string)[] {
  const { vm, scenario, state, isPaused, isRunning, last } = each;
  const passedOver =
    last === undefined || last.passedOver.length === 0 ? '' : ` (${passedOverText(last.passedOver)})`;
  return [
    vm,
    scenario,
    isPaused ? { text: 'paused', tone: 'dim' } : { text: state, tone: OUTCOME_TONES[state] },
    last === undefined
      ? isRunning
        ? 'running'
        : '-'
      : { text: last.outcome, tone: OUTCOME_TONES[last.outcome] },
    last?.transport ?? '-',
    { text: formatDuration(last?.ageMs), align: 'right' },
    `${last?.detail ?? ''}${passedOver}`,
  ];
}

/** `passed over: console: nobody listens; disk: …` */
export function passedOverText(passedOver: NonNullable<BoundScenario['last']>['passedOver']): string {
  return `passed over: ${passedOver.map(({ transport, reason }) => `${transport}: ${safeText(reason)}`).join('; ')}`;
}
