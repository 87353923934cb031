import { isExecutable } from 'cherub:native';
import { getenv } from 'qjs:std';

/** Looked through after PATH: what a service manager or cron leaves out. */
const FALLBACK_FOLDERS = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/sbin', '/sbin'];

/** The absolute path of a program, or `undefined`. */
export function findProgram(name: string): string | undefined {
  const folders = (getenv('PATH') ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return [...folders, ...FALLBACK_FOLDERS].map((folder) => `${folder}/${name}`).find(isExecutable);
}
