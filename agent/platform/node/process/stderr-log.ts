import type { LogPort } from '#agent/core/ports.ts';

/** A reader that has stopped must cost no more than this; what comes then is dropped. */
const WAITING_BYTES_MAX = 65_536;

/** One line an event on stderr, which journald or whoever started the agent takes. */
export class StderrLog implements LogPort {
  readonly #stream: NodeJS.WriteStream;

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.#stream = stream;
    // A reader that has gone is no reason to end.
    stream.on('error', () => {});
  }

  info(line: string): void {
    this.#write(line);
  }

  warn(line: string): void {
    this.#write(`warning: ${line}`);
  }

  #write(line: string): void {
    if (this.#stream.writableLength > WAITING_BYTES_MAX) return;
    this.#stream.write(`cherub-agent: ${line.replaceAll(/\p{Cc}/gu, '?')}\n`);
  }
}
