import { closeSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** More than any file of /proc, /sys/fs/cgroup or a pid file that we read has. */
const FILE_BYTES_MAX = 64 * 1024;

/** What could be read, or why not: an error code such as ENOENT or EACCES. */
export type Read =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: string };

/**
 * The host's /proc and /sys. Synchronous, because these files are made in memory and a read of one takes microseconds;
 * never for files that a disk or network stands behind. The root is a parameter, so that a fixture can stand for a host.
 */
export class ProcFiles {
  readonly root: string;
  /** For all reads: nothing is kept of it. */
  readonly #buffer = Buffer.alloc(FILE_BYTES_MAX);

  constructor(root = '/') {
    this.root = root;
  }

  /** @param path absolute, as on the host */
  read(path: string, bytesMax = FILE_BYTES_MAX): Read {
    let file: number | undefined;
    try {
      file = openSync(join(this.root, path), 'r');
      const buffer = bytesMax > FILE_BYTES_MAX ? Buffer.alloc(bytesMax) : this.#buffer;
      let length = 0;
      while (length < bytesMax) {
        const count = readSync(file, buffer, length, bytesMax - length, null);
        if (count === 0) break;
        length += count;
      }
      return { ok: true, text: buffer.subarray(0, length).toString('utf8') };
    } catch (error) {
      return { ok: false, code: codeOf(error) };
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  /** The text, or undefined when it cannot be read. */
  text(path: string, bytesMax?: number): string | undefined {
    const read = this.read(path, bytesMax);
    return read.ok ? read.text : undefined;
  }

  /** Names in a folder; none when it cannot be read. */
  list(path: string): string[] {
    try {
      return readdirSync(join(this.root, path));
    } catch {
      return [];
    }
  }

  link(path: string): string | undefined {
    try {
      return readlinkSync(join(this.root, path));
    } catch {
      return undefined;
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'EIO';
}
