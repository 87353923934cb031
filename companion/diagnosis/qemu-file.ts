import { chmod, chown, lstat, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DiagnosisTarget, QemuFolder } from './target.ts';

const PREFIX = '.cherub-file-';
/** What a companion that was killed left is removed by the next one. */
const STALE_MS = 3_600_000;

/** A place for one file that QEMU is to write. */
export interface QemuFile {
  /** As we see it. */
  readonly path: string;
  /** As QEMU sees it. */
  readonly inQemu: string;
  /** Its length; undefined when QEMU wrote none. */
  bytes(): Promise<number | undefined>;
  remove(): Promise<void>;
}

/** The folder that is given, or that of the QMP socket, where QEMU could make its socket. */
export function qemuFolderOf(target: DiagnosisTarget, given?: QemuFolder): QemuFolder | undefined {
  if (given !== undefined) return given;
  return target.qmpSocket === undefined ? undefined : { folder: dirname(target.qmpSocket) };
}

/**
 * Makes a folder of its own for the file, of the user that QEMU runs as: the owner of the QMP socket.
 * @throws Error when the folder cannot be written to
 */
export async function makeQemuFile(
  { folder, folderInQemu }: QemuFolder,
  name: string,
  o: { readonly qmpSocket: string | undefined; readonly nowMs: number },
): Promise<QemuFile> {
  await removeStale(folder, o.nowMs);
  const own = await mkdtemp(join(folder, PREFIX));
  try {
    const owner = o.qmpSocket === undefined ? undefined : await stat(o.qmpSocket);
    if (process.getuid?.() === 0 && owner !== undefined && owner.uid !== 0)
      await chown(own, owner.uid, owner.gid);
    await chmod(own, 0o700);
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    throw error;
  }
  const path = join(own, name);
  return {
    path,
    inQemu: folderInQemu === undefined ? path : `${folderInQemu}${path.slice(folder.length)}`,
    bytes: async () => {
      // QEMU may be hostile: what it left must be a file, and no way to another one.
      const found = await lstat(path).catch(() => undefined);
      return found?.isFile() === true ? found.size : undefined;
    },
    remove: () => rm(own, { recursive: true, force: true }),
  };
}

async function removeStale(folder: string, nowMs: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(PREFIX)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && nowMs - found.mtimeMs > STALE_MS)
      await rm(path, { recursive: true, force: true });
  }
}
