import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { IncidentFiles } from '../incident-files.ts';
import { MANIFEST, type Manifest } from '../manifest.ts';
import { archiveName } from '../places.ts';
import { type ArchiveEntry, formatArchive } from './ustar.ts';

/**
 * A sealed bundle as one gzip of a tar: all in a folder with the incident's name, the manifest first. Parts that hold
 * memory stay out unless asked for.
 */
export async function writeArchive(
  files: IncidentFiles,
  manifest: Manifest,
  write: (bytes: AsyncIterable<Uint8Array>) => Promise<void>,
  o: { readonly withMemory: boolean } = { withMemory: false },
): Promise<void> {
  const { id, sealedAtMs } = manifest;
  const entry = (path: string, bytes: number): ArchiveEntry => ({
    name: `${id}/${path}`,
    bytes,
    modifiedMs: sealedAtMs,
    content: () => files.stream(`${id}/${path}`),
  });
  const parts = manifest.parts.filter((part) => o.withMemory || part.local !== true);
  const manifestBytes = (await files.size(`${id}/${MANIFEST}`)) ?? 0;
  const entries = [entry(MANIFEST, manifestBytes), ...parts.map(({ path, bytes }) => entry(path, bytes))];
  await pipeline(Readable.from(formatArchive(entries)), createGzip(), (compressed) => write(compressed));
}

/** The archive that stands beside a sealed bundle. Whole or not there. */
export async function keepArchive(files: IncidentFiles, manifest: Manifest): Promise<void> {
  const name = archiveName(manifest.id);
  await writeArchive(files, manifest, (bytes) => files.write(`${name}.new`, bytes));
  await files.rename(`${name}.new`, name);
}
