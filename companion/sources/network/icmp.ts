import { safeText } from '../../output/safe-text.ts';
import type { ProbeLimits, ProbeResult } from './probe-result.ts';
import { runProgram } from './run-program.ts';

export interface IcmpTarget {
  readonly host: string;
  /** Default `ping` on the PATH. Node has neither raw nor ICMP datagram sockets, so the system's program does it. */
  readonly program?: string;
}

/** An echo request. It is the guest's kernel that answers. */
export async function probeIcmp(target: IcmpTarget, limits: ProbeLimits): Promise<ProbeResult> {
  const started = performance.now();
  const done = (outcome: ProbeResult['outcome'], reason: string): ProbeResult => ({
    outcome,
    reason,
    tookMs: Math.round(performance.now() - started),
  });
  if (!isHostName(target.host)) return done('unknown', `no host name or address: ${safeText(target.host)}`);
  const waitSeconds = Math.max(1, Math.ceil(limits.deadlineMs / 1000));
  const args = ['-n', '-c', '1', '-W', `${waitSeconds}`, target.host];
  const result = await runProgram(target.program ?? 'ping', args, limits);
  if (result.kind === 'missing')
    return done('unknown', `${safeText(result.reason)}; install ping on this host`);
  if (limits.signal?.aborted) return done('unknown', 'the probe was given up');
  if (result.kind === 'deadline') return done('failed', `no echo within ${limits.deadlineMs} ms`);
  if (result.code === 0) return done('ok', 'echo came back');
  // No echo ends with 1 (iputils, busybox); everything else is trouble of the program's own, which it tells.
  const words = safeText(result.stderr.trim().split('\n')[0] ?? '').slice(0, 200);
  if (result.code === 1 && words === '') return done('failed', 'no echo came back');
  return done('unknown', `ping ended with ${result.code}${words === '' ? '' : `: ${words}`}`);
}

/** Also keeps what could be taken for an option from the command line. */
export function isHostName(host: string): boolean {
  return host.length <= 253 && /^[A-Za-z0-9:][A-Za-z0-9.:%_-]*$/u.test(host);
}
