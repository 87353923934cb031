import { readFileSync, statSync } from 'node:fs';

/** A key or a password is far below it. */
const FILE_BYTES_MAX = 64 * 1024;
/** Lines that short are no secret of their own in a file of several lines. */
const LINE_CHARACTERS_MIN = 8;

export interface Secrets {
  readonly values: readonly string[];
  /** One line for a person for each file that could not be read: its content is then not looked for. */
  readonly problems: readonly string[];
}

/** The contents of the files that the config names for passwords and keys, whole and line by line. */
export function readSecrets(paths: readonly string[]): Secrets {
  const values: string[] = [];
  const problems: string[] = [];
  for (const path of new Set(paths)) {
    try {
      if (statSync(path).size > FILE_BYTES_MAX) {
        throw new Error(`it is longer than ${FILE_BYTES_MAX} bytes, so it is no secret`);
      }
      const whole = readFileSync(path, 'utf8').trim();
      const lines = whole.split(/\r?\n/u).filter((line) => !line.startsWith('-----'));
      values.push(whole, ...lines.filter((line) => line.length >= LINE_CHARACTERS_MIN));
    } catch (error) {
      problems.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { values: values.filter((value) => value !== ''), problems };
}
