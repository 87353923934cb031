import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { GuestError } from './guest-error.ts';

/** A client that does not read loses what is beyond this, as it would with QEMU's serial port. */
const CLIENT_BYTES_MAX = 256 * 1024;

/**
 * Holds the console's socket of QEMU, which takes one client at a time, and offers it again: what the guest
 * writes goes to a log file, to the framework, and to the program under test, if one is connected to the
 * socket that this relay makes; what that program writes goes to the guest unchanged. A second client
 * waits until the first has left, as with QEMU.
 *
 * Not QEMU's own `logfile=`: QEMU 7.2 writes a character twice there whenever the socket is full for a moment
 * (`qemu_chr_write_buffer` logs what it could not send and is called again with it).
 */
export class ConsoleRelay {
  readonly #qemu: Socket;
  readonly #server: Server;
  readonly #clients: Socket[] = [];

  private constructor(qemu: Socket, logFile: string, onBytes: (bytes: Buffer) => void) {
    this.#qemu = qemu;
    this.#server = createServer((client) => this.#onClient(client));
    qemu.on('data', (bytes: Buffer) => {
      appendFileSync(logFile, bytes);
      onBytes(bytes);
      const client = this.#clients[0];
      if (client !== undefined && client.writableLength < CLIENT_BYTES_MAX) client.write(bytes);
    });
    qemu.on('error', () => {});
    qemu.on('close', () => {
      for (const client of this.#clients) client.end();
    });
  }

  /**
   * Connects to QEMU and listens.
   *
   * @param paths QEMU's socket; the socket to make; the log file to append to
   */
  static async open(
    paths: { readonly qemu: string; readonly socket: string; readonly log: string },
    onBytes: (bytes: Buffer) => void,
  ): Promise<ConsoleRelay> {
    const qemu = connect(paths.qemu);
    await once(qemu, 'connect');
    const relay = new ConsoleRelay(qemu, paths.log, onBytes);
    relay.#server.listen(paths.socket);
    await once(relay.#server, 'listening');
    return relay;
  }

  /** Types on the console. @throws GuestError `console` when QEMU is gone */
  send(bytes: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#qemu.write(bytes, (cause) => {
        if (cause) reject(new GuestError('console', 'the console takes no input: QEMU has ended', { cause }));
        else resolve();
      });
    });
  }

  /** A peer that does not read: QEMU and then the guest must wait, or lose what they write. */
  setReading(isReading: boolean): void {
    if (isReading) this.#qemu.resume();
    else this.#qemu.pause();
  }

  close(): void {
    this.#server.close();
    this.#qemu.destroy();
    for (const client of this.#clients) client.destroy();
  }

  #onClient(client: Socket): void {
    this.#clients.push(client);
    client.on('error', () => {});
    client.on('close', () => {
      this.#clients.splice(this.#clients.indexOf(client), 1);
      this.#readFromFirst();
    });
    this.#readFromFirst();
  }

  #readFromFirst(): void {
    const [first] = this.#clients;
    if (first === undefined || first.listenerCount('data') > 0) return;
    first.on('data', (bytes: Buffer) => this.#qemu.write(bytes));
  }
}
