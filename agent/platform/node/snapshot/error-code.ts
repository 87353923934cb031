/** The errno name of an error that Node threw (`ENOENT`), or `EUNKNOWN`. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code ?? 'EUNKNOWN';
}
