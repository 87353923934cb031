import { encodeUtf8 } from '#protocol/bytes/utf8.ts';
import { parseKernelMessage } from '../snapshot/kernel-message.ts';

/** The kernel's own limit of a line (kernel/printk). */
const LINE_BYTES_MAX = 1024;

/** Lines of the kernel log as a console shows them, as many as there is room for: pure. */
export class KernelText {
  readonly #bytesMax: number;
  readonly #lines: string[] = [];
  #bytes = 0;
  #cut = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  /** Takes one record of `/dev/kmsg`; what programs wrote there is none of the kernel's words. */
  add(record: string): void {
    const message = parseKernelMessage(record, LINE_BYTES_MAX);
    if (message === undefined || (message.priority ?? 0) >= 8) return;
    const line = `[${seconds(message.monotonicUs ?? 0)}] ${message.text ?? ''}`;
    const bytes = encodeUtf8(line).length + 1;
    // After the first line that found no room none is kept, so that what is missing is the end and nothing else.
    if (this.#cut > 0 || this.#bytes + bytes > this.#bytesMax) {
      this.#cut += 1;
      return;
    }
    this.#lines.push(line);
    this.#bytes += bytes;
  }

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  get linesCut(): number {
    return this.#cut;
  }

  toString(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }
}

/** As printk does it: `%5lu.%06lu`. */
function seconds(microseconds: number): string {
  const whole = Math.floor(microseconds / 1e6);
  const rest = Math.floor(microseconds % 1e6);
  return `${String(whole).padStart(5)}.${String(rest).padStart(6, '0')}`;
}
