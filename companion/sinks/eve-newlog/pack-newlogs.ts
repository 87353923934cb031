import { CUT_TAG, type EveLogEntry } from '../../eve/log-entry.ts';
import { encodeNewlog } from '../../eve/newlog.ts';

/**
 * Largest file. EVE makes files of up to 50,000 bytes, warns above, and removes one of more than 65,536 unread
 * (pkg/pillar/cmd/loguploader).
 */
export const FILE_BYTES_MAX = 50_000;

/**
 * Entries of one app as finished gzip files, in order. A single entry that does not fit one is cut and says so with
 * the tag `cherub.cut`.
 * @param uploadMs milliseconds since 1970
 */
export function packNewlogs(
  entries: readonly EveLogEntry[],
  appName: string,
  uploadMs: number,
): Uint8Array[] {
  if (entries.length === 0) return [];
  const file = encodeNewlog(entries, appName, uploadMs);
  if (file.length <= FILE_BYTES_MAX) return [file];
  if (entries.length > 1) {
    const half = entries.length >> 1;
    const parts = [entries.slice(0, half), entries.slice(half)];
    return parts.flatMap((part) => packNewlogs(part, appName, uploadMs));
  }
  return entries.flatMap((entry) => packNewlogs([cutInHalf(entry)], appName, uploadMs));
}

/** Ends: a line without content is at most 65,000 bytes of tags, and tags are cut away by the encoder's own rule. */
function cutInHalf(entry: EveLogEntry): EveLogEntry {
  const whole = entry.tags.get(CUT_TAG) ?? String(entry.content.length);
  if (entry.content === '') return { ...entry, source: '', tags: new Map([[CUT_TAG, whole]]) };
  const content = entry.content.slice(0, entry.content.length >> 1);
  return { ...entry, content, tags: new Map(entry.tags).set(CUT_TAG, whole) };
}
