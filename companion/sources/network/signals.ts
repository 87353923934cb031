import type { Rung, Signal } from '../../ladder/signal.ts';
import type { NetworkProbe } from './options.ts';
import type { ProbeResult } from './probe-result.ts';

/** The name of a probe's signal, such as `network.tcp:80`. */
export function signalId(probe: NetworkProbe): string {
  switch (probe.type) {
    case 'tcp':
      return `network.tcp:${probe.port}`;
    case 'http': {
      const url = URL.parse(probe.url);
      return `network.${url?.protocol.replace(':', '') ?? 'http'}:${url?.port || (url?.protocol === 'https:' ? '443' : '80')}`;
    }
    case 'icmp':
      return 'network.icmp';
    case 'ssh':
      return `network.ssh:${probe.port}`;
  }
}

/** What a success and a failure of a kind of probe speak for. */
export function networkRungs(type: NetworkProbe['type']): { readonly alive: Rung; readonly dead: Rung } {
  return { alive: ALIVE[type], dead: DEAD[type] };
}

/** What a success proves: the kernel answers pings and handshakes by itself, a program answers the others. */
const ALIVE: Readonly<Record<NetworkProbe['type'], Rung>> = {
  tcp: 'kernel',
  icmp: 'kernel',
  ssh: 'userspace',
  http: 'application',
};

/** What a failure speaks for: the network between may be what is broken, so never for more than was asked. */
const DEAD: Readonly<Record<NetworkProbe['type'], Rung>> = {
  tcp: 'application',
  icmp: 'kernel',
  ssh: 'userspace',
  http: 'application',
};

/** A probe's last result as a signal. Pure. */
export function networkSignal(probe: NetworkProbe, result: ProbeResult, ageMs: number): Signal {
  const base = { id: signalId(probe), source: 'network', ageMs, reason: result.reason } as const;
  if (result.outcome === 'unknown') return { ...base, rung: DEAD[probe.type], state: 'unknown' };
  if (result.outcome === 'failed') return { ...base, rung: DEAD[probe.type], state: 'dead' };
  if (probe.type === 'tcp' && probe.throughProxy) {
    return {
      ...base,
      rung: 'kernel',
      state: 'unknown',
      reason: `${result.reason}, perhaps by a proxy of the host`,
    };
  }
  return { ...base, rung: ALIVE[probe.type], state: 'alive' };
}
