import type { Socket } from 'node:net';
import { MUX_SWITCH_FOCUS } from './mux-escape.ts';

/**
 * One connection to a console, as those who type need it: who listens, what left, and where a mux has its focus.
 *
 * QEMU tells nobody which device has the focus, so our own switches are counted. A new connection begins at home: QEMU
 * ends a console's connection only when it ends itself, and a new QEMU has the focus where it always begins.
 */
export class SocketWriter {
  readonly gone: AbortSignal;
  readonly #socket: Socket;
  readonly #ended = new AbortController();
  #listener: ((bytes: Uint8Array) => void) | undefined;
  #isFocusAway = false;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.gone = this.#ended.signal;
  }

  listen(listener: ((bytes: Uint8Array) => void) | undefined): void {
    this.#listener = listener;
  }

  hear(bytes: Uint8Array): void {
    this.#listener?.(bytes);
  }

  /** False: the connection is gone, earlier bytes still wait, or these did not leave in time. */
  write(bytes: Uint8Array, deadlineMs: number): Promise<boolean> {
    if (this.gone.aborted || this.#socket.writableLength > 0) return Promise.resolve(false);
    if (bytes.length === 0) return Promise.resolve(true);
    return new Promise((resolve) => {
      const settle = (isWritten: boolean): void => {
        clearTimeout(timer);
        this.gone.removeEventListener('abort', fail);
        resolve(isWritten);
      };
      const fail = (): void => settle(false);
      const timer = setTimeout(fail, deadlineMs);
      this.gone.addEventListener('abort', fail);
      this.#socket.write(bytes, (error) => settle(error === null || error === undefined));
    });
  }

  /** Counted as soon as it is on its way: bytes that wait in the socket arrive in order, or the connection ends. */
  async switchFocus(deadlineMs: number): Promise<boolean> {
    if (this.gone.aborted || this.#socket.writableLength > 0) return false;
    this.#isFocusAway = !this.#isFocusAway;
    return this.write(MUX_SWITCH_FOCUS, deadlineMs);
  }

  /**
   * Brings the focus home, behind whatever still waits to leave: it must arrive after it. Works at once, so that it can be
   * the last thing before the socket is closed.
   */
  bringFocusHome(): void {
    if (!this.#isFocusAway || this.gone.aborted) return;
    this.#isFocusAway = false;
    this.#socket.write(MUX_SWITCH_FOCUS);
  }

  end(): void {
    this.#listener = undefined;
    this.#ended.abort();
  }
}
