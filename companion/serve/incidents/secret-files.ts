import type { CompanionConfig } from '../../config/config.ts';
import type { NetworkProbe } from '../../sources/network/options.ts';

/** The files whose contents must stand in no incident: keys and passwords that the config names. */
export function secretFiles(config: CompanionConfig): string[] {
  const probes = config.vms.flatMap(({ network }) => network?.probes ?? []);
  return [
    ...config.sinks.flatMap(({ options }) => ('key' in options && options.key ? [options.key] : [])),
    ...probes.flatMap(ofProbe),
    ...config.scenarios.flatMap(({ console, network }) => [
      ...(console.passwordFile === undefined ? [] : [console.passwordFile]),
      ...(console.dialogue ?? []).flatMap(({ sendFile }) => sendFile ?? []),
      ...(network === undefined ? [] : ofProbe(network)),
    ]),
  ];
}

function ofProbe(probe: NetworkProbe): string[] {
  return probe.type === 'ssh' ? [probe.keyFile] : [];
}
