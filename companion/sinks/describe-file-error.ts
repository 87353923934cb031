const ADVICE: Readonly<Record<string, string>> = {
  EACCES: 'permission denied; give the user of the companion the right to write there',
  EISDIR: 'it is a directory; name a file',
  ENOSPC: 'no space left on the file system; free some',
  EROFS: 'the file system is read-only',
  EDQUOT: 'the quota is used up',
};

/** Why a file cannot be written, in one line. */
export function describeFileError(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return `${path}: ${ADVICE[code] ?? (error instanceof Error ? error.message : String(error))}`;
}
