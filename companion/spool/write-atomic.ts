import { closeSync, fdatasyncSync, openSync, renameSync, writeSync } from 'node:fs';

/**
 * Replaces a small file so that a reader, also after a crash, finds the old content or the new one.
 * Throws what the file system says.
 */
export function writeAtomic(path: string, text: string): void {
  const temporary = `${path}.new`;
  const fd = openSync(temporary, 'w', 0o600);
  try {
    writeSync(fd, text);
    fdatasyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(temporary, path);
}
