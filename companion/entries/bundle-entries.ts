import { createHash } from 'node:crypto';
import type { Entry } from './entry.ts';
import type { EntrySubject } from './entry-factory.ts';

/**
 * Bytes of an archive in one entry: 43,692 characters of base64, so that an entry fits a line of EVE's newlog (65,000 bytes)
 * and, packed again, a file of it (50,000).
 */
export const BUNDLE_CHUNK_BYTES = 32 * 1024;

/** A sealed archive that can be read from its beginning more than once. */
export interface SealedArchive {
  readonly incident: string;
  readonly bytes: number;
  readonly read: () => AsyncIterable<Uint8Array>;
}

/**
 * An incident's archive as numbered entries, which `cherub bundle join` puts together and checks. The same archive gives
 * the same entries, so that what is sent twice is known again.
 */
export async function* bundleEntries(
  subject: EntrySubject,
  archive: SealedArchive,
  atMs: number,
): AsyncGenerator<Entry> {
  const hash = createHash('sha256');
  for await (const bytes of archive.read()) hash.update(bytes);
  const sha256 = hash.digest('hex');
  const parts = Math.max(1, Math.ceil(archive.bytes / BUNDLE_CHUNK_BYTES));
  let part = 0;
  for await (const chunk of chunksOf(archive.read())) {
    part += 1;
    yield {
      id: `${subject.appId}/bundle/${archive.incident}/${part}`,
      appId: subject.appId,
      appName: subject.appName,
      atMs,
      severity: 'info',
      source: 'cherub',
      content: chunk.toString('base64'),
      tags: {
        'cherub.kind': 'bundle',
        'cherub.incident': archive.incident,
        'cherub.part': String(part),
        'cherub.parts': String(parts),
        'cherub.bytes': String(archive.bytes),
        'cherub.sha256': sha256,
      },
    };
  }
}

async function* chunksOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const bytes of source) {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= BUNDLE_CHUNK_BYTES) {
      yield rest.subarray(0, BUNDLE_CHUNK_BYTES);
      rest = rest.subarray(BUNDLE_CHUNK_BYTES);
    }
  }
  if (rest.length > 0) yield rest;
}
