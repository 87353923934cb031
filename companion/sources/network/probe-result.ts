/**
 * - `ok`: the guest did what was asked
 * - `failed`: it was seen not to
 * - `unknown`: the host could not ask: no route, no program, no such name
 */
export type ProbeOutcome = 'ok' | 'failed' | 'unknown';

export interface ProbeResult {
  readonly outcome: ProbeOutcome;
  /** One line for people, safe to print. */
  readonly reason: string;
  readonly tookMs: number;
  /** Failed, and yet something answered: the kernel refused a connection, or a program said no. */
  readonly answeredBy?: 'kernel' | 'program';
}

export interface ProbeLimits {
  /** Milliseconds for everything: name, connect, answer. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
}

/** Ours, not the guest's: nothing was learnt of it. A timeout and a refusal are the guest's. */
const HOST_ERRORS: ReadonlySet<string> = new Set([
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EMFILE',
  'ENFILE',
  'ENOBUFS',
  'ENOMEM',
  'EACCES',
  'EPERM',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'EINVAL',
]);

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'the guest reset the connection',
  EPIPE: 'the guest closed the connection',
  ETIMEDOUT: 'no answer from the guest',
  EHOSTUNREACH: 'the guest does not answer on its network',
  ENETUNREACH: 'this host has no route to the guest',
  ENOTFOUND: 'the name of the guest is not known',
  EAI_AGAIN: 'the name of the guest cannot be looked up now',
};

/** What an error of a socket means for the guest. */
export function outcomeOfError(
  error: Error,
): Pick<ProbeResult, 'outcome' | 'reason'> & Partial<Pick<ProbeResult, 'answeredBy'>> {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const words = Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
  return {
    outcome: HOST_ERRORS.has(code) ? 'unknown' : 'failed',
    reason: words ?? (code || error.message),
    ...(code === 'ECONNREFUSED' && { answeredBy: 'kernel' }),
  };
}
