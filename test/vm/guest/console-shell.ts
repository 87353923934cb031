import { createHash } from 'node:crypto';
import type { Condition } from './condition.ts';
import { GuestError } from './guest-error.ts';
import { findOutput, findStatus, type ShellStatus } from './shell-output.ts';
import { newToken, type ShellTerminal, takeShell, within } from './shell-takeover.ts';

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

const RUN_DEADLINE_MS = 60_000;
const OUTPUT_BYTES_MAX = 1024 * 1024;
/** A terminal in canonical mode takes lines of at most 4095 bytes. */
const COMMAND_PIECE_BYTES = 500;
const COMMAND_BYTES_MAX = 32 * 1024;
const ASK_AGAIN_MS = 2000;
const ASK_AGAIN_MS_MAX = 30_000;
/** Output up to this size comes with the status, without being asked for. */
const PROMPT_OUTPUT_BYTES = 4096;
const INTERRUPT_SETTLE_MS = 2000;
/**
 * Runs commands on a root shell behind a console on which the kernel, daemons and the terminal's echo write
 * as well.
 *
 * The command goes in as a format for printf. Its output is kept in a file in /run and comes out as numbered base64
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
    await takeShell(this.#terminal, this.#changed, endAt, deadlineMs);
    const token = newToken();
    const from = this.#terminal.mark();
    const start = startOf(command, token);
    await this.#terminal.send(`${start}\n`);
    try {
      const status = await this.#insist(
        (since) => (hasLost(since, token) ? start : '__s'),
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

  async #fetch(
    status: ShellStatus,
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
    return this.#insist(
      () => '__o',
      () => findOutput(this.#terminal.textFrom(from), token, status),
      endAt,
      late,
    );
  }

  /**
   * Waits until `look` finds something; when it takes long, asks again, ever more rarely.
   * @param again what to send, out of what came since it was asked last
   */
  async #insist<T>(
    again: (since: string) => string,
    look: () => T | undefined,
    endAt: number,
    late: () => Error,
  ): Promise<T> {
    for (let pauseMs = ASK_AGAIN_MS; ; pauseMs = Math.min(pauseMs * 2, ASK_AGAIN_MS_MAX)) {
      const left = endAt - performance.now();
      if (left <= 0) throw late();
      const askedAt = this.#terminal.mark();
      const found = await within(this.#changed, look, Math.min(pauseMs, left));
      if (found !== undefined) return found;
      await this.#terminal.send(`${again(this.#terminal.textFrom(askedAt))}\n`);
    }
  }

  /** Ctrl-C, and a moment for the shell to come back, so that the next command finds it. */
  async #interrupt(): Promise<void> {
    try {
      await this.#terminal.send('\u0003');
      const token = newToken();
      const from = this.#terminal.mark();
      await this.#terminal.send(`printf '\\n@%s@\\n' ${token}\n`);
      await within(
        this.#changed,
        () => this.#terminal.textFrom(from).includes(`\n@${token}@\n`) || undefined,
        INTERRUPT_SETTLE_MS,
      );
    } catch {
      // The guest is gone; the caller's error says more.
    }
  }
}

/** The shell answers that it has not run the command, or does not know what was asked. */
function hasLost(text: string, token: string): boolean {
  return text.includes(`@${token}?`) || /__s: (?:command )?not found/u.test(text);
}

/**
 * The lines that run a command, and say how it ended. They may be sent again and again: a console under load loses bytes, so the
 * command runs only when it came whole, and only once.
 */
function startOf(command: string, token: string): string {
  const encoded = encodeForPrintf(command);
  const sum = createHash('md5').update(encoded.join('')).digest('hex');
  const lines = ['c='];
  for (let at = 0; at < encoded.length; at += COMMAND_PIECE_BYTES) {
    lines.push(`c=$c'${encoded.slice(at, at + COMMAND_PIECE_BYTES).join('')}'`);
  }
  lines.push(
    `f=/run/guest-run.${token}`,
    `__s() { if [ "$d" = ${token} ]; then printf '\\n@%s=%s:%s:%s@\\n' ${token} "$r" "$n" "$m"; else echo @${token}'?'; fi; }`,
    `__o() { { base64 || uuencode -m x | sed '1d;$d'; } <$f 2>/dev/null | grep -n '' | sed 's/.*/@${token}:&:@/'; }`,
    `__c() { case "$(printf %s "$c" | md5sum)" in ${sum}*) [ "$d" != ${token} ] ;; *) false ;; esac; }`,
    `__c && d=${token} && { ( eval "$(printf "$c")" ) </dev/null >$f 2>&1; r=$?; }`,
    'n=$(wc -c <$f); m=$(md5sum <$f | cut -c 1-32)',
    `__s; [ $n -gt ${PROMPT_OUTPUT_BYTES} ] || __o`,
  );
  return lines.join('\n');
}

/** Each byte as itself or as `\\ooo`, so that every shell's own printf gives it back. */
function encodeForPrintf(command: string): string[] {
  const bytes = Buffer.from(command);
  if (bytes.length > COMMAND_BYTES_MAX) {
    throw new GuestError('console', `the command has more than ${COMMAND_BYTES_MAX} bytes`);
  }
  return Array.from(bytes, (byte) => {
    const letter = String.fromCharCode(byte);
    return /[A-Za-z0-9 _./=:,]/.test(letter) ? letter : `\\${byte.toString(8).padStart(3, '0')}`;
  });
}
