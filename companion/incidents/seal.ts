import { createHash } from 'node:crypto';
import { keepArchive } from './archive/write-archive.ts';
import type { IncidentPart, MissingPart } from './incident.ts';
import { hashFile, type IncidentFiles } from './incident-files.ts';
import { applyEvent, type IncidentState } from './journal.ts';
import {
  EVIDENCE,
  formatManifest,
  MANIFEST,
  type Manifest,
  REPORT_HTML,
  REPORT_TEXT,
  toManifest,
} from './manifest.ts';
import { JOURNAL, openFolder } from './places.ts';
import { formatReportPage } from './report/page.ts';
import { formatReportText } from './report/text.ts';

export interface SealOptions {
  readonly sealedAtMs: number;
  /** The companion that opened it is not the one that seals it. */
  readonly interrupted: boolean;
}

/**
 * Seals an open incident: reports, then the manifest, then its final name, then the archive. Ended at any moment, it
 * goes on from `recoverIncidents`.
 */
export async function sealIncident(
  files: IncidentFiles,
  state: IncidentState,
  o: SealOptions,
): Promise<Manifest> {
  const { id } = state.head;
  const folder = openFolder(id);
  const checked = await checkParts(files, state);
  const own = await writeReports(files, checked, o);
  const manifest = toManifest({ ...checked, parts: [...own, ...checked.parts] }, o);
  await replace(files, `${folder}/${MANIFEST}`, formatManifest(manifest));
  return finishSeal(files, manifest);
}

/** The steps after the manifest. */
export async function finishSeal(files: IncidentFiles, manifest: Manifest): Promise<Manifest> {
  const folder = openFolder(manifest.id);
  await removeLeftovers(files, folder, manifest);
  await files.rename(folder, manifest.id);
  await keepArchive(files, manifest);
  return manifest;
}

/** What the journal promises and the disk does not hold is missing: a manifest never names a hash that is not there. */
async function checkParts(files: IncidentFiles, state: IncidentState): Promise<IncidentState> {
  let checked: IncidentState = { ...state, parts: [] };
  for (const part of state.parts) {
    const path = `${openFolder(state.head.id)}/${part.path}`;
    const found = (await files.size(path)) === undefined ? undefined : await hashFile(files, path);
    const isWhole = found?.sha256 === part.sha256;
    const reason = found === undefined ? 'the file is gone' : 'the file was changed after it was taken';
    checked = applyEvent(
      checked,
      isWhole ? { kind: 'part', part } : { kind: 'missing', missing: toMissing(part, reason) },
    );
  }
  return checked;
}

function toMissing({ path, source, level, takenAtMs }: IncidentPart, reason: string): MissingPart {
  return { path, source, level, takenAtMs, reason };
}

async function writeReports(
  files: IncidentFiles,
  state: IncidentState,
  o: SealOptions,
): Promise<IncidentPart[]> {
  const report = { ...state, ...o };
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
  const texts = [
    { path: REPORT_HTML, mediaType: 'text/html', text: formatReportPage(report, sha256) },
    { path: REPORT_TEXT, mediaType: 'text/plain', text: formatReportText(report) },
    { path: EVIDENCE, mediaType: 'application/json', text: `${JSON.stringify(state.evidence)}\n` },
  ];
  const parts: IncidentPart[] = [];
  for (const { path, mediaType, text } of texts) {
    const bytes = Buffer.from(text);
    await replace(files, `${openFolder(state.head.id)}/${path}`, bytes);
    parts.push({
      path,
      source: 'cherub',
      level: 'observe',
      takenAtMs: o.sealedAtMs,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      mediaType,
    });
  }
  return parts;
}

async function replace(files: IncidentFiles, path: string, content: string | Uint8Array): Promise<void> {
  await files.write(`${path}.new`, typeof content === 'string' ? Buffer.from(content) : content);
  await files.rename(`${path}.new`, path);
}

/** The journal, and files of parts that were never finished: a sealed bundle holds what its manifest names. */
async function removeLeftovers(files: IncidentFiles, folder: string, manifest: Manifest): Promise<void> {
  const wanted = new Set([MANIFEST, ...manifest.parts.map((part) => part.path)]);
  const removeIn = async (below: string): Promise<void> => {
    for (const name of await files.list(`${folder}/${below}`)) {
      const path = `${below}${name}`;
      if (name.endsWith('/') && [...wanted].some((each) => each.startsWith(path))) await removeIn(path);
      else if (!wanted.has(path) && path !== JOURNAL)
        await files.remove(`${folder}/${path.replace(/\/$/u, '')}`);
    }
  };
  await removeIn('');
  await files.remove(`${folder}/${JOURNAL}`);
}
