import type { PostResult } from './post.ts';

/** What an answer means for the entries of its request. */
export type Verdict =
  | { kind: 'delivered' }
  /** The body as a whole; a part of it may be taken. */
  | { kind: 'refused'; reason: string }
  /** All but so many were taken, and must not be sent again; which ones the receiver does not say. */
  | { kind: 'partly'; rejected: number; reason: string }
  | { kind: 'retry'; reason: string; retryAfterMs?: number };

/**
 * 400, 413, 415 and 422 speak about the body, so that sending it again would change nothing. Everything else,
 * also 401, 403 and 404, can be mended at the receiver, so that nothing is given up.
 */
export function judgeAnswer(result: PostResult): Verdict {
  if (result.kind === 'failed') return { kind: 'retry', reason: result.reason };
  if (result.status >= 200 && result.status < 300) return { kind: 'delivered' };
  const reason = `HTTP ${result.status}${result.reason === '' ? '' : `: ${result.reason}`}`;
  if ([400, 413, 415, 422].includes(result.status)) return { kind: 'refused', reason };
  return result.retryAfterMs === undefined
    ? { kind: 'retry', reason }
    : { kind: 'retry', reason, retryAfterMs: result.retryAfterMs };
}
