import { BLOCK_BYTES, type BlockWrite, type Geometry, ringOffsetBytes } from '#protocol/recorder/layout.ts';

/** Blocks that stand one after the other on the disk. */
export interface RingSpan {
  offsetBytes: number;
  lengthBytes: number;
}

/** The fewest reads that cover these ring indexes, in their order; a new span starts where the ring wraps round. */
export function spansOf(geometry: Geometry, ringIndexes: readonly number[]): RingSpan[] {
  const spans: RingSpan[] = [];
  for (const index of ringIndexes) {
    const offsetBytes = ringOffsetBytes(geometry, index);
    const last = spans.at(-1);
    if (last !== undefined && last.offsetBytes + last.lengthBytes === offsetBytes)
      last.lengthBytes += BLOCK_BYTES;
    else spans.push({ offsetBytes, lengthBytes: BLOCK_BYTES });
  }
  return spans;
}

/** Joins writes that follow one another on the disk, so that a record costs one write, two when the ring wraps round. */
export function joinWrites(writes: readonly BlockWrite[]): BlockWrite[] {
  const joined: { offsetBytes: number; parts: Uint8Array[]; lengthBytes: number }[] = [];
  for (const { offsetBytes, bytes } of writes) {
    const last = joined.at(-1);
    if (last !== undefined && last.offsetBytes + last.lengthBytes === offsetBytes) {
      last.parts.push(bytes);
      last.lengthBytes += bytes.length;
    } else joined.push({ offsetBytes, parts: [bytes], lengthBytes: bytes.length });
  }
  return joined.map(({ offsetBytes, parts, lengthBytes }) => {
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) return { offsetBytes, bytes: only };
    const bytes = new Uint8Array(lengthBytes);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return { offsetBytes, bytes };
  });
}
