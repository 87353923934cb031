/**
 * What went wrong with a guest:
 * - `description`: the caller's description cannot be booted;
 * - `image`: an image or disk could not be made;
 * - `deadline`: something awaited did not come in time;
 * - `exited`: QEMU ended while something was awaited from it;
 * - `console`, `qmp`: that channel refused or broke.
 */
export type GuestErrorCode = 'description' | 'image' | 'deadline' | 'exited' | 'console' | 'qmp';

/** The only error that the framework throws on purpose. */
export class GuestError extends Error {
  readonly code: GuestErrorCode;

  constructor(code: GuestErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'GuestError';
    this.code = code;
  }
}
