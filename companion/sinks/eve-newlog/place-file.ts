import { link, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** So many names are tried; each is one millisecond later. Also EVE's own files stand there. */
const NAMES_MAX = 1000;

/**
 * Puts a finished file into the folder under a name of EVE's own form, whole or not at all. A hard link is used where
 * a rename would do the same, because it never replaces a file that EVE finished in the same millisecond.
 * @returns the time in the name, so that the next file gets a later one and keeps its place in the order
 * Throws what the file system says.
 */
export async function placeFile(
  o: { readonly folder: string; readonly appId: string; readonly fromMs: number },
  content: Uint8Array,
): Promise<number> {
  // Without `.gz` at its end, so that EVE does not look at it.
  const temporary = join(o.folder, `.cherub-${process.pid}-${o.appId}.tmp`);
  try {
    const handle = await open(temporary, 'w', 0o644);
    try {
      await handle.writeFile(content);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    for (let ms = o.fromMs; ms < o.fromMs + NAMES_MAX; ms += 1) {
      if (await linked(temporary, join(o.folder, `app.${o.appId}.log.${ms}.gz`))) return ms;
    }
    throw new Error(`no free name from app.${o.appId}.log.${o.fromMs}.gz on`);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
