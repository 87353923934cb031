/** The reader of YAML as a piece of its own; see read-yaml-later.ts. */
import { readYaml } from '#protocol/config/read-yaml.ts';

globalThis.cherubReadYaml = readYaml;
