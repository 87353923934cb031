import type { Entry } from '../entries/entry.ts';

/** Content of one request, in characters; well below what the controllers take (Adam: no limit, ours: 4 MiB). */
const PART_CHARACTERS_MAX = 256 * 1024;
const PART_ENTRIES_MAX = 1000;

/**
 * Cuts a batch into requests: one app each, in the order in which the entries came, bounded in size. An entry
 * that is larger than a part makes a part of its own.
 */
export function splitBatch(batch: readonly Entry[]): Entry[][] {
  const byApp = new Map<string, Entry[]>();
  for (const entry of batch) {
    const list = byApp.get(entry.appId);
    if (list === undefined) byApp.set(entry.appId, [entry]);
    else list.push(entry);
  }
  return [...byApp.values()].flatMap(splitBySize);
}

function splitBySize(entries: readonly Entry[]): Entry[][] {
  const parts: Entry[][] = [];
  let part: Entry[] = [];
  let characters = 0;
  for (const entry of entries) {
    const size = entry.content.length + TAGS_ALLOWANCE;
    if (part.length > 0 && (characters + size > PART_CHARACTERS_MAX || part.length === PART_ENTRIES_MAX)) {
      parts.push(part);
      part = [];
      characters = 0;
    }
    part.push(entry);
    characters += size;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

/** For tags and framing; a guess that errs on the large side for ordinary entries. */
const TAGS_ALLOWANCE = 300;
