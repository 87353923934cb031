import { spawn } from 'node:child_process';

export type ProgramResult =
  | { readonly kind: 'exited'; readonly code: number; readonly stdout: string; readonly stderr: string }
  /** It is not installed, or may not be run. */
  | { readonly kind: 'missing'; readonly reason: string }
  | { readonly kind: 'deadline'; readonly stdout: string; readonly stderr: string };

export interface ProgramLimits {
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Of each of the two outputs; the rest is read and dropped. Default 16 KiB. */
  readonly outputBytesMax?: number;
  /** Stands above the companion's own. */
  readonly environment?: Readonly<Record<string, string>>;
}

const OUTPUT_BYTES_MAX = 16 * 1024;
/** After its end a program's own children may hold its outputs open. */
const LINGER_MS = 200;

/**
 * Runs a program without a shell and without input, in the C locale. At the deadline it is killed, with its children.
 * Never rejects.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  limits: ProgramLimits,
): Promise<ProgramResult> {
  const bytesMax = limits.outputBytesMax ?? OUTPUT_BYTES_MAX;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C', ...limits.environment },
      // A process group of its own, so that all of it can be killed.
      detached: true,
    });
    const stdout = collect(child.stdout, bytesMax);
    const stderr = collect(child.stderr, bytesMax);
    const kill = (): void => {
      killGroup(child.pid);
      settle({ kind: 'deadline', stdout: stdout(), stderr: stderr() });
    };
    const timer = setTimeout(kill, limits.deadlineMs);
    limits.signal?.addEventListener('abort', kill);
    const settle = (result: ProgramResult): void => {
      clearTimeout(timer);
      limits.signal?.removeEventListener('abort', kill);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve(result);
    };
    const exited = (code: number | null): void =>
      settle({ kind: 'exited', code: code ?? -1, stdout: stdout(), stderr: stderr() });
    child.on('error', (error) =>
      settle({ kind: 'missing', reason: `cannot run ${program}: ${error.message}` }),
    );
    child.on('close', exited);
    child.on('exit', (code) => setTimeout(() => exited(code), LINGER_MS).unref());
    if (limits.signal?.aborted) kill();
  });
}

function collect(stream: NodeJS.ReadableStream, bytesMax: number): () => string {
  const parts: Buffer[] = [];
  let room = bytesMax;
  stream.on('error', () => undefined);
  stream.on('data', (chunk: Buffer) => {
    if (room === 0) return;
    const kept = chunk.subarray(0, room);
    // A copy: a piece must not keep the stream's whole buffer.
    parts.push(Buffer.from(kept));
    room -= kept.length;
  });
  return () => Buffer.concat(parts).toString('utf8');
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself a moment ago.
  }
}
