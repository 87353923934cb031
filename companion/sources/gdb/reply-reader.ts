import { GdbDecoder } from './packet.ts';
import { type GdbScript, isStopReply } from './script.ts';

/** What came back of a script, bounded. Pure. */
export class ReplyReader {
  readonly packets: Uint8Array[] = [];
  /** Pieces that were no packet. */
  discarded = 0;
  readonly #decoder = new GdbDecoder();
  readonly #script: GdbScript;
  #bytes = 0;

  constructor(script: GdbScript) {
    this.#script = script;
  }

  /** @returns `more` until every reply is there; `broken` when no honest stub would have sent this */
  push(chunk: Uint8Array): 'more' | 'complete' | 'broken' {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#script.replyBytesMax) return 'broken';
    for (const item of this.#decoder.push(chunk)) {
      if (item.kind === 'discarded' || item.kind === 'rejected') this.discarded += 1;
      else if (item.kind === 'packet' && !isStopReply(item.bytes)) this.packets.push(item.bytes);
    }
    // With a reply lost the rest cannot be told apart any more.
    if (this.discarded > 0) return 'broken';
    return this.packets.length >= this.#script.replies ? 'complete' : 'more';
  }
}
