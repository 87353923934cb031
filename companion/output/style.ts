/** What a piece of text means; how that looks is decided here alone. */
export type Tone = 'good' | 'warn' | 'bad' | 'dim' | 'strong' | 'plain';

/** Gives a piece of text the look of its tone. */
export type Paint = (tone: Tone, text: string) => string;

const CODES: Readonly<Record<Exclude<Tone, 'plain'>, string>> = {
  good: '32',
  warn: '33',
  bad: '31;1',
  dim: '2',
  strong: '1',
};

/** @param color false: the text comes back as it is */
export function createPaint(color: boolean): Paint {
  return (tone, text) =>
    !color || tone === 'plain' || text === '' ? text : `\u001b[${CODES[tone]}m${text}\u001b[0m`;
}

/**
 * Whether to use colours: on a terminal that knows them, unless the environment asks for none (no-color.org).
 */
export function wantsColor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  const refused = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return isTerminal && !refused;
}
