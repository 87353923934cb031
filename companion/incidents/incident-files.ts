import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The few things that incidents do to the disk, so that a test can end the world after each of them. Paths are relative
 * to the folder of the incidents. Every one throws what the file system says.
 */
export interface IncidentFiles {
  /** With those above it; no error when it is there. */
  makeFolder(path: string): Promise<void>;
  /** A new file, and its name, on stable storage; what stood there is replaced. */
  write(path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void>;
  /** At the end of a file, on stable storage. */
  append(path: string, bytes: Uint8Array): Promise<void>;
  /** Atomic, and on stable storage. */
  rename(from: string, to: string): Promise<void>;
  /** A file, or a folder with all in it; no error when there is none. */
  remove(path: string): Promise<void>;
  /** Names in a folder, folders with a slash at the end; none when it is not there. */
  list(path: string): Promise<readonly string[]>;
  /** undefined: it is not there. Throws when it is longer than `bytesMax`. */
  read(path: string, bytesMax: number): Promise<Buffer | undefined>;
  stream(path: string): AsyncIterable<Uint8Array>;
  /** undefined: it is not there. */
  size(path: string): Promise<number | undefined>;
  /** Takes a file from elsewhere on the same file system. */
  take(from: string, to: string): Promise<void>;
}

const { O_APPEND, O_CREAT, O_NOFOLLOW, O_TRUNC, O_WRONLY } = constants;

export function openIncidentFiles(root: string): IncidentFiles {
  const at = (path: string): string => join(root, path);
  return {
    makeFolder: async (path) => {
      const created = await mkdir(at(path), { recursive: true, mode: 0o700 });
      if (created === undefined) return;
      // Every folder that is new is a new name in the one above.
      let folder = at(path);
      do {
        folder = dirname(folder);
        await syncFolder(folder);
      } while (folder.length >= created.length);
    },
    write: async (path, bytes) => {
      await withFile(at(path), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, async (file) => {
        if (bytes instanceof Uint8Array) await file.writeFile(bytes);
        else for await (const chunk of bytes) await file.writeFile(chunk);
      });
      await syncFolder(dirname(at(path)));
    },
    append: (path, bytes) =>
      withFile(at(path), O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, (file) => file.writeFile(bytes)),
    rename: (from, to) => move(at(from), at(to)),
    take: async (from, to) => {
      await withFile(from, O_WRONLY | O_NOFOLLOW, async () => undefined);
      await move(from, at(to));
    },
    remove: (path) => rm(at(path), { recursive: true, force: true }),
    list: async (path) => {
      const found = await orMissing(readdir(at(path), { withFileTypes: true }));
      return (found ?? []).map((each) => (each.isDirectory() ? `${each.name}/` : each.name)).sort();
    },
    read: async (path, bytesMax) => {
      const file = await orMissing(open(at(path), constants.O_RDONLY | O_NOFOLLOW));
      if (file === undefined) return undefined;
      try {
        const { size } = await file.stat();
        if (size > bytesMax) throw new Error(`${path} has ${size} bytes, more than the ${bytesMax} allowed`);
        return await file.readFile();
      } finally {
        await file.close();
      }
    },
    stream: (path) => streamFile(at(path)),
    size: async (path) => (await orMissing(stat(at(path))))?.size,
  };
}

/** The SHA-256 in hex and the length of a file. */
export async function hashFile(
  files: IncidentFiles,
  path: string,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of files.stream(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

async function* streamFile(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | O_NOFOLLOW);
  // The stream closes the file, however it ends.
  yield* file.createReadStream() as AsyncIterable<Uint8Array>;
}

async function withFile(
  path: string,
  flags: number,
  use: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await use(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function move(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncFolder(dirname(to));
}

/** A new name is safe only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function orMissing<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
