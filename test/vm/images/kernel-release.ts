import { open } from 'node:fs/promises';
import { GuestError } from '../guest/guest-error.ts';

/** The release in a bzImage (Linux Documentation/arch/x86/boot.rst, kernel_version). */
export async function kernelRelease(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const head = Buffer.alloc(0x10000);
    await handle.read(head, 0, head.length, 0);
    const from = head.readUInt16LE(0x20e) + 0x200;
    const release = /^[A-Za-z0-9.+~-]+/.exec(head.toString('latin1', from, from + 128))?.[0];
    if (release === undefined) throw new GuestError('image', `${file} does not say its release`);
    return release;
  } finally {
    await handle.close();
  }
}
