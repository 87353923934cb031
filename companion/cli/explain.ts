import type { Command } from 'commander';
import { type ExplainJson, explainVerdict } from '../ladder/explain.ts';
import type { Suppression } from '../ladder/suppression.ts';
import type { Verdict } from '../ladder/verdict.ts';
import { safeJson } from '../output/safe-text.ts';
import { createPaint } from '../output/style.ts';
import { CONFIG_OPTION } from './config-option.ts';
import type { CliIo } from './io.ts';
import { type ControlOptions, openControl, STATE_OPTION, translated } from './open-control.ts';

interface ExplainCommandOptions extends ControlOptions {
  readonly json?: boolean;
}

/** `cherub explain VM` */
export function registerExplain(program: Command, io: CliIo): void {
  program
    .command('explain')
    .argument('<vm>', 'name or app UUID')
    .description('show the verdict on a VM and every vote behind it')
    .option(...CONFIG_OPTION)
    .option(...STATE_OPTION)
    .option('--json', 'write JSON')
    .addHelpText('after', '\nExamples:\n  $ cherub explain web\n  $ cherub explain web --json\n')
    .action((vm: string, o: ExplainCommandOptions) => explain(vm, o, io));
}

async function explain(vm: string, o: ExplainCommandOptions, io: CliIo): Promise<void> {
  const explained = await translated(openControl(o, io).explain(vm));
  if (o.json) {
    io.out(`${safeJson(explained)}\n`);
    return;
  }
  const look = { paint: createPaint(io.color), ...(io.outIsTerminal && { columns: io.columns() }) };
  const lines = explainVerdict(toVerdict(explained), { vm: explained.vm, nowMs: 0, ...look });
  io.out(`${lines.join('\n')}\n`);
}

/** The verdict by a clock that stands at 0 now. */
function toVerdict(explained: ExplainJson): Verdict {
  const { state, rung, reason, forMs, lastAliveAgoMs, suppression, pending, votes } = explained;
  return {
    state,
    ...(rung !== undefined && { rung: rung as NonNullable<Verdict['rung']> }),
    reason,
    sinceMs: -forMs,
    ...(lastAliveAgoMs !== undefined && { lastAliveMs: -lastAliveAgoMs }),
    ...(suppression && {
      suppression: { ...suppression, sinceMs: 0, untilMs: suppression.endsInMs } as unknown as Suppression,
    }),
    ...(pending && {
      pending: {
        state: pending.state,
        ...(pending.rung !== undefined && { rung: pending.rung as NonNullable<Verdict['rung']> }),
        reason: pending.reason,
        sinceMs: 0,
        waitMs: pending.inMs,
      },
    }),
    votes: votes.map(({ counts, why, ...signal }) => ({ signal, counts, why })),
  };
}
