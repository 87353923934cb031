import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../companion/main.ts');

/** How a run of `cherub` ended. */
export interface CherubRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A running `cherub` with what it has written so far. */
export interface CherubProcess {
  readonly child: ChildProcess;
  out: string;
  err: string;
  /** Waits for its end. */
  readonly ended: Promise<CherubRun>;
}

/** Starts `cherub` from source. The caller ends it. */
export function startCherub(args: readonly string[], o: { readonly cwd?: string } = {}): CherubProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
    ...(o.cwd === undefined ? {} : { cwd: o.cwd }),
  });
  const started: CherubProcess = { child, out: '', err: '', ended: finished() };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    started.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    started.err += text;
  });
  return started;

  async function finished(): Promise<CherubRun> {
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, out: started.out, err: started.err };
  }
}

/** Runs `cherub` to its end. */
export function runCherub(args: readonly string[], o: { readonly cwd?: string } = {}): Promise<CherubRun> {
  return startCherub(args, o).ended;
}
