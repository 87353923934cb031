import { isIncidentId } from './incident-id.ts';

/** The folder of all incidents in the state directory. */
export const INCIDENTS_FOLDER = 'incidents';

/** Where an incident stands until it is sealed. */
export function openFolder(id: string): string {
  return `${id}.open`;
}

/** What is on its way out: its removal is finished at the next start. */
export function goneFolder(id: string): string {
  return `${id}.gone`;
}

export function archiveName(id: string): string {
  return `${id}.tar.gz`;
}

/** In an open incident. */
export const JOURNAL = 'journal.jsonl';

export type Place =
  | { readonly kind: 'sealed' | 'open' | 'gone' | 'archive'; readonly id: string }
  /** Half an archive. */
  | { readonly kind: 'scrap' }
  /** Not ours: left alone. */
  | { readonly kind: 'other' };

const KINDS = {
  '/': 'sealed',
  '.open/': 'open',
  '.gone/': 'gone',
  '.tar.gz': 'archive',
  '.tar.gz.new': 'scrap',
} as const;

/**
 * What a name in the folder of the incidents is.
 * @param name with a slash at the end when it is a folder
 */
export function placeOf(name: string): Place {
  const border = /[./]/u.exec(name)?.index ?? name.length;
  const id = name.slice(0, border);
  const ending = name.slice(border);
  if (!isIncidentId(id) || !isKnown(ending)) return { kind: 'other' };
  const kind = KINDS[ending];
  return kind === 'scrap' ? { kind } : { kind, id };
}

function isKnown(ending: string): ending is keyof typeof KINDS {
  return ending in KINDS;
}
