import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FaultRow } from '../vm/faults/fault-case.ts';
import { clearFaultRows, faultTable, readFaultRows } from './fault-rows.ts';
import { runStage, type StageResult } from './run-stage.ts';
import { STAGES, selectStages } from './stages.ts';

const USAGE = `Runs everything that must pass. Does all set-up by itself.

  scripts/test [--fast] [--only NAME] [--json FILE]

  --fast       leave out what builds binaries or boots a VM
  --only NAME  one stage, with what it needs, or the guest tests whose file name holds NAME
               stages: ${STAGES.map((stage) => stage.name).join(', ')}
  --json FILE  write a report to FILE as well
  --help       this text

Examples:
  scripts/test --fast
  scripts/test --only guests
  scripts/test --only recorder
  scripts/test --only faults --json report.json   (the table is also kept in artifacts/faults.json)
  scripts/test --only soak                        (an hour; three minutes inside scripts/test)

Exit code: 0 all passed, 1 something failed, 2 wrong usage.
`;

const root = join(import.meta.dirname, '../..');

process.exitCode = await main(process.argv.slice(2));

async function main(argv: string[]): Promise<number> {
  const options = parse(argv);
  if (options === undefined) return 2;
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const guestFiles = globSync('test/vm/**/*.vm.ts', { cwd: root });
  const stages = selectStages({ fast: options.fast, only: options.only, guestFiles });
  if (stages === undefined) {
    process.stderr.write(`scripts/test: nothing is called "${options.only}"; see scripts/test --help\n`);
    return 2;
  }
  clearFaultRows(root);
  const started = performance.now();
  const results: StageResult[] = [];
  for (const stage of stages) {
    process.stdout.write(`\n=== ${stage.name}: ${stage.title}\n`);
    const missing = stage.needs.filter((need) =>
      results.some((result) => result.name === need && !result.ok),
    );
    results.push(missing.length > 0 ? notRun(stage.name, missing) : await runStage(stage, root));
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  const faults = readFaultRows(root);
  process.stdout.write(faultTable(faults));
  process.stdout.write(summary(results, seconds));
  if (options.json !== undefined) writeReport(options.json, { results, seconds, faults });
  return results.every((result) => result.ok) ? 0 : 1;
}

interface Options {
  readonly fast: boolean;
  readonly help: boolean;
  readonly only: string | undefined;
  readonly json: string | undefined;
}

function parse(argv: string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        fast: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        only: { type: 'string' },
        json: { type: 'string' },
      },
    });
    return { fast: values.fast, help: values.help, only: values.only, json: values.json };
  } catch (error) {
    process.stderr.write(`scripts/test: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}

function notRun(name: string, missing: readonly string[]): StageResult {
  const reason = `not run because ${missing.join(' and ')} failed`;
  return { name, ok: false, seconds: 0, passed: 0, failed: 1, tests: [], reason };
}

function total(results: readonly StageResult[], key: 'passed' | 'failed'): number {
  return results.reduce((sum, result) => sum + result[key], 0);
}

function summary(results: readonly StageResult[], seconds: number): string {
  const rows = results.map((result) => {
    const counts = `${result.passed} passed, ${result.failed} failed`;
    const why = result.reason === undefined ? '' : ` (${result.reason})`;
    return `  ${result.ok ? 'ok  ' : 'FAIL'} ${result.name.padEnd(10)} ${`${result.seconds} s`.padStart(8)}  ${counts}${why}`;
  });
  const broken = results.flatMap((result) => result.tests.filter((row) => row.outcome !== 'passed'));
  const list = broken.map((row) => `  ${row.outcome}: ${row.name} (${row.file ?? '?'})`);
  return `\n=== summary, ${seconds} s\n${[...rows, ...list].join('\n')}\n\n${total(results, 'passed')} passed, ${total(results, 'failed')} failed\n`;
}

function writeReport(
  file: string,
  {
    results,
    seconds,
    faults,
  }: { results: readonly StageResult[]; seconds: number; faults: readonly FaultRow[] },
): void {
  const report = {
    ok: results.every((result) => result.ok),
    seconds,
    totals: { passed: total(results, 'passed'), failed: total(results, 'failed') },
    stages: results.map(({ tests: _tests, ...stage }) => stage),
    guests: results.find((result) => result.name === 'guests')?.tests ?? [],
    faults,
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}
