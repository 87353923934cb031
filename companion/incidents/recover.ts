import { keepArchive } from './archive/write-archive.ts';
import type { IncidentFiles } from './incident-files.ts';
import { replayJournal } from './journal.ts';
import { MANIFEST, type Manifest, parseManifest } from './manifest.ts';
import { archiveName, JOURNAL, openFolder, placeOf } from './places.ts';
import { finishSeal, sealIncident } from './seal.ts';

const JOURNAL_BYTES_MAX = 64 * 1024 * 1024;
export const MANIFEST_BYTES_MAX = 16 * 1024 * 1024;

export interface Recovery {
  /** Were open when the last companion ended, and are sealed now with what they had. */
  readonly sealed: readonly string[];
  /** One line for a person for each one that could not be; it is tried again at the next start. */
  readonly problems: readonly string[];
}

/**
 * Puts the folder of the incidents in order after a start: whatever moment the last companion ended at, each incident is
 * whole or not there. Call it before any incident is opened.
 */
export async function recoverIncidents(files: IncidentFiles, nowMs: number): Promise<Recovery> {
  await files.makeFolder('.');
  const names = await files.list('.');
  const sealed: string[] = [];
  const problems: string[] = [];
  for (const name of names) {
    const place = placeOf(name);
    try {
      if (place.kind === 'gone' || place.kind === 'scrap') await files.remove(name.replace(/\/$/u, ''));
      else if (place.kind === 'archive' && !names.includes(`${place.id}/`)) await files.remove(name);
      else if (place.kind === 'open' && (await recoverOpen(files, place.id, nowMs))) sealed.push(place.id);
      else if (place.kind === 'sealed' && !names.includes(archiveName(place.id))) {
        await archiveAgain(files, place.id);
      }
    } catch (error) {
      problems.push(`incident ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { sealed, problems };
}

/** @returns false: nothing had been begun, so there is no incident */
async function recoverOpen(files: IncidentFiles, id: string, nowMs: number): Promise<boolean> {
  const folder = openFolder(id);
  const manifest = await readManifest(files, folder);
  if (manifest !== undefined) {
    await finishSeal(files, manifest);
    return true;
  }
  const journal = await files.read(`${folder}/${JOURNAL}`, JOURNAL_BYTES_MAX);
  const state = journal && replayJournal(journal.toString());
  if (state === undefined || state.head.id !== id) {
    await files.remove(folder);
    return false;
  }
  await sealIncident(files, state, { sealedAtMs: nowMs, interrupted: true });
  return true;
}

async function archiveAgain(files: IncidentFiles, id: string): Promise<void> {
  const manifest = await readManifest(files, id);
  if (manifest === undefined) throw new Error('its manifest cannot be read');
  await keepArchive(files, manifest);
}

/** @returns undefined: there is none, or it is none */
export async function readManifest(files: IncidentFiles, folder: string): Promise<Manifest | undefined> {
  const bytes = await files.read(`${folder}/${MANIFEST}`, MANIFEST_BYTES_MAX);
  return bytes && parseManifest(bytes.toString());
}
