/** Whose fault it is: `usage` is for the person at the command line (exit 2), `failed` for the world (exit 1). */
export type ControllerErrorCode = 'usage' | 'failed';

/** An error for people: `message` is one line that says what is wrong and what to do. */
export class ControllerError extends Error {
  override readonly name = 'ControllerError';
  readonly code: ControllerErrorCode;
  constructor(code: ControllerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The `code` of a Node error, for example `ENOENT`; `unknown` when it has none. */
export function nodeErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
