import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const GREETING =
  '{"QMP": {"version": {"qemu": {"micro": 22, "minor": 2, "major": 7}, "package": ""}, "capabilities": ["oob"]}}\r\n';

export interface FakeCommand {
  readonly execute: string;
  readonly arguments?: Readonly<Record<string, unknown>>;
  readonly id?: number;
}

export interface FakeQmpOptions {
  /** What comes at once; default a greeting. Empty: a peer that never speaks. */
  readonly greeting?: string;
  /** What `return` or `error` holds for a command; undefined: no answer at all. Default `{return: {}}`. */
  readonly answer?: (command: FakeCommand, peer: FakeQmpPeer) => object | undefined;
}

export interface FakeQmpPeer {
  send(text: string): void;
  /** An event, as QEMU writes it. */
  event(name: string, data?: object): void;
  close(): void;
}

/** QEMU's side of a QMP socket. Like QEMU it serves one client at a time; the others wait in the kernel. */
export class FakeQmp {
  readonly path: string;
  /** Every command that came, on all connections. */
  readonly commands: FakeCommand[] = [];
  connections = 0;
  readonly #directory: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #current: FakeQmpPeer | undefined;

  private constructor(directory: string, o: FakeQmpOptions) {
    this.#directory = directory;
    this.path = join(directory, 'qmp');
    this.#server = createServer((socket) => this.#serve(socket, o));
  }

  static async start(o: FakeQmpOptions = {}): Promise<FakeQmp> {
    const fake = new FakeQmp(await mkdtemp(join(tmpdir(), 'fake-qmp-')), o);
    await new Promise<void>((resolve) => fake.#server.listen(fake.path, resolve));
    return fake;
  }

  /** The connection that was opened last. */
  get peer(): FakeQmpPeer {
    if (this.#current === undefined) throw new Error('nobody is connected');
    return this.#current;
  }

  get open(): number {
    return this.#sockets.size;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
    await rm(this.#directory, { recursive: true, force: true });
  }

  #serve(socket: Socket, o: FakeQmpOptions): void {
    this.connections += 1;
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    const peer: FakeQmpPeer = {
      send: (text) => void socket.write(text),
      event: (event, data = {}) =>
        void socket.write(
          `${JSON.stringify({ timestamp: { seconds: 1700000000, microseconds: 5 }, event, data })}\r\n`,
        ),
      close: () => void socket.destroy(),
    };
    this.#current = peer;
    socket.write(o.greeting ?? GREETING);
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) this.#answer(JSON.parse(line) as FakeCommand, peer, o);
    });
  }

  #answer(command: FakeCommand, peer: FakeQmpPeer, o: FakeQmpOptions): void {
    this.commands.push(command);
    const answer =
      command.execute === 'qmp_capabilities' ? { return: {} } : (o.answer ?? empty)(command, peer);
    if (answer !== undefined) peer.send(`${JSON.stringify({ ...answer, id: command.id })}\r\n`);
  }
}

function empty(): object {
  return { return: {} };
}
