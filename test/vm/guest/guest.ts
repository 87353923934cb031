import { join } from 'node:path';
import { saveArtifacts } from './artifacts.ts';
import type { GuestDescription } from './description.ts';
import type { GuestConsole } from './guest-console.ts';
import { GuestError } from './guest-error.ts';
import type { QemuProcess } from './qemu-process.ts';
import type { QmpClient } from './qmp-client.ts';

/** The names of the files in a guest's own directory that are kept as evidence. */
export const EVIDENCE_FILES = { console: 'console.log', qmp: 'qmp.log', complaints: 'qemu.log' };

/** The socket in a guest's own directory on which the console is offered. */
export const CONSOLE_SOCKET = 'console.sock';

/** A guest that was booted. */
export class Guest {
  readonly name: string;
  /** Holds the guest's sockets and logs; removed with the guest. */
  readonly directory: string;
  readonly console: GuestConsole;
  readonly qmp: QmpClient;
  readonly #description: GuestDescription;
  readonly #process: QemuProcess;
  readonly #portSockets: readonly string[];
  readonly #kept: string[];

  constructor(parts: {
    readonly description: GuestDescription;
    readonly directory: string;
    readonly process: QemuProcess;
    readonly console: GuestConsole;
    readonly qmp: QmpClient;
    readonly portSockets: readonly string[];
  }) {
    this.name = parts.description.name ?? 'guest';
    this.directory = parts.directory;
    this.console = parts.console;
    this.qmp = parts.qmp;
    this.#description = parts.description;
    this.#process = parts.process;
    this.#portSockets = parts.portSockets;
    this.#kept = [...(parts.description.keepOnFailure ?? [])];
  }

  /** The process id of QEMU. */
  get pid(): number {
    return this.#process.pid;
  }

  /** QEMU and its arguments. */
  get commandLine(): readonly string[] {
    return this.#process.commandLine;
  }

  /** QEMU's exit code (128 + N after signal N), or `undefined` while it runs. */
  get exitCode(): number | undefined {
    return this.#process.exitCode;
  }

  /** The unix socket of a port of the description; it takes one client at a time. */
  portPath(name: string): string {
    const index = (this.#description.ports ?? []).findIndex((port) => port.name === name);
    const path = this.#portSockets[index];
    if (path === undefined) throw new GuestError('description', `guest ${this.name} has no port ${name}`);
    return path;
  }

  /** A unix socket with the guest's console, for the program under test; `console` can be used beside it. */
  get consolePath(): string {
    return join(this.directory, CONSOLE_SOCKET);
  }

  /** A file with everything that the guest wrote to its console, byte for byte. */
  get consoleLogPath(): string {
    return join(this.directory, EVIDENCE_FILES.console);
  }

  /** A file of the host that becomes an artifact if the test fails. */
  keepOnFailure(file: string): void {
    this.#kept.push(file);
  }

  /** Kills QEMU with SIGKILL: a power cut. Resolves when the process is gone; the directory stays. */
  async kill(): Promise<void> {
    await this.#process.kill();
  }

  /** Resets the machine, as its reset button does. */
  async reset(): Promise<void> {
    await this.qmp.execute('system_reset');
  }

  /** Resolves with QEMU's exit code when it ends by itself. */
  exited(wait: { readonly deadlineMs: number }): Promise<number> {
    return this.#process.exited(wait.deadlineMs);
  }

  /** Shuts the guest down in order and resolves when QEMU has ended. Default deadline 60,000 ms. */
  async shutdown(wait: { readonly deadlineMs?: number } = {}): Promise<void> {
    const deadlineMs = wait.deadlineMs ?? 60_000;
    // The small guest has nobody who listens to the power button.
    if (this.#description.root.kind === 'initramfs')
      await this.console.run('poweroff', { deadlineMs }).catch(() => {});
    else await this.qmp.execute('system_powerdown');
    await this.#process.exited(deadlineMs);
  }

  /** Copies the evidence to a folder and returns that folder for a message. */
  saveEvidence(folder: string, error: unknown): string {
    const own = Object.values(EVIDENCE_FILES).map((name) => join(this.directory, name));
    return saveArtifacts(folder, [...own, ...this.#kept], {
      'command-line.txt': `${this.commandLine.map(quote).join(' ')}\n`,
      'error.txt': `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    });
  }

  /** Kills QEMU if it still runs, and removes the directory. Leaves nothing. */
  async close(): Promise<void> {
    this.qmp.close();
    this.console.close();
    await this.#process.close();
  }
}

function quote(word: string): string {
  return /^[A-Za-z0-9_./:=,+@%-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
