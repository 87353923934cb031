import type { Socket } from 'node:net';
import type { Borrowed, BorrowOptions, ConsoleAccess, ConsoleLease } from './console-access.ts';
import { escapeForMux, MUX_BREAK } from './mux-escape.ts';
import { SocketWriter } from './socket-writer.ts';

/** What QEMU must take of an escape of two bytes. */
const ESCAPE_MS = 1000;

/** More would only wait to their deadlines. */
const WAITING_MAX = 64;

interface Waiting {
  readonly settle: (result: Borrowed) => void;
}

/** Lends the connection that the console source reads, to one at a time. */
export class SocketAccess implements ConsoleAccess {
  readonly isMux: boolean;
  readonly #waiting: Waiting[] = [];
  #writer: SocketWriter | undefined;
  #holder: ConsoleLease | undefined;

  constructor(isMux: boolean) {
    this.isMux = isMux;
  }

  /** Bytes wait for nobody: `hear` is to be called with every chunk, `end` once when the connection is over. */
  connected(socket: Socket): SocketWriter {
    const writer = new SocketWriter(socket);
    this.#writer = writer;
    this.#lend();
    return writer;
  }

  disconnected(writer: SocketWriter): void {
    writer.end();
    if (this.#writer === writer) this.#writer = undefined;
  }

  borrow({ deadlineMs, signal }: BorrowOptions): Promise<Borrowed> {
    if (signal.aborted) return Promise.resolve({ ok: false, reason: 'stopped' });
    if (this.#waiting.length >= WAITING_MAX) {
      return Promise.resolve({ ok: false, reason: `${WAITING_MAX} others wait for the console` });
    }
    return new Promise((resolve) => {
      const waiting: Waiting = {
        settle: (result) => {
          clearTimeout(timer);
          signal.removeEventListener('abort', stop);
          const at = this.#waiting.indexOf(waiting);
          if (at >= 0) this.#waiting.splice(at, 1);
          resolve(result);
        },
      };
      const stop = (): void => waiting.settle({ ok: false, reason: 'stopped' });
      const late = (): void => waiting.settle({ ok: false, reason: this.#describeWait(deadlineMs) });
      const timer = setTimeout(late, deadlineMs);
      signal.addEventListener('abort', stop);
      this.#waiting.push(waiting);
      this.#lend();
    });
  }

  #describeWait(deadlineMs: number): string {
    return this.#writer === undefined
      ? 'the console is not connected'
      : `somebody else had the console for all of ${deadlineMs} ms`;
  }

  #lend(): void {
    const writer = this.#writer;
    const next = this.#waiting[0];
    if (writer === undefined || this.#holder !== undefined || next === undefined) return;
    const lease = this.#makeLease(writer);
    this.#holder = lease;
    next.settle({ ok: true, lease });
  }

  #makeLease(writer: SocketWriter): ConsoleLease {
    let isOver = false;
    const ifHeld = (use: () => Promise<boolean>): Promise<boolean> =>
      isOver ? Promise.resolve(false) : use();
    const ifMux = (use: () => Promise<boolean>): Promise<boolean> =>
      this.isMux ? ifHeld(use) : Promise.resolve(false);
    return {
      gone: writer.gone,
      write: (bytes, { deadlineMs }) =>
        ifHeld(() => writer.write(this.isMux ? escapeForMux(bytes) : bytes, deadlineMs)),
      onBytes: (listener) => {
        if (!isOver) writer.listen(listener);
      },
      switchFocus: () => ifMux(() => writer.switchFocus(ESCAPE_MS)),
      sendBreak: () => ifMux(() => writer.write(MUX_BREAK, ESCAPE_MS)),
      release: () => {
        if (isOver) return Promise.resolve();
        isOver = true;
        writer.listen(undefined);
        writer.bringFocusHome();
        this.#holder = undefined;
        this.#lend();
        return Promise.resolve();
      },
    };
  }
}
