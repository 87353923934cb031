import { O_CLOEXEC, O_NONBLOCK, textOf } from 'cherub:native';
import * as os from 'qjs:os';
import type { KernelLogRead, KernelLogSource } from '#agent/core/snapshot/kernel-log.ts';
import { errnoName } from '../process/errno-name.ts';

/** The kernel refuses a read into less than the record needs; records have at most 8 KiB (kernel/printk). */
const RECORD_BYTES_MAX = 16_384;
const PATH = '/dev/kmsg';

/** An own reader of `/dev/kmsg`, opened at the first call and kept: each read gives one record and none waits. */
export class KmsgSource implements KernelLogSource {
  readonly #buffer = new ArrayBuffer(RECORD_BYTES_MAX);
  #descriptor: number | undefined;

  /** Opens it now instead of at the first read. @returns why that cannot be done */
  open(): string | undefined {
    if (this.#descriptor !== undefined) return undefined;
    const opened = os.open(PATH, os.O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (opened < 0) return problemOf(errnoName(opened));
    this.#descriptor = opened;
    return undefined;
  }

  next(): KernelLogRead {
    const reason = this.open();
    if (reason !== undefined) return { kind: 'failed', reason };
    const length = os.read(this.#descriptor ?? -1, this.#buffer, 0, RECORD_BYTES_MAX);
    if (length === 0) return { kind: 'end' };
    if (length > 0) return { kind: 'record', text: textOf(new Uint8Array(this.#buffer, 0, length)) };
    const code = errnoName(length);
    if (code === 'EAGAIN') return { kind: 'end' };
    if (code === 'EPIPE') return { kind: 'overwritten' };
    return { kind: 'failed', reason: problemOf(code) };
  }

  close(): void {
    if (this.#descriptor !== undefined) os.close(this.#descriptor);
    this.#descriptor = undefined;
  }
}

function problemOf(code: string): string {
  const advice = code === 'EPERM' || code === 'EACCES' ? '; run the agent as root or with CAP_SYSLOG' : '';
  return `${PATH} cannot be read: ${code}${advice}`;
}
