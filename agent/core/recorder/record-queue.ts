/**
 * Records that wait for the disk. Bounded in number and bytes: what does not fit pushes out the oldest, so that after a
 * disk that hung the newest state is what gets written.
 */
export class RecordQueue {
  readonly #recordsMax: number;
  readonly #bytesMax: number;
  readonly #records: Uint8Array[] = [];
  #bytes = 0;

  constructor(limits: { recordsMax: number; bytesMax: number }) {
    this.#recordsMax = limits.recordsMax;
    this.#bytesMax = limits.bytesMax;
  }

  get length(): number {
    return this.#records.length;
  }

  /** @returns how many old records had to go */
  push(record: Uint8Array): number {
    this.#records.push(record);
    this.#bytes += record.length;
    let dropped = 0;
    while (this.#records.length > 1 && this.#isOverfull()) {
      this.shift();
      dropped += 1;
    }
    return dropped;
  }

  /** Takes the oldest one out. */
  shift(): Uint8Array | undefined {
    const record = this.#records.shift();
    this.#bytes -= record?.length ?? 0;
    return record;
  }

  /**
   * Puts a record back whose writing failed: it is the oldest again.
   * @returns 1 when there was no room for it any more, else 0
   */
  unshift(record: Uint8Array): number {
    this.#records.unshift(record);
    this.#bytes += record.length;
    if (!this.#isOverfull()) return 0;
    this.shift();
    return 1;
  }

  #isOverfull(): boolean {
    return this.#records.length > this.#recordsMax || this.#bytes > this.#bytesMax;
  }
}
