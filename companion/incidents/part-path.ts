/** The id (32 characters), a slash and this still fit the 100 bytes of a ustar name. */
export const PART_PATH_CHARACTERS_MAX = 64;

/**
 * Endings that a browser or a desktop opens without running anything in them. There is no `html` and no `svg`: a part is
 * what a guest said.
 */
const ENDINGS = ['txt', 'json', 'jsonl', 'log', 'png', 'bin', 'yaml', 'kdump', 'gz'];

const PATH = new RegExp(`^(?:[a-z0-9][a-z0-9_-]*/){1,3}[a-z0-9][a-z0-9_-]*\\.(?:${ENDINGS.join('|')})$`, 'u');

/**
 * Whether a part may stand at this path: one to three folders and a name, lower case, with a known ending, such as
 * `sysrq/t.txt`. No dots but one, so nothing leads out of the bundle and nothing hides what it is.
 */
export function isPartPath(path: string): boolean {
  return path.length <= PART_PATH_CHARACTERS_MAX && PATH.test(path);
}

/** A word for a part path out of any text (a device, a scenario): `host:port 80` becomes `host-port-80`. */
export function partWord(text: string): string {
  const word = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
  return word.slice(0, 24).replace(/-$/u, '') || 'x';
}
