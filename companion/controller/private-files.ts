import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ControllerError, nodeErrorCode } from './controller-error.ts';

/** Makes a directory that only its owner can read. @throws {ControllerError} */
export function makePrivateDir(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new ControllerError(
      'failed',
      `cannot make the directory ${path} (${nodeErrorCode(error)}); choose another --dir or mend its rights`,
      { cause: error },
    );
  }
}

/** Writes a new file that only its owner can read; never over an old one. @throws {ControllerError} */
export function writePrivateFile(path: string, text: string): void {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const code = nodeErrorCode(error);
    const advice =
      code === 'EEXIST' ? 'it is there already; move it away first' : `(${code}); mend its rights`;
    throw new ControllerError('failed', `cannot write ${path}: ${advice}`, { cause: error });
  }
}

/** Reads a file that `cherub controller init` made. @throws {ControllerError} */
export function readControllerFile(path: string, dir: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = nodeErrorCode(error);
    const advice =
      code === 'ENOENT' ? `run cherub controller init --dir ${dir} first` : `(${code}); mend its rights`;
    throw new ControllerError('usage', `cannot read ${path}: ${advice}`, { cause: error });
  }
}
