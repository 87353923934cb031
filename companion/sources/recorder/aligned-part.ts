import type { FileHandle } from 'node:fs/promises';

/** The strictest alignment that a device asks for. */
export const ALIGNMENT = 4096;

/** What every allocation has. */
const ALLOCATION_ALIGNMENT = 8;

/**
 * The part of a buffer that O_DIRECT accepts; `room` needs ALIGNMENT bytes more than shall be used. JavaScript does not see
 * addresses, so the right one is found by trying; it stays right, because the memory of a buffer does not move. Throws
 * Error with one line for people.
 */
export async function alignedPart(handle: FileHandle, room: Uint8Array, path: string): Promise<Uint8Array> {
  for (let offset = 0; offset < ALIGNMENT; offset += ALLOCATION_ALIGNMENT) {
    const isAccepted = await handle.read(room, offset, ALIGNMENT, 0).then(
      () => true,
      () => false,
    );
    if (isAccepted) return room.subarray(offset);
  }
  throw new Error(`${path} cannot be read with cache: direct; set cache: buffered`);
}
