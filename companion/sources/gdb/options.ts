import * as z from 'zod/mini';

const path = z.string().check(z.minLength(1));

/** How QEMU's gdb stub is used, as the config writes it. It is opened through QMP when needed, and closed again. */
export const gdbOptionsShape = z
  .strictObject({
    /** Where the two files of a look stand; default the folder of the QMP socket. QEMU must be able to open them. */
    folder: z.optional(path),
    /** The same folder, as QEMU sees it when it runs in another mount namespace. */
    folderInQemu: z.optional(path),
  })
  .check(
    z.refine((value) => value.folderInQemu === undefined || value.folder !== undefined, {
      error: 'folderInQemu needs folder: the same place as the companion sees it',
      when: () => true,
    }),
  );

/** What the source needs to know; paths are absolute. */
export interface GdbOptions {
  readonly folder?: string;
  readonly folderInQemu?: string;
}
