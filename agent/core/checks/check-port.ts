import type { FileFailure, SystemFiles } from '../snapshot/system-files.ts';

/** How a program ended. `output`: the start of what it printed, UTF-8, whatever else it is. */
export type ProgramEnd =
  | { readonly kind: 'ended'; readonly code: number; readonly output: string }
  | { readonly kind: 'killed'; readonly signal: string; readonly output: string }
  /** It did not end in time and was killed. */
  | { readonly kind: 'timeout'; readonly output: string }
  /** It could not be started. */
  | { readonly kind: 'failed'; readonly problem: string };

export type HttpEnd =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'timeout' }
  /** Refused, cut short, or no HTTP. */
  | { readonly kind: 'failed'; readonly problem: string };

/** What the checks of the config look at. Nothing here blocks: what can take long gives a promise that never rejects. */
export interface CheckPort {
  /** /proc alone: answered from memory, at once. */
  readonly proc: SystemFiles;
  /** Any file. May never settle: its filesystem may hang. The core asks one thing at a time by these three. */
  readPart(
    path: string,
    o: { readonly bytesMax: number; readonly from: 'start' | 'end' },
  ): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | FileFailure>;
  modified(
    path: string,
  ): Promise<{ readonly ok: true; readonly modifiedUs: number; readonly sizeBytes: number } | FileFailure>;
  /** Names in a folder, at most `namesMax`, in no promised order. */
  list(
    path: string,
    namesMax: number,
  ): Promise<{ readonly ok: true; readonly names: readonly string[] } | FileFailure>;
  /**
   * Runs a program without a shell, its standard error thrown away, and kills it and what it started when its time is
   * over. Settles at the latest soon after that.
   */
  run(
    command: readonly [string, ...string[]],
    o: { readonly timeoutMs: number; readonly outputBytesMax: number },
  ): Promise<ProgramEnd>;
  /** One GET, no redirects followed; `undefined` in a build without HTTP, whose config refuses such checks. */
  readonly get:
    | ((url: string, o: { readonly timeoutMs: number; readonly bodyBytesMax: number }) => Promise<HttpEnd>)
    | undefined;
}
