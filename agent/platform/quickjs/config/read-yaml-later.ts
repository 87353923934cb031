import { loadYaml } from 'cherub:native';
import type { readYaml as ReadYaml } from '#protocol/config/read-yaml.ts';

/** Stands for protocol/config/read-yaml.ts in both programs: the reader is large, and loaded when there is YAML to read. */
export const readYaml: typeof ReadYaml = (text) => {
  if (globalThis.cherubReadYaml === undefined) loadYaml();
  const read = globalThis.cherubReadYaml;
  if (read === undefined) throw new Error('the reader of YAML did not load');
  return read(text);
};
