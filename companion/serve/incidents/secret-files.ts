import type { CompanionConfig } from '../../config/config.ts';

/** The files whose contents must stand in no incident: keys and passwords that the config names. */
export function secretFiles(config: CompanionConfig): string[] {
  const ofSinks = config.sinks.flatMap((sink) => (sink.type === 'eve-api' ? [sink.options.key] : []));
  const ofProbes = config.vms.flatMap(({ network }) =>
    (network?.probes ?? []).flatMap((probe) => (probe.type === 'ssh' ? [probe.keyFile] : [])),
  );
  return [...ofSinks, ...ofProbes];
}
