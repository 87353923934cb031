/** What is kept of a console's text. A prompt stands at its end; a line that never ends only moves through. */
const KEPT_CHARACTERS = 8192;

type Mode = 'text' | 'escape' | 'sequence' | 'string' | 'string-escape';

/**
 * The last text that a terminal got, without its escape sequences, in one character a byte. Bounded whatever comes, split
 * anywhere.
 */
export class Screen {
  #text = '';
  #mode: Mode = 'text';
  /** Bytes since it was made, escape sequences among them. */
  bytes = 0;

  /** What came since `clear`, or the end of it. */
  get text(): string {
    return this.#text;
  }

  /** What stands after the last line end. */
  get lastLine(): string {
    return this.#text.slice(this.#text.lastIndexOf('\n') + 1);
  }

  clear(): void {
    this.#text = '';
  }

  /** Forgets everything up to this index of `text`. */
  drop(end: number): void {
    this.#text = this.#text.slice(end);
  }

  push(bytes: Uint8Array): void {
    this.bytes += bytes.length;
    let added = '';
    for (const byte of bytes) added += this.#take(byte);
    const text = this.#text + added;
    this.#text = text.length > KEPT_CHARACTERS ? text.slice(-KEPT_CHARACTERS) : text;
  }

  #take(byte: number): string {
    switch (this.#mode) {
      case 'text':
        if (byte === 0x1b) this.#mode = 'escape';
        // Line feeds are the only controls that matter: a carriage return alone rewrites the line for the eye.
        return byte === 0x0a || (byte >= 0x20 && byte !== 0x7f) ? String.fromCharCode(byte) : '';
      case 'escape':
        this.#mode = afterEscape(byte);
        return '';
      case 'sequence':
        if (byte >= 0x40 && byte <= 0x7e) this.#mode = 'text';
        else if (byte === 0x1b) this.#mode = 'escape';
        return '';
      case 'string':
        if (byte === 0x07) this.#mode = 'text';
        else if (byte === 0x1b) this.#mode = 'string-escape';
        return '';
      case 'string-escape':
        this.#mode = byte === 0x5c ? 'text' : 'string';
        return '';
    }
  }
}

/** ECMA-48: `[` begins a control sequence, `]`, `P`, `X`, `^` and `_` a string; an intermediate byte goes before the final. */
function afterEscape(byte: number): Mode {
  if (byte === 0x5b) return 'sequence';
  if (byte === 0x5d || byte === 0x50 || byte === 0x58 || byte === 0x5e || byte === 0x5f) return 'string';
  return byte >= 0x20 && byte <= 0x2f ? 'escape' : 'text';
}

/** A text as it stands on a screen: one character for each byte of its UTF-8. */
export function screenText(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}
