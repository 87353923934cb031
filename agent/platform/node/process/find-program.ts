import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';

/** Looked through after PATH: what a service manager or cron leaves out. */
const FALLBACK_FOLDERS = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/sbin', '/sbin'];

/** The absolute path of a program, or `undefined`. */
export function findProgram(name: string, path = process.env['PATH'] ?? ''): string | undefined {
  const folders = [...path.split(':').filter((folder) => folder.startsWith('/')), ...FALLBACK_FOLDERS];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** Whether a path is a file that may be run. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
