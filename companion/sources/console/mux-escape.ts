/**
 * QEMU's mux (chardev/char-mux.c): 0x01 and a letter command QEMU itself; 0x01 x ends the VM. The two commands here are
 * the only ones that are ever sent.
 */
const ESCAPE = 0x01;

/** The next device gets what is typed. */
export const MUX_SWITCH_FOCUS: Uint8Array = Uint8Array.of(ESCAPE, 0x63);

/** A BREAK for the device in focus. */
export const MUX_BREAK: Uint8Array = Uint8Array.of(ESCAPE, 0x62);

/** Bytes that a mux hands to the guest as they were: each 0x01 doubled. */
export function escapeForMux(bytes: Uint8Array): Uint8Array {
  const escapes = bytes.reduce((count, byte) => count + (byte === ESCAPE ? 1 : 0), 0);
  if (escapes === 0) return bytes;
  const escaped = new Uint8Array(bytes.length + escapes);
  let at = 0;
  for (const byte of bytes) {
    escaped[at++] = byte;
    if (byte === ESCAPE) escaped[at++] = ESCAPE;
  }
  return escaped;
}
