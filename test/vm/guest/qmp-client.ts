import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { Condition } from './condition.ts';
import { GuestError } from './guest-error.ts';

/** An event as QEMU sent it, such as `{ event: 'RESET', data: { guest: true, reason: 'guest-reset' } }`. */
export interface QmpEvent {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** How long to wait for an event, and where to begin. */
export interface EventWait {
  readonly deadlineMs: number;
  /** Position in {@link QmpClient.events}; default 0: an event that has already come counts. */
  readonly from?: number;
  /** Further condition on the event. */
  readonly where?: (event: QmpEvent) => boolean;
}

interface Answer {
  readonly ok: boolean;
  readonly value: unknown;
}

/** The process, as this client needs it. */
export interface StartingQemu {
  readonly exitCode: number | undefined;
  complaints(): string;
}

const CONNECT_EVERY_MS = 20;
const COMMAND_DEADLINE_MS = 30_000;

/** A QMP connection (QEMU `docs/interop/qmp-spec.txt`). Every line of it goes to a log file. */
export class QmpClient {
  /** All events since the start, oldest first. */
  readonly events: QmpEvent[] = [];
  readonly #socket: Socket;
  readonly #logFile: string;
  readonly #changed = new Condition();
  readonly #answers = new Map<number, Answer>();
  #nextId = 1;
  #greeted = false;

  private constructor(socket: Socket, logFile: string, qemu: StartingQemu) {
    this.#socket = socket;
    this.#logFile = logFile;
    socket.setEncoding('utf8');
    const lines = createInterface({ input: socket });
    lines.on('line', (line) => this.#onLine(line));
    // Whatever ended the connection, its `close` comes.
    lines.on('error', () => {});
    socket.on('error', () => {});
    socket.on('close', () => {
      const words = qemu.complaints();
      this.#changed.fail(new GuestError('exited', `QEMU closed the QMP connection${words && `: ${words}`}`));
    });
  }

  /**
   * Connects to a QEMU that is starting, and leaves the negotiation mode.
   *
   * @throws GuestError `exited` with QEMU's own words when it does not start
   */
  static async connect(
    path: string,
    logFile: string,
    qemu: StartingQemu,
    deadlineMs: number,
  ): Promise<QmpClient> {
    const client = new QmpClient(await connectSocket(path, qemu, deadlineMs), logFile, qemu);
    const late = (): Error => new GuestError('deadline', `no QMP greeting in ${deadlineMs} ms`);
    await client.#changed.wait(() => client.#greeted || undefined, deadlineMs, late);
    await client.execute('qmp_capabilities');
    return client;
  }

  /**
   * Runs a command and returns what it returns.
   *
   * @param deadlineMs default 30,000
   * @throws GuestError `qmp` with QEMU's error class and text
   */
  async execute(
    command: string,
    args?: Readonly<Record<string, unknown>>,
    deadlineMs = COMMAND_DEADLINE_MS,
  ): Promise<unknown> {
    const id = this.#nextId;
    this.#nextId += 1;
    const line = JSON.stringify({ execute: command, ...(args === undefined ? {} : { arguments: args }), id });
    this.#log(`> ${line}`);
    this.#socket.write(`${line}\n`);
    const late = (): Error => new GuestError('deadline', `QMP ${command}: no answer in ${deadlineMs} ms`);
    const answer = await this.#changed.wait(() => this.#answers.get(id), deadlineMs, late);
    this.#answers.delete(id);
    if (!answer.ok) throw new GuestError('qmp', `QMP ${command}: ${describeError(answer.value)}`);
    return answer.value;
  }

  /** Runs a command of the human monitor and returns its text. */
  async human(commandLine: string): Promise<string> {
    return String(await this.execute('human-monitor-command', { 'command-line': commandLine }));
  }

  /** Resolves with the first event of that name. */
  waitForEvent(name: string, wait: EventWait): Promise<QmpEvent> {
    const late = (): Error => {
      const seen = this.events.map((event) => event.event).join(' ') || 'none';
      return new GuestError(
        'deadline',
        `no QMP event ${name} in ${wait.deadlineMs} ms; events so far: ${seen}`,
      );
    };
    const find = (): QmpEvent | undefined =>
      this.events
        .slice(wait.from ?? 0)
        .find((event) => event.event === name && (wait.where?.(event) ?? true));
    return this.#changed.wait(find, wait.deadlineMs, late);
  }

  /** Ends the connection; QEMU goes on and accepts another one. */
  close(): void {
    this.#socket.destroy();
  }

  #onLine(line: string): void {
    this.#log(`< ${line}`);
    const message = asRecord(JSON.parse(line));
    if ('QMP' in message) this.#greeted = true;
    else if (typeof message['event'] === 'string') {
      this.events.push({ event: message['event'], data: asRecord(message['data']) });
    } else if (typeof message['id'] === 'number') {
      const ok = !('error' in message);
      this.#answers.set(message['id'], { ok, value: ok ? message['return'] : message['error'] });
    }
    this.#changed.notify();
  }

  #log(line: string): void {
    // Synchronous and small: the log must be whole when a test fails at the next line.
    try {
      appendFileSync(this.#logFile, `${line}\n`);
    } catch {
      // The guest's directory is gone: nobody can read this log any more.
    }
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function describeError(error: unknown): string {
  const { class: errorClass, desc } = asRecord(error);
  return `${String(errorClass)}: ${String(desc)}`;
}

/** QEMU makes its sockets some time after it started: tries until there is one. */
async function connectSocket(path: string, qemu: StartingQemu, deadlineMs: number): Promise<Socket> {
  const endAt = performance.now() + deadlineMs;
  for (;;) {
    const socket = connect(path);
    try {
      await once(socket, 'connect');
      return socket;
    } catch (cause) {
      if (qemu.exitCode !== undefined) {
        throw new GuestError(
          'exited',
          `QEMU ended with ${qemu.exitCode} before it ran: ${qemu.complaints()}`,
        );
      }
      if (performance.now() > endAt) {
        throw new GuestError('deadline', `QEMU made no QMP socket in ${deadlineMs} ms`, { cause });
      }
    }
    await setTimeout(CONNECT_EVERY_MS);
  }
}
