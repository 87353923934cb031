import { writeNow } from 'cherub:native';
import type { LogPort } from '#agent/core/ports.ts';

const STDERR = 2;
/** What a pipe takes as a whole or not at all (PIPE_BUF), with room for characters of more than one byte. */
const CHARACTERS_MAX = 1000;

/** One line an event on stderr; a line that a reader has no room for is dropped, because nothing may wait for it. */
export class StderrLog implements LogPort {
  info(line: string): void {
    this.#write(line);
  }

  warn(line: string): void {
    this.#write(`warning: ${line}`);
  }

  #write(line: string): void {
    const text = line.replaceAll(/\p{Cc}/gu, '?').slice(0, CHARACTERS_MAX);
    writeNow(STDERR, `cherub-agent: ${text}\n`);
  }
}
