import { closeSync, constants, openSync, readSync } from 'node:fs';
import type { KernelLogRead, KernelLogSource } from '#agent/core/snapshot/kernel-log.ts';
import { codeOf } from './error-code.ts';

/** The kernel refuses a read into less than the record needs; records have at most 8 KiB (kernel/printk). */
const RECORD_BYTES_MAX = 16_384;

/**
 * An own reader of `/dev/kmsg`, opened at the first call and kept: each read gives one record and none waits.
 * The position starts at the oldest record that the kernel still has.
 */
export class NodeKernelLogSource implements KernelLogSource {
  readonly #path: string;
  readonly #buffer = Buffer.allocUnsafeSlow(RECORD_BYTES_MAX);
  #descriptor: number | undefined;

  /** @param path usually `/dev/kmsg` */
  constructor(path: string) {
    this.#path = path;
  }

  /** Opens it now instead of at the first read. @returns why that cannot be done */
  open(): string | undefined {
    try {
      this.#opened();
      return undefined;
    } catch (error) {
      return this.#problem(codeOf(error));
    }
  }

  next(): KernelLogRead {
    try {
      const length = readSync(this.#opened(), this.#buffer, 0, RECORD_BYTES_MAX, null);
      if (length === 0) return { kind: 'end' };
      return { kind: 'record', text: this.#buffer.toString('utf8', 0, length) };
    } catch (error) {
      return this.#outcomeOf(codeOf(error));
    }
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  #outcomeOf(code: string): KernelLogRead {
    if (code === 'EAGAIN') return { kind: 'end' };
    if (code === 'EPIPE') return { kind: 'overwritten' };
    return { kind: 'failed', reason: this.#problem(code) };
  }

  #opened(): number {
    this.#descriptor ??= openSync(this.#path, constants.O_RDONLY | constants.O_NONBLOCK);
    return this.#descriptor;
  }

  #problem(code: string): string {
    const advice = code === 'EPERM' || code === 'EACCES' ? '; run the agent as root or with CAP_SYSLOG' : '';
    return `${this.#path} cannot be read: ${code}${advice}`;
  }
}
