import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

const ARTIFACTS = join(import.meta.dirname, '../../../artifacts/vm');
const NAME_CHARS_MAX = 120;

/** The folder for the evidence of one guest of one test. */
export function artifactFolder(testName: string, guestName: string): string {
  return join(ARTIFACTS, folderName(testName), folderName(guestName));
}

/** Removes what an earlier run left, so that nobody takes it for this one's. */
export function clearArtifacts(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Copies files that exist, and writes texts, into the folder.
 *
 * @returns the folder relative to the working directory, for the message to people
 */
export function saveArtifacts(
  folder: string,
  files: readonly string[],
  texts: Readonly<Record<string, string>>,
): string {
  mkdirSync(folder, { recursive: true });
  for (const file of files) if (existsSync(file)) cpSync(file, join(folder, basename(file)));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  return relative(process.cwd(), folder) || '.';
}

function folderName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+|-+$/g, '');
  return plain.slice(0, NAME_CHARS_MAX) || 'unnamed';
}
