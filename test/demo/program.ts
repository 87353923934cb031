import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

const STOP_DEADLINE_MS = 10_000;
const OUTPUT_BYTES_MAX = 16 * 1024 * 1024;

/** A program of ours that runs until it is stopped; what it says goes to a log file. */
export class Program {
  readonly #child: ChildProcess;
  readonly #name: string;

  private constructor(name: string, child: ChildProcess) {
    this.#name = name;
    this.#child = child;
  }

  /** Starts it. @param logFile gets its standard output and error */
  static start(name: string, argv: readonly [string, ...string[]], logFile: string): Program {
    const [file, ...args] = argv;
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const log = createWriteStream(logFile);
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.on('error', (error) => log.write(`${error.message}\n`));
    return new Program(name, child);
  }

  /** A sentence when it has ended by itself; undefined while it runs. */
  get failure(): string | undefined {
    const { exitCode, signalCode } = this.#child;
    if (exitCode === null && signalCode === null) return undefined;
    return `${this.#name} ended with ${exitCode ?? signalCode}`;
  }

  /** SIGTERM, and SIGKILL when that does not do. */
  async stop(): Promise<void> {
    if (this.failure !== undefined) return;
    const gone = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()));
    this.#child.kill('SIGTERM');
    const hard = setTimeout(() => this.#child.kill('SIGKILL'), STOP_DEADLINE_MS);
    await gone;
    clearTimeout(hard);
  }
}

/**
 * Runs a command to its end.
 * @returns its standard output
 * @throws Error with what it said on standard error
 */
export function runOnce(argv: readonly [string, ...string[]], deadlineMs: number): Promise<string> {
  const [file, ...args] = argv;
  return new Promise((resolve, reject) => {
    execFile(file, args, { timeout: deadlineMs, maxBuffer: OUTPUT_BYTES_MAX }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${argv.join(' ')} failed: ${stderr.trim() || error.message}`));
    });
  });
}
