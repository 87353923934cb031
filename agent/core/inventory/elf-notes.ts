const NT_GNU_BUILD_ID = 3;
const HEADER_BYTES = 12;

/**
 * The kernel's build id, in hex, from `/sys/kernel/notes`: ELF notes (name size, description size, type, each
 * 32 bits little endian; then both, padded to four bytes) of which the one named GNU with type 3 holds it.
 * @returns empty when there is none
 */
export function parseBuildId(notes: Uint8Array): string {
  const view = new DataView(notes.buffer, notes.byteOffset, notes.byteLength);
  let at = 0;
  while (at + HEADER_BYTES <= notes.length) {
    const nameBytes = view.getUint32(at, true);
    const descriptionBytes = view.getUint32(at + 4, true);
    const type = view.getUint32(at + 8, true);
    const descriptionAt = at + HEADER_BYTES + padded(nameBytes);
    const next = descriptionAt + padded(descriptionBytes);
    if (next > notes.length) return '';
    const name = notes.subarray(at + HEADER_BYTES, at + HEADER_BYTES + 4);
    const isGnu = nameBytes === 4 && String.fromCharCode(...name) === 'GNU\0';
    if (isGnu && type === NT_GNU_BUILD_ID) {
      return [...notes.subarray(descriptionAt, descriptionAt + descriptionBytes)]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('');
    }
    at = next;
  }
  return '';
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}
