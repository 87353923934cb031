import { StringDecoder } from 'node:string_decoder';
import { Condition } from './condition.ts';
import { ConsoleRelay } from './console-relay.ts';
import { type CommandResult, ConsoleShell, type RunOptions } from './console-shell.ts';
import type { ConsoleKind } from './description.ts';
import { GuestError } from './guest-error.ts';

/** How long to wait for a text, and where to begin. */
export interface TextWait {
  readonly deadlineMs: number;
  /** A position from {@link GuestConsole.mark}; default 0: text that has already come counts. */
  readonly from?: number;
}

const TAIL_CHARS = 3000;
/** A guest that floods its console costs this much memory and no more; the log file keeps everything. */
const TEXT_CHARS_MAX = 16 * 1024 * 1024;
/** The escape character of QEMU's mux: Ctrl-A. */
const MUX_ESCAPE = '\u0001';

/** The guest's console: what it wrote so far, waiting for more, typing, and a root shell. */
export class GuestConsole {
  readonly #kind: ConsoleKind;
  readonly #changed = new Condition();
  readonly #shell: ConsoleShell;
  readonly #decoder = new StringDecoder('utf8');
  #relay: ConsoleRelay | undefined;
  #text = '';
  #droppedChars = 0;

  private constructor(kind: ConsoleKind) {
    this.#kind = kind;
    this.#shell = new ConsoleShell(this, this.#changed);
  }

  /** Connects to QEMU's socket of the console; see {@link ConsoleRelay.open}. */
  static async open(
    kind: ConsoleKind,
    paths: { readonly qemu: string; readonly socket: string; readonly log: string },
  ): Promise<GuestConsole> {
    const console = new GuestConsole(kind);
    console.#relay = await ConsoleRelay.open(paths, (bytes) => console.#append(bytes));
    return console;
  }

  /** All text since the start, without carriage returns. */
  get text(): string {
    return this.#text;
  }

  /** Whether the host reads what the guest writes. Nothing is seen, by anybody, while it does not. */
  setReading(isReading: boolean): void {
    this.#relay?.setReading(isReading);
  }

  /** The position after the newest text, for `from`. */
  mark(): number {
    return this.#droppedChars + this.#text.length;
  }

  /** The text after a position. */
  textFrom(position: number): string {
    return this.#text.slice(Math.max(0, position - this.#droppedChars));
  }

  /** The end of the text, for messages. */
  tail(): string {
    return this.#text.slice(-TAIL_CHARS);
  }

  /**
   * Resolves with the first match.
   *
   * @throws GuestError `deadline` or `exited`, with the console's tail
   */
  waitFor(pattern: RegExp, wait: TextWait): Promise<RegExpExecArray> {
    const once = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
    const find = (): RegExpExecArray | undefined => once.exec(this.textFrom(wait.from ?? 0)) ?? undefined;
    const late = (): Error =>
      new GuestError(
        'deadline',
        `${pattern} was not on the console in ${wait.deadlineMs} ms; its end:\n${this.tail()}`,
      );
    return this.#changed.wait(find, wait.deadlineMs, late);
  }

  /**
   * Types on the console. A line ends with `\n`. On a mux console Ctrl-A is doubled, so that no text
   * can become one of QEMU's commands (Ctrl-A x ends QEMU).
   */
  async send(text: string): Promise<void> {
    const escaped = this.#kind === 'eve-mux' ? text.replaceAll(MUX_ESCAPE, MUX_ESCAPE + MUX_ESCAPE) : text;
    await this.#relay?.send(escaped);
  }

  /**
   * Gives a command to QEMU's mux (Ctrl-A and this letter): `c` moves the focus to the next device, `b`
   * sends a break.
   *
   * @throws GuestError `console` on a console without mux
   */
  async muxCommand(letter: 'b' | 'c'): Promise<void> {
    if (this.#kind !== 'eve-mux') throw new GuestError('console', 'only an eve-mux console has mux commands');
    await this.#relay?.send(MUX_ESCAPE + letter);
  }

  /**
   * Runs a command on the root shell of the console and returns its output (standard output and error
   * together) and exit code, whatever the kernel prints in between. Each command has its own subshell with
   * `/dev/null` as input; commands run one after the other.
   *
   * @throws GuestError `deadline` when there is no shell or the command does not end; it is then interrupted
   */
  run(command: string, options: RunOptions = {}): Promise<CommandResult> {
    return this.#shell.run(command, options);
  }

  /** The output of a command that must succeed. @throws GuestError `console` on another exit code */
  async runOk(command: string, options: RunOptions = {}): Promise<string> {
    const { exitCode, output } = await this.run(command, options);
    if (exitCode === 0) return output;
    throw new GuestError('console', `in the guest, \`${command}\` ended with ${exitCode}:\n${output}`);
  }

  /** Resolves when a root shell answers on the console. */
  async waitForShell(options: { readonly deadlineMs: number }): Promise<void> {
    await this.run(':', options);
  }

  /** Nothing will come any more: who waits gets `error`. */
  fail(error: Error): void {
    this.#changed.fail(error);
  }

  /** Leaves QEMU and stops the relay. */
  close(): void {
    this.#relay?.close();
  }

  #append(bytes: Buffer): void {
    this.#text += this.#decoder.write(bytes).replaceAll('\r', '');
    if (this.#text.length > TEXT_CHARS_MAX) {
      const kept = this.#text.slice(-TEXT_CHARS_MAX / 2);
      this.#droppedChars += this.#text.length - kept.length;
      this.#text = kept;
    }
    this.#changed.notify();
  }
}
