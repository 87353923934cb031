import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { Condition } from './condition.ts';
import { GuestError } from './guest-error.ts';

const QEMU = 'qemu-system-x86_64';
const GUARD = join(import.meta.dirname, 'guard.sh');
const START_DEADLINE_MS = 10_000;
const KILL_DEADLINE_MS = 10_000;
const COMPLAINT_CHARS = 2000;
/** What a shell says of a program that SIGKILL ended. */
const KILLED_CODE = 137;

/** QEMU under its guard (see guard.sh): it never outlives this process. */
export class QemuProcess {
  readonly commandLine: readonly string[];
  readonly #directory: string;
  readonly #guard: ChildProcessByStdio<Writable, Readable, null>;
  readonly #changed = new Condition();
  #pid = 0;
  #exitCode: number | undefined;
  #onEnd: ((exitCode: number) => void) | undefined;

  private constructor(directory: string, args: readonly string[]) {
    this.commandLine = [QEMU, ...args];
    this.#directory = directory;
    this.#guard = spawn(GUARD, [directory, QEMU, ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
      // An own process group: Ctrl-C in a terminal reaches the test alone, which then ends the guard in order.
      detached: true,
      // QEMU keeps the writes to snapshot disks in TMPDIR.
      env: { ...process.env, TMPDIR: directory },
    });
    this.#guard.stdin.on('error', () => {});
    this.#guard.on('error', (cause) =>
      this.#changed.fail(new GuestError('exited', `cannot run ${GUARD}`, { cause })),
    );
    this.#guard.on('exit', () => this.#end(KILLED_CODE));
    createInterface({ input: this.#guard.stdout }).on('line', (line) => this.#onLine(line));
  }

  /**
   * Starts QEMU. It writes its complaints to `qemu.log` in `directory`, which the guard removes at the end.
   *
   * @throws GuestError `exited` when the guard cannot be run
   */
  static async start(directory: string, args: readonly string[]): Promise<QemuProcess> {
    const started = new QemuProcess(directory, args);
    const late = (): Error =>
      new GuestError('deadline', `${GUARD} did not start QEMU in ${START_DEADLINE_MS} ms`);
    await started.#changed.wait(() => started.#pid || undefined, START_DEADLINE_MS, late);
    return started;
  }

  get pid(): number {
    return this.#pid;
  }

  /** The exit code of QEMU (128 + N after signal N), or `undefined` while it runs. */
  get exitCode(): number | undefined {
    return this.#exitCode;
  }

  /** What QEMU wrote to its standard output and error, the end of it. */
  complaints(): string {
    try {
      return readFileSync(join(this.#directory, 'qemu.log'), 'utf8').slice(-COMPLAINT_CHARS).trim();
    } catch {
      return '';
    }
  }

  /** Calls `listener` once when QEMU ends, or at once if it has ended. */
  onEnd(listener: (exitCode: number) => void): void {
    if (this.#exitCode === undefined) this.#onEnd = listener;
    else listener(this.#exitCode);
  }

  /** Resolves with the exit code when QEMU has ended. */
  exited(deadlineMs: number): Promise<number> {
    const late = (): Error =>
      new GuestError('deadline', `QEMU (pid ${this.pid}) did not end in ${deadlineMs} ms`);
    return this.#changed.wait(() => this.#exitCode, deadlineMs, late);
  }

  /** SIGKILL, as a power cut; resolves when the process is gone. */
  async kill(): Promise<void> {
    if (this.#exitCode === undefined) {
      try {
        process.kill(this.#pid, 'SIGKILL');
      } catch {
        // It ended by itself a moment ago.
      }
    }
    await this.exited(KILL_DEADLINE_MS);
  }

  /** Kills QEMU if it runs, and resolves when QEMU, the guard and the directory are gone. */
  async close(): Promise<void> {
    if (this.#guard.exitCode === null && this.#guard.signalCode === null) {
      const gone = once(this.#guard, 'exit');
      this.#guard.stdin.end();
      await gone;
    }
    // For the case that somebody killed the guard.
    await rm(this.#directory, { recursive: true, force: true });
  }

  #onLine(line: string): void {
    const [word, number] = line.split(' ');
    if (word === 'pid') this.#pid = Number(number);
    if (word === 'exit') this.#end(Number(number));
    this.#changed.notify();
  }

  #end(exitCode: number): void {
    if (this.#exitCode !== undefined) return;
    this.#exitCode = exitCode;
    this.#onEnd?.(exitCode);
    this.#changed.notify();
  }
}
