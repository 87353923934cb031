/*
 * Packets of the GDB remote serial protocol (GDB manual, appendix E.1): `$data#cc` with a checksum of two hex digits,
 * `}` escapes and `*` run lengths. Pure.
 */

/** QEMU's packets have 4 KiB (PacketSize=1000), doubled by escapes; what is longer is no answer to our questions. */
export const PACKET_BYTES_MAX = 64 * 1024;

const DOLLAR = 0x24;
const PERCENT = 0x25;
const HASH = 0x23;
const ESCAPE = 0x7d;
const REPEAT = 0x2a;
const PLUS = 0x2b;
const MINUS = 0x2d;
/** A run length is a printable character; its value less this is how often the byte before comes again. */
const REPEAT_BASE = 29;
const ESCAPED_BIT = 0x20;

export type GdbItem =
  | { readonly kind: 'packet'; readonly bytes: Uint8Array }
  | { readonly kind: 'acknowledged' }
  /** The peer could not read what we sent. */
  | { readonly kind: 'rejected' }
  | { readonly kind: 'discarded'; readonly problem: GdbItemProblem };

export type GdbItemProblem = 'checksum' | 'too-long' | 'run-length' | 'between-packets';

/** @param payload ASCII without the characters that need an escape, as all of our questions are */
export function encodePacket(payload: string): Uint8Array {
  if (!/^[\x20-\x7e]*$/u.test(payload) || /[#$}*]/u.test(payload)) {
    throw new Error(`a question may not hold these characters: ${JSON.stringify(payload)}`);
  }
  const bytes = Buffer.from(payload, 'latin1');
  const sum = bytes.reduce((total, byte) => (total + byte) & 0xff, 0);
  return Buffer.from(`$${payload}#${sum.toString(16).padStart(2, '0')}`, 'latin1');
}

/** Turns bytes from a stub into packets, cut anywhere. Holds at most one packet; bad bytes are items, never exceptions. */
export class GdbDecoder {
  readonly #packet = new Uint8Array(PACKET_BYTES_MAX);
  #length = 0;
  #sum = 0;
  #state: 'between' | 'data' | 'escape' | 'repeat' | 'check-high' | 'check-low' = 'between';
  #isNotification = false;
  #problem: GdbItemProblem | undefined;
  #checkDigit = 0;

  push(chunk: Uint8Array): GdbItem[] {
    const items: GdbItem[] = [];
    for (const byte of chunk) this.#take(byte, items);
    return items;
  }

  #take(byte: number, items: GdbItem[]): void {
    switch (this.#state) {
      case 'between':
        this.#takeBetween(byte, items);
        return;
      case 'data':
      case 'escape':
      case 'repeat':
        this.#takeData(byte, items);
        return;
      case 'check-high':
        this.#checkDigit = hexDigit(byte);
        this.#state = 'check-low';
        return;
      case 'check-low':
        this.#finish(this.#checkDigit * 16 + hexDigit(byte), items);
        return;
    }
  }

  #takeBetween(byte: number, items: GdbItem[]): void {
    if (byte === DOLLAR || byte === PERCENT) this.#begin(byte === PERCENT);
    else if (byte === PLUS) items.push({ kind: 'acknowledged' });
    else if (byte === MINUS) items.push({ kind: 'rejected' });
    else if (items.at(-1)?.kind !== 'discarded')
      items.push({ kind: 'discarded', problem: 'between-packets' });
  }

  #begin(isNotification: boolean): void {
    this.#state = 'data';
    this.#isNotification = isNotification;
    this.#length = 0;
    this.#sum = 0;
    this.#problem = undefined;
  }

  #takeData(byte: number, items: GdbItem[]): void {
    if (byte === DOLLAR && this.#state === 'data') {
      // A new packet begins before the last one ended: a stub that starts again.
      items.push({ kind: 'discarded', problem: 'checksum' });
      this.#begin(false);
      return;
    }
    if (byte === HASH && this.#state === 'data') {
      this.#state = 'check-high';
      return;
    }
    this.#sum = (this.#sum + byte) & 0xff;
    if (this.#state === 'escape') {
      this.#append(byte ^ ESCAPED_BIT, 1);
      this.#state = 'data';
    } else if (this.#state === 'repeat') {
      this.#repeat(byte - REPEAT_BASE);
      this.#state = 'data';
    } else if (byte === ESCAPE) this.#state = 'escape';
    else if (byte === REPEAT) this.#state = 'repeat';
    else this.#append(byte, 1);
  }

  #repeat(count: number): void {
    const last = this.#packet[this.#length - 1];
    if (this.#length === 0 || last === undefined || count < 3 || count > 97) this.#problem ??= 'run-length';
    else this.#append(last, count);
  }

  #append(byte: number, count: number): void {
    if (this.#length + count > PACKET_BYTES_MAX) {
      this.#problem ??= 'too-long';
      return;
    }
    this.#packet.fill(byte, this.#length, this.#length + count);
    this.#length += count;
  }

  #finish(checksum: number, items: GdbItem[]): void {
    this.#state = 'between';
    if (this.#problem !== undefined) items.push({ kind: 'discarded', problem: this.#problem });
    else if (checksum !== this.#sum) items.push({ kind: 'discarded', problem: 'checksum' });
    else if (!this.#isNotification)
      items.push({ kind: 'packet', bytes: this.#packet.slice(0, this.#length) });
  }
}

/** NaN for what is no hex digit, so that no checksum with it is ever right. */
function hexDigit(byte: number): number {
  return /^[0-9a-f]$/iu.test(String.fromCharCode(byte))
    ? Number.parseInt(String.fromCharCode(byte), 16)
    : Number.NaN;
}
