import { safeText } from '../../output/safe-text.ts';
import { isHostName } from './icmp.ts';
import type { ProbeLimits, ProbeOutcome, ProbeResult } from './probe-result.ts';
import { runProgram } from './run-program.ts';

export interface SshTarget {
  readonly host: string;
  /** Default 22. */
  readonly port?: number;
  readonly user: string;
  /** A file with the private key; never asked for a passphrase. */
  readonly keyFile: string;
  /** A file with the guest's host key. Default `accept`: any key is taken and none is kept; nothing secret is sent. */
  readonly knownHostsFile?: string;
  /** Given to the guest's shell as it is. */
  readonly command: string;
  /** Default `ssh` on the PATH. */
  readonly program?: string;
}

/** What ssh itself ends with when it did not get to run the command. */
const SSH_FAILED = 255;

const TROUBLE: readonly (readonly [RegExp, ProbeOutcome, string])[] = [
  [/Permission denied/u, 'unknown', 'the guest does not take the key'],
  [
    /Host key verification failed|IDENTIFICATION HAS CHANGED/u,
    'unknown',
    'the host key of the guest is another one',
  ],
  [/Could not resolve|Name or service not known/u, 'unknown', 'the name of the guest is not known'],
  [/Network is unreachable/u, 'unknown', 'this host has no route to the guest'],
  [/No such file|invalid format|UNPROTECTED PRIVATE KEY/u, 'unknown', 'the key file cannot be used'],
  [/Connection refused/u, 'failed', 'connection refused'],
  [/No route to host/u, 'failed', 'the guest does not answer on its network'],
  [/timed out|Timeout/u, 'failed', 'no answer from the guest'],
  [
    /Connection (?:closed|reset)|kex_exchange_identification|banner/u,
    'failed',
    'the guest closed the connection',
  ],
];

/** Logs in and runs a command; ok when it ends with 0. */
export async function probeSsh(target: SshTarget, limits: ProbeLimits): Promise<ProbeResult> {
  const started = performance.now();
  const done = (outcome: ProbeOutcome, reason: string): ProbeResult => ({
    outcome,
    reason,
    tookMs: Math.round(performance.now() - started),
  });
  if (!isHostName(target.host)) return done('unknown', `no host name or address: ${safeText(target.host)}`);
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.@-]*$/u.test(target.user))
    return done('unknown', `no user name: ${safeText(target.user)}`);
  const result = await runProgram(target.program ?? 'ssh', sshArguments(target, limits.deadlineMs), limits);
  if (result.kind === 'missing')
    return done('unknown', `${safeText(result.reason)}; install ssh on this host`);
  if (limits.signal?.aborted) return done('unknown', 'the probe was given up');
  if (result.kind === 'deadline')
    return done('failed', `the command did not end within ${limits.deadlineMs} ms`);
  if (result.code === 0) return done('ok', 'the command ended with 0');
  if (result.code !== SSH_FAILED) {
    return { ...done('failed', `the command ended with ${result.code}`), answeredBy: 'program' };
  }
  const found = TROUBLE.find(([pattern]) => pattern.test(result.stderr));
  if (found !== undefined) return done(found[1], found[2]);
  const words = safeText(result.stderr.trim().split('\n').at(-1) ?? '').slice(0, 200);
  return done('unknown', `ssh: ${words === '' ? 'no reason given' : words}`);
}

function sshArguments(target: SshTarget, deadlineMs: number): string[] {
  const hostKey =
    target.knownHostsFile === undefined
      ? { StrictHostKeyChecking: 'no', UserKnownHostsFile: '/dev/null' }
      : { StrictHostKeyChecking: 'yes', UserKnownHostsFile: target.knownHostsFile };
  const options = {
    ...hostKey,
    GlobalKnownHostsFile: '/dev/null',
    BatchMode: 'yes',
    ConnectTimeout: `${Math.max(1, Math.ceil(deadlineMs / 1000))}`,
    ConnectionAttempts: '1',
    IdentitiesOnly: 'yes',
    PreferredAuthentications: 'publickey',
    ForwardAgent: 'no',
    ClearAllForwardings: 'yes',
    RequestTTY: 'no',
    LogLevel: 'ERROR',
  };
  return [
    // Neither the system's nor the user's own configuration decides what the probe does.
    ...['-F', '/dev/null', '-i', target.keyFile, '-p', `${target.port ?? 22}`, '-l', target.user],
    ...Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]),
    ...[target.host, '--', target.command],
  ];
}
