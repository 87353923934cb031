import { spawn } from 'node:child_process';
import { GuestError } from './guest-error.ts';

const KEPT_OUTPUT_CHARS = 4000;

/** How {@link runTool} runs its program. */
export interface ToolOptions {
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Default 60,000. */
  readonly deadlineMs?: number;
}

/**
 * Runs a program of the host to its end and returns its standard output.
 *
 * @throws GuestError `image` with the end of what the program wrote, when it fails, is missing or is late
 */
export function runTool(
  command: string,
  args: readonly string[],
  options: ToolOptions = {},
): Promise<Buffer> {
  const deadlineMs = options.deadlineMs ?? 60_000;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      timeout: deadlineMs,
      killSignal: 'SIGKILL',
    });
    const output: Buffer[] = [];
    let complaints = '';
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaints = (complaints + chunk).slice(-KEPT_OUTPUT_CHARS);
    });
    child.on('error', (cause) => {
      reject(new GuestError('image', `cannot run ${command}: run scripts/setup`, { cause }));
    });
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(output));
      else
        reject(
          new GuestError(
            'image',
            `${command} ${args.join(' ')} ended with ${signal ?? `code ${code}`}:\n${complaints}`,
          ),
        );
    });
  });
}
