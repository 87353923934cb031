import { encodeUtf8 } from '#protocol/bytes/utf8.ts';

/** Everything in an archive is a multiple of this. */
const BLOCK_BYTES = 512;
const NAME_BYTES_MAX = 100;
const OCTAL_SIZE_MAX = 0o77777777777;

export interface ArchiveEntry {
  /** ASCII, at most 100 characters, no leading slash: bundles have no other names. */
  readonly name: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  content(): AsyncIterable<Uint8Array>;
}

/**
 * A tar archive (POSIX.1-1988 ustar; files of 8 GiB and more with GNU's binary size, which every tar of today reads). The
 * same entries give the same bytes.
 * Throws when an entry has another length than it said.
 */
export async function* formatArchive(entries: Iterable<ArchiveEntry>): AsyncGenerator<Uint8Array> {
  for (const entry of entries) {
    yield formatHeader(entry);
    let left = entry.bytes;
    for await (const chunk of entry.content()) {
      left -= chunk.length;
      if (left < 0) break;
      yield chunk;
    }
    if (left !== 0) throw new Error(`${entry.name} changed while it was put into the archive`);
    const rest = entry.bytes % BLOCK_BYTES;
    if (rest > 0) yield new Uint8Array(BLOCK_BYTES - rest);
  }
  yield new Uint8Array(2 * BLOCK_BYTES);
}

function formatHeader({ name, bytes, modifiedMs }: ArchiveEntry): Uint8Array {
  const encoded = encodeUtf8(name);
  if (encoded.length > NAME_BYTES_MAX) throw new Error(`${name} is too long for an archive`);
  const block = new Uint8Array(BLOCK_BYTES);
  block.set(encoded, 0);
  writeText(block, 100, octal(0o644, 7));
  writeText(block, 108, octal(0, 7));
  writeText(block, 116, octal(0, 7));
  writeSize(block, bytes);
  writeText(block, 136, octal(Math.max(0, Math.floor(modifiedMs / 1000)), 11));
  writeText(block, 156, '0');
  writeText(block, 257, 'ustar\0'.concat('00'));
  writeText(block, 265, 'root');
  writeText(block, 297, 'root');
  // The checksum is taken with its own field full of spaces.
  block.fill(0x20, 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  writeText(block, 148, `${octal(sum, 6)}\0 `);
  return block;
}

function writeSize(block: Uint8Array, bytes: number): void {
  if (bytes <= OCTAL_SIZE_MAX) {
    writeText(block, 124, octal(bytes, 11));
    return;
  }
  const view = new DataView(block.buffer);
  view.setUint8(124, 0x80);
  view.setBigUint64(128, BigInt(bytes));
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

function writeText(block: Uint8Array, offset: number, text: string): void {
  block.set(encodeUtf8(text), offset);
}
