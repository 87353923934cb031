import { chmod, chown, mkdtemp, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const PREFIX = '.cherub-gdb-';
/** What a companion that was killed left is removed by the next one. */
const STALE_MS = 60_000;

/** Two files in a folder of their own: the script for QEMU to read, and its replies. */
export interface ExchangeFolder {
  readonly scriptPath: string;
  readonly replyPath: string;
  remove(): Promise<void>;
}

/**
 * Makes the files where QEMU, which may be another user, can open them: they and their folder belong to the owner of
 * the QMP socket.
 *
 * @param parent default: the folder of the QMP socket, where QEMU could make its socket
 * @throws Error when the folder cannot be written to
 */
export async function makeExchangeFolder(
  qmpSocket: string,
  parent: string | undefined,
  script: Uint8Array,
  nowMs: number,
): Promise<ExchangeFolder> {
  const folder = parent ?? dirname(qmpSocket);
  await removeStale(folder, nowMs);
  const own = await mkdtemp(join(folder, PREFIX));
  const scriptPath = join(own, 'script');
  const replyPath = join(own, 'reply');
  try {
    await writeFile(scriptPath, script, { flag: 'wx', mode: 0o400 });
    await (await open(replyPath, 'wx', 0o600)).close();
    const { uid, gid } = await stat(qmpSocket);
    if (process.getuid?.() === 0 && uid !== 0) {
      for (const path of [scriptPath, replyPath, own]) await chown(path, uid, gid);
    }
    await chmod(own, 0o700);
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    throw error;
  }
  return { scriptPath, replyPath, remove: () => rm(own, { recursive: true, force: true }) };
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
