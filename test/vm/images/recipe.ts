import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.ts';

/** How an image is made. The same inputs give the same folder name, so a changed recipe is built anew. */
export interface Recipe {
  /** Such as `kernel-bookworm`. */
  readonly name: string;
  /** One line for people: what it is and how long it takes. */
  readonly about: string;
  /** Everything that decides what comes out: package lists, scripts, options. */
  readonly inputs: readonly string[];
  /** Images that must be there first; `build` gets their folders in this order. */
  readonly needs: readonly Recipe[];
  /** Fills the empty folder. */
  build(folder: string, needed: readonly string[]): Promise<void>;
}

/** Tells a person what happens. */
export type Progress = (line: string) => void;

const CACHE = join(import.meta.dirname, '../../../.cache/images');
const HASH_CHARS = 12;

/** The folder of the image, whether it is there or not. */
export function imageFolder(recipe: Recipe): string {
  return join(CACHE, `${recipe.name}-${recipeHash(recipe)}`);
}

/** Whether the image is there. */
export function hasImage(recipe: Recipe): boolean {
  return existsSync(imageFolder(recipe));
}

/**
 * Returns the image's folder, after building it and what it needs if it is not there. It appears at once and
 * whole; of several callers, also in other processes, one builds and the others wait.
 *
 * @param rebuild also when it is there
 */
export async function ensureImage(recipe: Recipe, progress: Progress, rebuild = false): Promise<string> {
  const folder = imageFolder(recipe);
  if (!rebuild && existsSync(folder)) return folder;
  const needed: string[] = [];
  for (const need of recipe.needs) needed.push(await ensureImage(need, progress));
  await mkdir(CACHE, { recursive: true });
  await withLock(join(CACHE, `.${recipe.name}.lock`), async () => {
    if (!rebuild && existsSync(folder)) return;
    progress(`${recipe.name}: ${recipe.about}`);
    const startedAt = performance.now();
    await buildInto(folder, recipe, needed);
    progress(`${recipe.name}: done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  });
  return folder;
}

async function buildInto(folder: string, recipe: Recipe, needed: readonly string[]): Promise<void> {
  // Under the lock nobody else uses this name; a folder that is there was left by a build that was killed.
  const draft = join(CACHE, `.${recipe.name}.draft`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft);
  try {
    await recipe.build(draft, needed);
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function recipeHash(recipe: Recipe): string {
  const inputs = [...recipe.inputs, ...recipe.needs.map(recipeHash)];
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, HASH_CHARS);
}
