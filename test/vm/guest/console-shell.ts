import { createHash, randomBytes } from 'node:crypto';
import type { Condition } from './condition.ts';
import { GuestError } from './guest-error.ts';

/** What a command in the guest gave. */
export interface CommandResult {
  readonly exitCode: number;
  /** Standard output and standard error, in the order of writing. */
  readonly output: string;
}

/** Limits of one command. */
export interface RunOptions {
  /** Milliseconds until the command must have ended, with the wait for a shell. Default 60,000. */
  readonly deadlineMs?: number;
  /** Output beyond this many bytes is an error. Default 1 MiB. */
  readonly outputBytesMax?: number;
}

/** The console as the shell needs it. */
export interface ShellTerminal {
  mark(): number;
  textFrom(position: number): string;
  tail(): string;
  send(text: string): Promise<void>;
}

interface Status {
  readonly exitCode: number;
  readonly bytes: number;
  readonly md5: string;
}

const RUN_DEADLINE_MS = 60_000;
const OUTPUT_BYTES_MAX = 1024 * 1024;
/** A terminal in canonical mode takes lines of at most 4095 bytes. */
const COMMAND_PIECE_CHARS = 1000;
const COMMAND_CHARS_MAX = 32 * 1024;
const OFFER_EVERY_MS = 400;
const OFFER_EVERY_MS_MAX = 3000;
const ASK_AGAIN_MS = 2000;
const ASK_AGAIN_MS_MAX = 30_000;
/** Output up to this size comes with the status, without being asked for. */
const PROMPT_OUTPUT_BYTES = 4096;
const INTERRUPT_SETTLE_MS = 2000;
/**
 * Reads lines and runs them. A shell that reads its terminal by itself would be interactive, and busybox's then
 * edits lines and asks the terminal for its size. `read` fails with more than 128 at a signal, with 1 at the end.
 */
const QUIET_SHELL = `exec sh -c 'trap : INT; while IFS= read -r l || [ $? -gt 128 ]; do eval "$l"; done'`;

/**
 * Runs commands on a root shell behind a console on which the kernel, daemons and the terminal's echo write
 * as well.
 *
 * The command goes in as base64. Its output is kept in a file in /run and comes out as numbered base64
 * lines between marks with a token that no echo contains, with an MD5 of the whole. Lines in which something
 * else was printed do not match and are asked for again.
 */
export class ConsoleShell {
  readonly #terminal: ShellTerminal;
  readonly #changed: Condition;
  #last: Promise<unknown> = Promise.resolve();

  constructor(terminal: ShellTerminal, changed: Condition) {
    this.#terminal = terminal;
    this.#changed = changed;
  }

  /** See `GuestConsole.run`. */
  run(command: string, options: RunOptions): Promise<CommandResult> {
    const turn = this.#last.then(() => this.#runNow(command, options));
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #runNow(command: string, options: RunOptions): Promise<CommandResult> {
    const deadlineMs = options.deadlineMs ?? RUN_DEADLINE_MS;
    const endAt = performance.now() + deadlineMs;
    const late = (): Error =>
      new GuestError(
        'deadline',
        `in the guest, \`${command}\` did not end in ${deadlineMs} ms; the console's end:\n${this.#terminal.tail()}`,
      );
    await this.#takeShell(endAt, deadlineMs);
    const token = newToken();
    const from = this.#terminal.mark();
    await this.#start(command, token);
    try {
      const status = await this.#insist(
        `__s`,
        () => findStatus(this.#terminal.textFrom(from), token),
        endAt,
        late,
      );
      const bytes = await this.#fetch(status, token, from, options, endAt, late);
      return { exitCode: status.exitCode, output: bytes.toString('utf8') };
    } catch (error) {
      await this.#interrupt();
      throw error;
    } finally {
      await this.#terminal.send(`rm -f /run/guest-run.${token}\n`).catch(() => {});
    }
  }

  /**
   * Makes whatever shell is at the other end a quiet one: no echo, no prompt, no line editing, not ended by
   * Ctrl-C. Offered again and again, because a guest that boots throws input away until somebody reads it, but ever more
   * rarely, and the answer to any offer counts: a loaded guest may be many offers behind.
   */
  async #takeShell(endAt: number, deadlineMs: number): Promise<void> {
    const from = this.#terminal.mark();
    const tokens: string[] = [];
    const answered = (): true | undefined => {
      const text = this.#terminal.textFrom(from);
      return tokens.some((token) => text.includes(`\n@${token}@\n`)) || undefined;
    };
    for (let pauseMs = OFFER_EVERY_MS; ; pauseMs = Math.min(pauseMs * 1.5, OFFER_EVERY_MS_MAX)) {
      const left = endAt - performance.now();
      if (left <= 0) {
        throw new GuestError(
          'deadline',
          `no shell answered on the console in ${deadlineMs} ms; its end:\n${this.#terminal.tail()}`,
        );
      }
      const token = newToken();
      tokens.push(token);
      await this.#terminal.send(`stty -echo; printf '\\n@%s@\\n' ${token}; ${QUIET_SHELL}\n`);
      const found = await this.#within(answered, Math.min(pauseMs, left));
      if (found === true) return;
    }
  }

  async #start(command: string, token: string): Promise<void> {
    const encoded = Buffer.from(command).toString('base64');
    if (encoded.length > COMMAND_CHARS_MAX)
      throw new GuestError('console', 'the command is longer than 24 KiB');
    const lines = ['c='];
    for (let at = 0; at < encoded.length; at += COMMAND_PIECE_CHARS) {
      lines.push(`c="$c"${encoded.slice(at, at + COMMAND_PIECE_CHARS)}`);
    }
    lines.push(
      `f=/run/guest-run.${token}`,
      `__s() { printf '\\n@%s=%s:%s:%s@\\n' ${token} "$r" "$n" "$m"; }`,
      `__o() { base64 <$f | grep -n '' | sed 's/.*/@${token}:&:@/'; }`,
      '( eval "$(printf %s "$c" | base64 -d)" ) </dev/null >$f 2>&1; r=$?',
      'n=$(wc -c <$f); m=$(md5sum <$f | cut -c 1-32)',
      `__s; [ $n -gt ${PROMPT_OUTPUT_BYTES} ] || __o`,
    );
    await this.#terminal.send(`${lines.join('\n')}\n`);
  }

  async #fetch(
    status: Status,
    token: string,
    from: number,
    options: RunOptions,
    endAt: number,
    late: () => Error,
  ): Promise<Buffer> {
    const bytesMax = options.outputBytesMax ?? OUTPUT_BYTES_MAX;
    if (status.bytes > bytesMax) {
      throw new GuestError('console', `the command wrote ${status.bytes} bytes, more than ${bytesMax}`);
    }
    if (status.bytes === 0) return Buffer.alloc(0);
    if (status.bytes > PROMPT_OUTPUT_BYTES) await this.#terminal.send('__o\n');
    return this.#insist('__o', () => findOutput(this.#terminal.textFrom(from), token, status), endAt, late);
  }

  /** Waits until `look` finds something; when it takes long, sends `again`, ever more rarely. */
  async #insist<T>(again: string, look: () => T | undefined, endAt: number, late: () => Error): Promise<T> {
    for (let pauseMs = ASK_AGAIN_MS; ; pauseMs = Math.min(pauseMs * 2, ASK_AGAIN_MS_MAX)) {
      const left = endAt - performance.now();
      if (left <= 0) throw late();
      const found = await this.#within(look, Math.min(pauseMs, left));
      if (found !== undefined) return found;
      await this.#terminal.send(`${again}\n`);
    }
  }

  /** What `look` finds within a time, or `undefined`. Other errors than the deadline pass. */
  async #within<T>(look: () => T | undefined, ms: number): Promise<T | undefined> {
    const pause = new GuestError('deadline', 'pause');
    try {
      return await this.#changed.wait(look, ms, () => pause);
    } catch (error) {
      if (error === pause) return undefined;
      throw error;
    }
  }

  /** Ctrl-C, and a moment for the shell to come back, so that the next command finds it. */
  async #interrupt(): Promise<void> {
    try {
      await this.#terminal.send('\u0003');
      const token = newToken();
      const from = this.#terminal.mark();
      await this.#terminal.send(`printf '\\n@%s@\\n' ${token}\n`);
      await this.#within(
        () => this.#terminal.textFrom(from).includes(`\n@${token}@\n`) || undefined,
        INTERRUPT_SETTLE_MS,
      );
    } catch {
      // The guest is gone; the caller's error says more.
    }
  }
}

function newToken(): string {
  return `g${randomBytes(6).toString('hex')}`;
}

function findStatus(text: string, token: string): Status | undefined {
  const match = new RegExp(`@${token}=(\\d+): *(\\d+):([0-9a-f]{32})@`).exec(text);
  if (match === null) return undefined;
  return { exitCode: Number(match[1]), bytes: Number(match[2]), md5: String(match[3]) };
}

/**
 * The output, when every line of it has come whole at least once. Later copies of a line replace earlier
 * ones: should foreign letters have slipped in unseen, the MD5 fails and the next copy mends it.
 */
function findOutput(text: string, token: string, status: Status): Buffer | undefined {
  const lines: string[] = [];
  for (const match of text.matchAll(new RegExp(`@${token}:(\\d+):([A-Za-z0-9+/=]+):@`, 'g'))) {
    lines[Number(match[1]) - 1] = String(match[2]);
  }
  const bytes = Buffer.from(lines.join(''), 'base64');
  if (bytes.length !== status.bytes) return undefined;
  return createHash('md5').update(bytes).digest('hex') === status.md5 ? bytes : undefined;
}
