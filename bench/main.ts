/** `scripts/bench`: the composition root. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AGENT_GROUP } from './groups/agent/agent-group.ts';
import type { Group } from './groups/group.ts';
import { NATIVE_GROUP } from './groups/native/native-group.ts';
import { benchHelp, parseBenchOptions } from './options.ts';
import { formatTable } from './report/format-table.ts';
import { describeMachine } from './report/machine.ts';
import type { Row } from './report/row.ts';

const GROUPS: readonly Group[] = [AGENT_GROUP, NATIVE_GROUP];

const say = (line: string): void => void process.stderr.write(`[bench] ${line}\n`);

async function main(signal: AbortSignal): Promise<number> {
  const request = parseBenchOptions(process.argv.slice(2), GROUPS);
  switch (request.kind) {
    case 'help':
      process.stdout.write(benchHelp(GROUPS));
      return 0;
    case 'wrong':
      process.stderr.write(`scripts/bench: ${request.message}\n`);
      return 2;
    case 'needs':
      process.stdout.write(needsOf(request.groups));
      return 0;
    case 'measure':
      return measure(request.groups, request.json, signal);
  }
}

/** Two lines: targets for scripts/build, names for scripts/images. */
function needsOf(groups: readonly Group[]): string {
  const binaries = new Set(groups.flatMap((group) => group.needs.binaries));
  const images = new Set(groups.flatMap((group) => group.needs.images));
  return `${[...binaries].join(' ')}\n${[...images].join(' ')}\n`;
}

async function measure(
  groups: readonly Group[],
  json: string | undefined,
  signal: AbortSignal,
): Promise<number> {
  const root = join(import.meta.dirname, '..');
  const machine = await describeMachine('tcg');
  if (machine.load1 > machine.cores) {
    say(
      `this machine is busy (load ${machine.load1.toFixed(1)} on ${machine.cores} cores): times will be too long`,
    );
  }
  const rows: Row[] = [];
  for (const group of groups) {
    rows.push(...(await group.measure({ root, signal, say: (line) => say(`${group.name}: ${line}`) })));
  }
  process.stdout.write(formatTable(rows));
  if (json !== undefined) await writeFile(json, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
  return 0;
}

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => stop.abort(new Error(`stopped by ${name}`)));
}
try {
  process.exitCode = await main(stop.signal);
} catch (error) {
  const reason: unknown = stop.signal.aborted ? stop.signal.reason : error;
  process.stderr.write(`scripts/bench: ${reason instanceof Error ? reason.message : String(reason)}\n`);
  process.exitCode = 1;
}
