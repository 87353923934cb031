import { randomBytes } from 'node:crypto';
import type { Condition } from './condition.ts';
import { GuestError } from './guest-error.ts';

/** The console as the shell needs it. */
export interface ShellTerminal {
  mark(): number;
  textFrom(position: number): string;
  tail(): string;
  send(text: string): Promise<void>;
}

const PROBE_EVERY_MS = 400;
const PROBE_EVERY_MS_MAX = 3000;
const TAKEOVER_MS = 5000;
/**
 * Reads lines and runs them. A shell that reads its terminal by itself would be interactive, and busybox's then
 * edits lines and asks the terminal for its size. `read` fails with more than 128 at a signal, with 1 at the end.
 *
 * A line of which the console lost a piece may be no shell at all: `command` keeps a syntax error from ending the shell.
 *
 * It is the new shell that answers, not the one it takes the place of: busybox throws away what was typed ahead when it
 * gives the terminal back, and the first lines of a command would be gone.
 */
const quietShell = (token: string): string =>
  `exec sh -c 'trap : INT; printf "\\n@%s@\\n" ${token}; while IFS= read -r l || [ $? -gt 128 ]; do command eval "$l"; done'`;

/**
 * Waits for a shell and makes it a quiet one: no echo, no prompt, no line editing, not ended by Ctrl-C.
 *
 * It asks again and again, because a guest that boots throws input away until somebody reads it, but ever more
 * rarely, and the answer to any question counts: a loaded guest may be many behind. The question is such that no
 * piece of it leaves a shell in the middle of something, because a booting guest may swallow the rest.
 *
 * @param endAt in the time of `performance.now()`
 * @param deadlineMs for the message
 */
export async function takeShell(
  terminal: ShellTerminal,
  changed: Condition,
  endAt: number,
  deadlineMs: number,
): Promise<void> {
  const from = terminal.mark();
  const token = newToken();
  const answer = new RegExp(`@${token}\\d+@`);
  for (let pauseMs = PROBE_EVERY_MS; ; pauseMs = Math.min(pauseMs * 1.5, PROBE_EVERY_MS_MAX)) {
    const left = endAt - performance.now();
    if (left <= 0) {
      const text = `no shell answered on the console in ${deadlineMs} ms; its end:\n${terminal.tail()}`;
      throw new GuestError('deadline', text);
    }
    // $$ is what tells the answer from the echo.
    await terminal.send(`echo @${token}$$@\n`);
    const asked = (): true | undefined => answer.test(terminal.textFrom(from)) || undefined;
    if ((await within(changed, asked, Math.min(pauseMs, left))) !== true) continue;
    if (await quieten(terminal, changed)) return;
  }
}

/** A text that does not occur on the console by chance. */
export function newToken(): string {
  return `g${randomBytes(6).toString('hex')}`;
}

/** What `look` finds within a time, or `undefined`. @throws whatever ended the waiting, except the time */
export async function within<T>(
  changed: Condition,
  look: () => T | undefined,
  ms: number,
): Promise<T | undefined> {
  const pause = new GuestError('deadline', 'pause');
  try {
    return await changed.wait(look, ms, () => pause);
  } catch (error) {
    if (error === pause) return undefined;
    throw error;
  }
}

async function quieten(terminal: ShellTerminal, changed: Condition): Promise<boolean> {
  const token = newToken();
  const from = terminal.mark();
  await terminal.send(`stty -echo; ${quietShell(token)}\n`);
  const done = (): true | undefined => terminal.textFrom(from).includes(`\n@${token}@\n`) || undefined;
  return (await within(changed, done, TAKEOVER_MS)) === true;
}
