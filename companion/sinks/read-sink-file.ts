import { readFileSync } from 'node:fs';

/** A file named in a sink's options could not be used; `message` is one line with what to do. */
export class SinkFileError extends Error {
  override readonly name = 'SinkFileError';
}

/** @throws {SinkFileError} when it cannot be read */
export function readSinkFile(sink: string, what: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new SinkFileError(
      `${sink}: cannot read the ${what} file ${path} (${code}); mend the path or its rights`,
    );
  }
}
