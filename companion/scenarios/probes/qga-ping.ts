import type { ProbeReport } from './probe.ts';

/** Answers are short; whatever is longer is somebody's game. */
const LINE_BYTES_MAX = 4096;
const BYTES_MAX = 64 * 1024;

export interface QgaStep {
  readonly write?: string;
  /** Nothing more is to be read. */
  readonly isOver: boolean;
}

/**
 * The exchange with qemu-guest-agent, without I/O. guest-sync-delimited answers behind a byte 0xff, which no JSON holds:
 * what a client before this one left unread is thrown away that way. Then comes guest-ping.
 */
export class QgaPing {
  readonly #id: number;
  #state: 'sync' | 'sync-line' | 'ping' | 'ok' | 'refused' | 'broken' = 'sync';
  #line: number[] = [];
  #bytes = 0;

  constructor(id: number) {
    this.#id = id;
  }

  begin(): Buffer {
    const sync = { execute: 'guest-sync-delimited', arguments: { id: this.#id } };
    // The byte makes the agent's own parser forget what stands half written in it.
    return Buffer.concat([Buffer.of(0xff), Buffer.from(`${JSON.stringify(sync)}\n`)]);
  }

  push(chunk: Uint8Array): QgaStep {
    let write: string | undefined;
    for (const byte of chunk) {
      if (this.#isOver()) break;
      this.#bytes += 1;
      if (this.#bytes > BYTES_MAX || this.#line.length > LINE_BYTES_MAX) this.#state = 'broken';
      else if (byte === 0xff) {
        if (this.#state !== 'ping') this.#state = 'sync-line';
        this.#line = [];
      } else if (this.#state !== 'sync') write = this.#takeByte(byte) ?? write;
    }
    return { isOver: this.#isOver(), ...(write !== undefined && { write }) };
  }

  end(isLate: boolean, deadlineMs: number): ProbeReport {
    switch (this.#state) {
      case 'ok':
        return { outcome: 'ok', detail: 'qemu-guest-agent answered', rung: 'userspace' };
      case 'refused':
        return {
          outcome: 'unknown',
          detail: 'qemu-guest-agent does not take guest-ping',
          reached: 'userspace',
        };
      case 'broken':
        return { outcome: 'unknown', detail: 'what came from the qga socket is no answer' };
      default:
        return isLate
          ? {
              outcome: 'failed',
              detail: `qemu-guest-agent gave no answer within ${deadlineMs} ms`,
              rung: 'userspace',
              ...(this.#state === 'ping' && { reached: 'kernel' }),
            }
          : { outcome: 'unknown', detail: 'the qga socket was closed before the answer' };
    }
  }

  #isOver(): boolean {
    return this.#state === 'ok' || this.#state === 'refused' || this.#state === 'broken';
  }

  #takeByte(byte: number): string | undefined {
    if (byte !== 0x0a) {
      this.#line.push(byte);
      return undefined;
    }
    const text = Buffer.from(this.#line).toString('utf8').trim();
    this.#line = [];
    if (text === '') return undefined;
    return this.#takeLine(text);
  }

  #takeLine(text: string): string | undefined {
    const answer = parse(text);
    if (this.#state === 'sync-line') {
      // An answer to the sync of a client before: ours comes behind another 0xff.
      if (answer?.['return'] !== this.#id) return undefined;
      this.#state = 'ping';
      return `${JSON.stringify({ execute: 'guest-ping' })}\n`;
    }
    if (answer === undefined) this.#state = 'broken';
    else this.#state = 'return' in answer ? 'ok' : 'refused';
    return undefined;
  }
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
