import type { Command } from 'commander';
import { ControlError } from '../control/client.ts';
import type { StatusReport } from '../control/status.ts';
import { formatDuration, formatTime } from '../output/quantities.ts';
import { safeJson, safeText } from '../output/safe-text.ts';
import { createPaint } from '../output/style.ts';
import { CliError } from './cli-error.ts';
import { CONFIG_OPTION } from './config-option.ts';
import type { CliIo } from './io.ts';
import { numberOption } from './number-option.ts';
import { type ControlOptions, openControl, STATE_OPTION } from './open-control.ts';
import { statusScreen } from './status-table.ts';

const HELP = `
On a terminal it draws the table of cherub status anew every interval, until Ctrl-C. Elsewhere it writes one line for
each VM and interval, and with --json one report a line.

Examples:
  $ cherub watch
  $ cherub watch --interval 5 --json
  $ cherub watch --count 1
`;

interface WatchOptions extends ControlOptions {
  readonly interval: number;
  readonly count?: number;
  readonly json?: boolean;
}

/** `cherub watch` */
export function registerWatch(program: Command, io: CliIo): void {
  program
    .command('watch')
    .description('show the status live')
    .option(...CONFIG_OPTION)
    .option(...STATE_OPTION)
    .option('-i, --interval <seconds>', 'time between two reports', numberOption({ least: 0.2, most: 60 }), 1)
    .option(
      '-n, --count <number>',
      'end after so many reports',
      numberOption({ least: 1, most: 1e9, isWhole: true }),
    )
    .option('--json', 'write one report a line as JSON')
    .addHelpText('after', HELP)
    .action((o: WatchOptions) => watch(o, io));
}

async function watch(o: WatchOptions, io: CliIo): Promise<void> {
  const isScreen = io.outIsTerminal && !o.json;
  const show = o.json ? showJson : isScreen ? showScreen : showLines;
  if (isScreen) io.out(ENTER_SCREEN);
  try {
    let count = 0;
    for await (const report of openControl(o, io).watch(o.interval * 1000)) {
      show(report, io);
      count += 1;
      if (count === o.count) return;
    }
    if (!io.signal.aborted) throw new CliError('cherub serve has ended', 1);
  } catch (error) {
    if (io.signal.aborted) return;
    if (error instanceof ControlError) throw new CliError(error.message, 1);
    throw error;
  } finally {
    if (isScreen) io.out(LEAVE_SCREEN);
  }
}

/** The alternate screen, so that the shell's text is there again afterwards; and no cursor on it. */
const ENTER_SCREEN = '\u001b[?1049h\u001b[?25l';
const LEAVE_SCREEN = '\u001b[?25h\u001b[?1049l';
const HOME = '\u001b[H';
const CLEAR_LINE_REST = '\u001b[K';
const CLEAR_BELOW = '\u001b[J';

/** Draws over what is there, so that nothing flickers. */
function showScreen(report: StatusReport, io: CliIo): void {
  const all = statusScreen(report, { paint: createPaint(io.color), columns: io.columns() });
  const rows = Math.max(1, io.rows());
  const lines =
    all.length <= rows
      ? all
      : [...all.slice(0, rows - 1), `… ${all.length - rows + 1} more lines; see: cherub status`];
  io.out(
    `${HOME}${lines.map((line) => `${line}${CLEAR_LINE_REST}`).join('\r\n')}${CLEAR_LINE_REST}${CLEAR_BELOW}`,
  );
}

function showLines(report: StatusReport, io: CliIo): void {
  for (const vm of report.vms) {
    const channels = vm.channels.map(({ channel, state, ageMs }) => {
      const age = ageMs === undefined ? '' : ` ${formatDuration(ageMs)}`;
      return `${channel}: ${state}${age}`;
    });
    io.out(`${formatTime(report.nowMs)} ${safeText(vm.name)} ${channels.join(', ')}\n`);
  }
}

function showJson(report: StatusReport, io: CliIo): void {
  io.out(`${safeJson(report)}\n`);
}
