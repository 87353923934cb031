import type { ProbeLimits, ProbeOutcome, ProbeResult } from './probe-result.ts';

type Finish = (outcome: ProbeOutcome, reason: string, answeredBy?: ProbeResult['answeredBy']) => void;

/**
 * Runs a probe that ends by the first of: its own word, the deadline, the caller's signal.
 * @param begin starts it, and returns what ends it for good; called once, also after its own word
 */
export function withinDeadline(
  limits: ProbeLimits,
  late: string,
  begin: (finish: Finish) => () => void,
): Promise<ProbeResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    let isOver = false;
    let end: (() => void) | undefined;
    const finish: Finish = (outcome, reason, answeredBy) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      limits.signal?.removeEventListener('abort', abort);
      end?.();
      resolve({
        outcome,
        reason,
        tookMs: Math.round(performance.now() - started),
        ...(answeredBy && { answeredBy }),
      });
    };
    const abort = (): void => finish('unknown', 'the probe was given up');
    const timer = setTimeout(
      () => finish('failed', `${late} within ${limits.deadlineMs} ms`),
      limits.deadlineMs,
    );
    limits.signal?.addEventListener('abort', abort);
    if (limits.signal?.aborted) abort();
    else end = begin(finish);
    if (isOver) end?.();
  });
}
