import { type ChildProcess, spawn } from 'node:child_process';
import type { CheckPort, ProgramEnd } from '#agent/core/checks/check-port.ts';
import { codeOf } from '../snapshot/error-code.ts';

/** A grandchild may hold the output open for ever: what has not come so long after the program's end is left out. */
const OUTPUT_GRACE_MS = 200;

const ENVIRONMENT = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' };

/** Runs a program as the leader of its own process group, so that all of it can be killed. */
export const runProgram: CheckPort['run'] = (command, o) =>
  new Promise((resolve) => {
    const [program, ...parameters] = command;
    let child: ChildProcess;
    try {
      // Throws for some errors and tells others by an event.
      child = spawn(program, parameters, {
        stdio: ['ignore', 'pipe', 'ignore'],
        cwd: '/',
        env: ENVIRONMENT,
        detached: true,
      });
    } catch (error) {
      resolve(notStarted(program, error));
      return;
    }
    const output = new BoundedOutput(o.outputBytesMax);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      killGroup(child);
    }, o.timeoutMs);
    const finish = (end: ProgramEnd): void => {
      clearTimeout(timer);
      child.stdout?.destroy();
      resolve(end);
    };
    child.stdout?.on('data', (chunk: Buffer) => output.add(chunk));
    child.once('error', (error) => finish(notStarted(program, error)));
    // Not at the deadline: a program that cannot even be killed must not be started again beside itself.
    child.once('exit', (code, signal) => {
      const end = (): void => finish(endOf(isLate, code, signal, output.text()));
      const grace = setTimeout(end, OUTPUT_GRACE_MS);
      child.once('close', () => {
        clearTimeout(grace);
        end();
      });
    });
  });

function endOf(isLate: boolean, code: number | null, signal: string | null, output: string): ProgramEnd {
  if (isLate) return { kind: 'timeout', output };
  return code === null
    ? { kind: 'killed', signal: signal ?? 'a signal', output }
    : { kind: 'ended', code, output };
}

function notStarted(program: string, error: unknown): ProgramEnd {
  const code = codeOf(error);
  return { kind: 'failed', problem: code === 'ENOENT' ? `${program} is not there` : `${program}: ${code}` };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended this moment.
  }
}

/** The start of a stream; the rest is read and thrown away, so that the program is not held up. */
class BoundedOutput {
  readonly #chunks: Buffer[] = [];
  #room: number;

  constructor(bytesMax: number) {
    this.#room = bytesMax;
  }

  add(chunk: Buffer): void {
    if (this.#room <= 0) return;
    const part = chunk.subarray(0, this.#room);
    this.#chunks.push(part);
    this.#room -= part.length;
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}
