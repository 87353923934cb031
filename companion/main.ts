import { CommanderError } from 'commander';
import { CliError } from './cli/cli-error.ts';
import type { CliIo } from './cli/io.ts';
import { createProgram } from './cli/program.ts';
import { safeText } from './output/safe-text.ts';
import { wantsColor } from './output/style.ts';

/** The host program: gives the command line what it has of the process, and ends with its exit code. */
async function main(): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  // A reader that went away (cherub disk read … | head) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const io = createIo(stop.signal);
  try {
    await createProgram(io).parseAsync(process.argv);
  } catch (error) {
    io.exit.code = report(error, io);
  }
  process.exitCode = io.exit.code;
}

function createIo(signal: AbortSignal): CliIo {
  const outIsTerminal = process.stdout.isTTY === true;
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    outIsTerminal,
    color: wantsColor(outIsTerminal, process.env),
    columns: () => process.stdout.columns ?? 80,
    rows: () => process.stdout.rows ?? 24,
    env: process.env,
    exit: { code: 0 },
    signal,
    onHangup: (handler) => {
      process.on('SIGHUP', handler);
      return () => void process.off('SIGHUP', handler);
    },
    now: () => Date.now(),
  };
}

function report(error: unknown, io: CliIo): number {
  // Commander has told it already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CliError) {
    io.err(`cherub: ${safeText(error.message)}\n`);
    return error.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.err(`cherub: fault in the program, please report it: ${text}\n`);
  return 1;
}

void main();
