import { isSea } from 'node:sea';

/** How this program can be started again: its executable, and what stands before its own arguments. */
export function selfCommand(): readonly [string, ...string[]] {
  // A single executable carries its script and its flags in itself.
  if (isSea()) return [process.execPath];
  return [process.execPath, ...process.execArgv, process.argv[1] ?? ''];
}
