import type { ProbeEnd } from '../engine/scenario.ts';

/**
 * A talk with whoever is behind a console, without I/O: bytes and silence go in, what is to be typed and the end come
 * out. Bounded in memory by its screen and in bytes by DIALOGUE_BYTES_MAX; who runs it bounds the time.
 */
export interface Dialogue {
  begin(): DialogueAction[];
  push(bytes: Uint8Array): DialogueAction[];
  /** Nothing came for this long; told at SETTLE_MS, and again at each NUDGE_MS. */
  quiet(silentMs: number): DialogueAction[];
  /** The waiting time is over. */
  late(): ProbeEnd;
}

export type DialogueAction =
  /** An Enter is part of the text. */
  | { readonly kind: 'type'; readonly text: string }
  /** The content of this file and an Enter. */
  | { readonly kind: 'typeSecret'; readonly file: string }
  | { readonly kind: 'end'; readonly end: ProbeEnd };

/** A prompt is what stands on the last line when nothing more comes for this long. */
export const SETTLE_MS = 250;

/** Without anything to go by for this long, Enter is typed again: a label may have been written over the prompt. */
export const NUDGE_MS = 1500;

/** Whoever writes more within one probe hides the answer, and what it is cannot be told. */
export const DIALOGUE_BYTES_MAX = 1024 * 1024;

/** What is looked at in one piece, so that nothing in a big chunk passes the screen unseen. */
export const SLICE_BYTES = 2048;

export function ended(
  outcome: ProbeEnd['outcome'],
  detail: string,
  more: Partial<ProbeEnd> = {},
): DialogueAction {
  return { kind: 'end', end: { outcome, detail, ...more } };
}

export const FLOODED = ended(
  'unknown',
  `the console wrote more than ${DIALOGUE_BYTES_MAX / 1024 / 1024} MiB`,
);
