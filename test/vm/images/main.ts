import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { Suite } from '../guest/description.ts';
import { GuestError } from '../guest/guest-error.ts';
import { debianRecipe } from './debian.ts';
import { initramfsRecipe } from './initramfs.ts';
import { kernelRecipe } from './kernel.ts';
import { kernelDebugRecipe } from './kernel-debug.ts';
import { ensureImage, hasImage, imageFolder, type Recipe } from './recipe.ts';
import { userlandRecipe } from './userland.ts';

const SUITES: readonly Suite[] = ['bookworm', 'bullseye', 'trixie', 'sid'];
const KINDS = [kernelRecipe, kernelDebugRecipe, userlandRecipe, initramfsRecipe, debianRecipe];
const DEFAULT_NAMES = ['initramfs-bookworm', 'debian-bookworm'];
const HELP = `Makes the images that guests of tests boot from, in .cache/images. What is there is left alone.

  scripts/images [NAME…]            make these; default: ${DEFAULT_NAMES.join(' ')}
  scripts/images --rebuild NAME…    make these anew
  scripts/images --list             every name, and which are there
  scripts/images --prune            remove images of older recipes

A name is KIND-SUITE: kernel, kernel-debug, userland, initramfs or debian; ${SUITES.join(', ')}.
`;

process.exitCode = await main(process.argv.slice(2));

/** Returns the exit code: 0 done, 1 failed, 2 wrong usage. */
async function main(args: readonly string[]): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith('-'));
  const names = args.filter((arg) => !arg.startsWith('-'));
  const [flag] = flags;
  if (flag === '--help' || flag === '-h') return say(HELP);
  if (flags.length > 1 || !['--list', '--prune', '--rebuild', undefined].includes(flag)) {
    return refuse(`unknown option ${flags.join(' ')}`);
  }
  const recipes = allRecipes();
  if (flag === '--list') return list(recipes);
  if (flag === '--prune') return prune(recipes);
  if (flag === '--rebuild' && names.length === 0) return refuse('--rebuild needs the names of the images');
  const chosen = (names.length > 0 ? names : DEFAULT_NAMES).map((name) => ({
    name,
    recipe: recipes.get(name),
  }));
  const unknown = chosen.find(({ recipe }) => recipe === undefined);
  if (unknown !== undefined)
    return refuse(`there is no image ${unknown.name}; scripts/images --list shows all`);
  try {
    for (const { recipe } of chosen) if (recipe !== undefined) await make(recipe, flag === '--rebuild');
    return 0;
  } catch (error) {
    if (!(error instanceof GuestError)) throw error;
    process.stderr.write(`scripts/images: ${error.message}\n`);
    return 1;
  }
}

async function make(recipe: Recipe, rebuild: boolean): Promise<void> {
  const progress = (line: string): void => {
    process.stderr.write(`[images] ${line}\n`);
  };
  const folder = await ensureImage(recipe, progress, rebuild);
  say(`${relative(process.cwd(), folder)}\n`);
}

function allRecipes(): Map<string, Recipe> {
  const recipes = SUITES.flatMap((suite) => KINDS.map((kind) => kind(suite)));
  return new Map(recipes.map((recipe) => [recipe.name, recipe]));
}

function list(recipes: ReadonlyMap<string, Recipe>): number {
  for (const recipe of recipes.values()) {
    say(`${recipe.name.padEnd(20)} ${hasImage(recipe) ? imageFolder(recipe) : '-'}\n`);
  }
  return 0;
}

async function prune(recipes: ReadonlyMap<string, Recipe>): Promise<number> {
  const current = new Set([...recipes.values()].map((recipe) => basename(imageFolder(recipe))));
  const [any] = recipes.values();
  const cache = any === undefined ? '' : dirname(imageFolder(any));
  for (const name of await readdir(cache).catch((): string[] => [])) {
    if (name.startsWith('.') || current.has(name)) continue;
    await rm(join(cache, name), { recursive: true, force: true });
    say(`removed ${name}\n`);
  }
  return 0;
}

function say(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

function refuse(text: string): 2 {
  process.stderr.write(`scripts/images: ${text}\n`);
  return 2;
}
