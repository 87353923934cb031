import { renameSync, writeFileSync } from 'node:fs';

/**
 * Replaces a small file so that a reader finds the old content or the new one, also after this process was killed. A
 * power cut may bring back an older one; who reads such files does something twice then, never not at all.
 * Throws what the file system says.
 */
export function writeAtomic(path: string, text: string): void {
  const temporary = `${path}.new`;
  writeFileSync(temporary, text, { mode: 0o600 });
  renameSync(temporary, path);
}
