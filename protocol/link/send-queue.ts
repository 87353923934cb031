/** Frames that wait to be written, bounded in bytes. */
export class SendQueue {
  private readonly waiting: { bytes: Uint8Array; droppable: boolean }[] = [];
  private readonly bytesMax: number;
  private waitingBytes = 0;
  /** Bytes of the first frame that are written already. */
  private writtenBytes = 0;

  constructor(bytesMax: number) {
    this.bytesMax = bytesMax;
  }

  get bytes(): number {
    return this.waitingBytes;
  }

  /**
   * Queues one frame. For room the oldest droppable frames are left out, never one that is partly written.
   * @returns how many frames were left out, this one included when there is no room at all
   */
  offer(bytes: Uint8Array, droppable: boolean): { queued: boolean; dropped: number } {
    let dropped = 0;
    for (let at = this.writtenBytes > 0 ? 1 : 0; this.waitingBytes + bytes.length > this.bytesMax; ) {
      const found = this.waiting.findIndex((frame, index) => index >= at && frame.droppable);
      if (found < 0) return { queued: false, dropped: dropped + 1 };
      this.waitingBytes -= this.waiting[found]?.bytes.length ?? 0;
      this.waiting.splice(found, 1);
      dropped += 1;
      at = found;
    }
    this.waiting.push({ bytes, droppable });
    this.waitingBytes += bytes.length;
    return { queued: true, dropped };
  }

  /** What to write next: the rest of the first frame. */
  peek(): Uint8Array | undefined {
    return this.waiting[0]?.bytes.subarray(this.writtenBytes);
  }

  /**
   * Tells that the first `count` bytes of {@link peek} are written.
   * @returns whether a frame is complete now
   */
  written(count: number): boolean {
    const first = this.waiting[0];
    this.writtenBytes += count;
    if (first === undefined || this.writtenBytes < first.bytes.length) return false;
    this.waiting.shift();
    this.waitingBytes -= first.bytes.length;
    this.writtenBytes = 0;
    return true;
  }

  /** @returns how many frames are given up */
  clear(): number {
    const count = this.waiting.length;
    this.waiting.length = 0;
    this.waitingBytes = 0;
    this.writtenBytes = 0;
    return count;
  }
}
