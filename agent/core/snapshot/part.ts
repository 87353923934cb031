import type { FileFailure } from './system-files.ts';

/**
 * What a collector gives. `absent`: this guest has no such thing (a kernel option that is off);
 * `failed`: it should be there but could not be read or understood. Both carry one line for a person.
 */
export type Part<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'absent'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

export function present<T>(value: T): Part<T> {
  return { kind: 'ok', value };
}

export function absent(reason: string): Part<never> {
  return { kind: 'absent', reason };
}

export function failed(reason: string): Part<never> {
  return { kind: 'failed', reason };
}

/** The part of a file that could not be read: `ENOENT` means absent, everything else failed. */
export function unreadable(path: string, failure: FileFailure): Part<never> {
  return failure.code === 'ENOENT'
    ? absent(`${path} is not there`)
    : failed(`${path} cannot be read: ${failure.code}`);
}
