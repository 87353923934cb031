import { isBelow } from '../../ladder/rungs.ts';
import type { Rung } from '../../ladder/signal.ts';
import type { NetworkProbe } from '../../sources/network/options.ts';
import { runNetworkProbe } from '../../sources/network/probe.ts';
import type { ProbeResult } from '../../sources/network/probe-result.ts';
import { networkRungs } from '../../sources/network/signals.ts';
import type { ProbeReport, ProbeTask } from './probe.ts';

/** Looks at the guest over the network, as the scenario says. */
export async function probeNetwork({ scenario, deadlineMs, signal }: ProbeTask): Promise<ProbeReport> {
  const { network, rung } = scenario;
  if (network === undefined) return { outcome: 'unknown', detail: 'the scenario has no network probe' };
  return judgeNetwork(network, rung, await runNetworkProbe(network, { deadlineMs, signal }));
}

/** What the result of a network probe says of the guest. */
export function judgeNetwork(
  probe: NetworkProbe,
  wanted: Rung | undefined,
  result: ProbeResult,
): ProbeReport {
  const { outcome, reason: detail } = result;
  const { alive, dead } = networkRungs(probe.type);
  if (outcome === 'unknown') return { outcome, detail };
  if (outcome === 'ok') {
    if (probe.type === 'tcp' && probe.throughProxy) {
      return { outcome: 'unknown', detail: `${detail}, perhaps by a proxy of the host` };
    }
    return { outcome, detail, rung: wanted !== undefined && isBelow(wanted, alive) ? wanted : alive };
  }
  const reached = answeredBy(probe, result);
  return { outcome, detail, rung: wanted ?? dead, ...(reached && { reached }) };
}

/** On a loopback address it is this host that refuses, whatever the guest does. */
function answeredBy(probe: NetworkProbe, result: ProbeResult): Rung | undefined {
  if (result.answeredBy === 'program') return 'userspace';
  return result.answeredBy === 'kernel' && !isLoopback(hostOf(probe)) ? 'kernel' : undefined;
}

function hostOf(probe: NetworkProbe): string {
  return probe.type === 'http' ? (URL.parse(probe.url)?.hostname ?? '') : probe.host;
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?|\[?::ffff:127.*)$/iu.test(host);
}
