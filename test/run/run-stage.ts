import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NodeTests, Stage } from './stages.ts';
import type { TallyRow } from './tally-reporter.ts';

/** What a stage came to. */
export interface StageResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  readonly tests: readonly TallyRow[];
  /** Why it did not run at all. */
  readonly reason?: string;
}

/**
 * Runs one stage, its output on this terminal.
 * @param root the project's root
 */
export async function runStage(stage: Stage, root: string): Promise<StageResult> {
  const started = performance.now();
  const seconds = (): number => Math.round((performance.now() - started) / 100) / 10;
  const { work } = stage;
  if (work.kind === 'command') {
    const [program, ...args] = work.argv;
    const ok = (await run(join(root, program), args, root)) === 0;
    return { name: stage.name, ok, seconds: seconds(), passed: ok ? 1 : 0, failed: ok ? 0 : 1, tests: [] };
  }
  const { exitCode, tests } = await runTests(work, root);
  // A skipped test counts as failed: a check that cannot run here must say so loudly.
  const passed = tests.filter((row) => row.outcome === 'passed').length;
  const failed = tests.length - passed;
  const ok = exitCode === 0 && failed === 0 && passed > 0;
  const reason = tests.length === 0 ? { reason: 'no test was found' } : {};
  return {
    name: stage.name,
    ok,
    seconds: seconds(),
    passed,
    failed: ok ? 0 : Math.max(failed, 1),
    tests,
    ...reason,
  };
}

async function runTests(work: NodeTests, root: string): Promise<{ exitCode: number; tests: TallyRow[] }> {
  const files = globSync([...work.include], { cwd: root, exclude: [...work.exclude] }).sort();
  if (files.length === 0) return { exitCode: 1, tests: [] };
  const scratch = mkdtempSync(join(tmpdir(), 'cherub-tally-'));
  const tallyFile = join(scratch, 'tally.jsonl');
  try {
    const exitCode = await run(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--test',
        `--test-concurrency=${work.concurrency}`,
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        `--test-reporter=${join(import.meta.dirname, 'tally-reporter.ts')}`,
        `--test-reporter-destination=${tallyFile}`,
        ...files,
      ],
      root,
      work.env,
    );
    const lines = readFileSync(tallyFile, 'utf8').split('\n').filter(Boolean);
    return { exitCode, tests: lines.map((line) => JSON.parse(line) as TallyRow) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function run(
  program: string,
  args: readonly string[],
  cwd: string,
  more: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    // Colours only on a terminal: some tools take CI for one.
    const env = { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...more };
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal === null ? (code ?? 1) : 1));
  });
}
