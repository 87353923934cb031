import { spawn } from 'node:child_process';
import { BuildError } from './build-error.ts';

/** How another program is run. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs: number;
}

const OUTPUT_CHARACTERS_MAX = 1 << 20;

/**
 * Runs a program to its end and gives its standard output.
 * @throws BuildError with the end of its standard error, when it cannot start, fails or takes too long
 */
export function runCommand(file: string, args: readonly string[], options: CommandOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs,
    });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-OUTPUT_CHARACTERS_MAX);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-4096);
    });
    child.on('error', (error) => reject(new BuildError(`${file} did not start: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new BuildError(`${file} ${args[0] ?? ''} failed (${signal ?? code}): ${errors.trim()}`));
    });
  });
}
