import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { parseSystemInformation, type SystemInformation } from '#agent/core/inventory/complete-inventory.ts';

/** Starting takes half a second under emulation, the questions have their own deadline of 5 s. */
const DEADLINE_MS = 20_000;

const OUTPUT_CHARACTERS_MAX = 16_384;

/** Other work of the guest comes first. */
const NICE = 19;

/** An answer, or one line that says why there is none. */
export type SystemInformationAnswer =
  | { readonly ok: true; readonly value: SystemInformation }
  | { readonly ok: false; readonly problem: string };

/**
 * Runs the agent's own program with the hidden command `system-information` and reads what it prints. The
 * process and whatever it started are killed at the deadline or when `signal` aborts.
 * @param selfCommand how this program is started: the executable and what stands before its own arguments
 */
export function askSystemInformation(
  selfCommand: readonly [string, ...string[]],
  signal: AbortSignal,
): Promise<SystemInformationAnswer> {
  const [program, ...before] = selfCommand;
  return new Promise<SystemInformationAnswer>((resolve) => {
    // Its own process group, so that dmidecode and the like end with it.
    const child = spawn(program, [...before, 'system-information'], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let output = '';
    const killAll = (): void => killGroup(child.pid);
    const timer = setTimeout(killAll, DEADLINE_MS);
    signal.addEventListener('abort', killAll, { once: true });
    const finish = (answer: SystemInformationAnswer): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', killAll);
      resolve(answer);
    };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      if (output.length < OUTPUT_CHARACTERS_MAX) output += chunk;
    });
    child.on('spawn', () => lowerPriority(child.pid));
    child.on('error', (error) => finish({ ok: false, problem: `cannot be started: ${error.message}` }));
    child.on('close', (code, signalName) => {
      const value = code === 0 ? parseSystemInformation(output) : undefined;
      finish(
        value ? { ok: true, value } : { ok: false, problem: `ended with ${code ?? signalName ?? 'nothing'}` },
      );
    });
    // Some errors of fork (ENOMEM) are thrown and not told by an event.
  }).catch((error: unknown) => ({ ok: false, problem: `cannot be started: ${String(error)}` }));
}

function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, NICE);
  } catch {
    // It has ended already, or the rights are missing: the priority is a courtesy.
  }
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // The whole group has ended already.
  }
}
