import { readFile } from 'node:fs/promises';
import { probeHttp } from './http.ts';
import { probeIcmp } from './icmp.ts';
import type { NetworkProbe } from './options.ts';
import type { ProbeLimits, ProbeResult } from './probe-result.ts';
import { probeSsh } from './ssh.ts';
import { probeTcp } from './tcp.ts';

/** Runs one probe as the config describes it. Never rejects, and ends within the deadline. */
export async function runNetworkProbe(probe: NetworkProbe, limits: ProbeLimits): Promise<ProbeResult> {
  switch (probe.type) {
    case 'tcp':
      return probeTcp(probe, limits);
    case 'icmp':
      return probeIcmp(probe, limits);
    case 'ssh': {
      const { knownHostsFile, ...rest } = probe;
      return probeSsh({ ...rest, ...(knownHostsFile !== undefined && { knownHostsFile }) }, limits);
    }
    case 'http':
      return probeHttpWithFile(probe, limits);
  }
}

async function probeHttpWithFile(
  probe: Extract<NetworkProbe, { type: 'http' }>,
  limits: ProbeLimits,
): Promise<ProbeResult> {
  const { url, headers, statusMin, statusMax, bodyContains, caFile, insecure } = probe;
  let ca: string | undefined;
  try {
    if (caFile !== undefined) ca = await readFile(caFile, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { outcome: 'unknown', reason: `caFile: ${reason}`, tookMs: 0 };
  }
  return probeHttp(
    {
      url,
      insecure,
      ...(headers !== undefined && { headers }),
      ...(statusMin !== undefined && { statusMin }),
      ...(statusMax !== undefined && { statusMax }),
      ...(bodyContains !== undefined && { bodyContains }),
      ...(ca !== undefined && { ca }),
    },
    limits,
  );
}
