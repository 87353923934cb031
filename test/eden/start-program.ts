import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { TestContext } from 'node:test';

/** A server of another project that a test runs, with what it has written. */
export interface Program {
  readonly child: ChildProcess;
  /** Standard output and standard error together. */
  text: string;
}

/** Starts a program that the end of the test ends. */
export function startProgram(t: TestContext, command: string, args: readonly string[], cwd: string): Program {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const program: Program = { child, text: '' };
  const ended = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      program.text += `${command}: ${error.message}; run scripts/setup\n`;
      resolve();
    });
    child.on('close', () => resolve());
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      program.text = (program.text + text).slice(-200_000);
    });
  }
  t.after(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return program;
}

/** A port of loopback that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
