import { connect } from 'node:net';
import { withinDeadline } from './deadline.ts';
import { outcomeOfError, type ProbeLimits, type ProbeResult } from './probe-result.ts';

export interface TcpTarget {
  readonly host: string;
  /** 1 to 65,535. */
  readonly port: number;
}

/** Connects and closes. It is the guest's kernel that answers, not the program behind the port. */
export function probeTcp(target: TcpTarget, limits: ProbeLimits): Promise<ProbeResult> {
  return withinDeadline(limits, 'no connection', (finish) => {
    const socket = connect({ host: target.host, port: target.port });
    socket.on('error', (error) => {
      const { outcome, reason, answeredBy } = outcomeOfError(error);
      finish(outcome, reason, answeredBy);
    });
    socket.on('connect', () => finish('ok', 'connected'));
    return () => void socket.destroy();
  });
}
