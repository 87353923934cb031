import { connect, type Socket } from 'node:net';

/** qemu-guest-agent answered with an error, or not in time. */
export class GuestAgentError extends Error {
  override readonly name = 'GuestAgentError';
}

const ANSWER_CHARACTERS_MAX = 1 << 20;

/**
 * Speaks to qemu-guest-agent through the host's side of its port: one JSON object a line, one command at a time
 * (QEMU, docs/interop/qemu-ga-ref).
 */
export class GuestAgentClient {
  readonly #socket: Socket;
  #buffer = '';
  #waiting: ((line: string) => void) | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => this.#take(text));
    socket.on('error', () => socket.destroy());
  }

  /**
   * Connects to the unix socket of the port.
   * @throws Error when nobody listens there
   */
  static connect(path: string): Promise<GuestAgentClient> {
    return new Promise((resolve, reject) => {
      const socket = connect(path);
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new GuestAgentClient(socket));
      });
    });
  }

  /**
   * Sends a command and gives its `return` value.
   * @throws GuestAgentError
   */
  async execute(command: string, deadlineMs: number, args?: Record<string, unknown>): Promise<unknown> {
    const request = args === undefined ? { execute: command } : { execute: command, arguments: args };
    const line = await this.#exchange(`${JSON.stringify(request)}\n`, deadlineMs);
    const answer = JSON.parse(line) as { return?: unknown; error?: { desc?: string } };
    if (answer.error !== undefined) throw new GuestAgentError(`${command}: ${answer.error.desc ?? 'failed'}`);
    return answer.return;
  }

  close(): void {
    this.#socket.destroy();
  }

  #exchange(request: string, deadlineMs: number): Promise<string> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting = undefined;
        reject(new GuestAgentError(`no answer within ${deadlineMs} ms`));
      }, deadlineMs);
      this.#waiting = (line) => {
        clearTimeout(timer);
        resolve(line);
      };
      this.#socket.write(request);
    });
  }

  #take(text: string): void {
    this.#buffer = (this.#buffer + text).slice(-ANSWER_CHARACTERS_MAX);
    for (let end = this.#buffer.indexOf('\n'); end >= 0; end = this.#buffer.indexOf('\n')) {
      const line = this.#buffer.slice(0, end);
      this.#buffer = this.#buffer.slice(end + 1);
      const waiting = this.#waiting;
      this.#waiting = undefined;
      waiting?.(line);
    }
  }
}
