import { readFileSync } from 'node:fs';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GuestFile } from '#test/vm/guest/description.ts';
import { GuestError } from '#test/vm/guest/guest-error.ts';
import { runTool } from '#test/vm/guest/run-tool.ts';
import { extractPackages } from '#test/vm/images/debian-packages.ts';
import { KERNEL_FILES, kernelRecipe } from '#test/vm/images/kernel.ts';
import { kernelRelease } from '#test/vm/images/kernel-release.ts';
import { ensureImage, type Recipe } from '#test/vm/images/recipe.ts';

const SUITE = 'bookworm';
const SOURCE = join(import.meta.dirname, 'lockup.c');
const MODULE = 'lockup.ko';
const BUILD_MS = 5 * 60_000;
/** Where the module stands in the guest. */
const GUEST_PATH = '/lib/modules/lockup.ko';

/** Loads the injector; after it `echo hard 1 > /proc/lockup` and its kin do what lockup.c says. */
export const LOAD_LOCKUP = `insmod ${GUEST_PATH}`;

/** The injector as a file of an initramfs guest with bookworm's kernel; built when it is not there. */
export async function lockupModule(): Promise<GuestFile> {
  const folder = await ensureImage(recipe(), (line) => process.stderr.write(`[images] ${line}\n`));
  return { path: GUEST_PATH, from: join(folder, MODULE) };
}

function recipe(): Recipe {
  return {
    name: `lockup-${SUITE}`,
    about: 'building the module that locks a kernel up (about 60 s)',
    inputs: [readFileSync(SOURCE, 'utf8'), '1'],
    needs: [kernelRecipe(SUITE)],
    build: async (folder, [kernel = '']) => {
      const tree = join(folder, 'tree');
      const release = await kernelRelease(join(kernel, KERNEL_FILES.image));
      // Of exactly this kernel; when the archive has gone on, the kernel's image must be made anew as well.
      await extractPackages(SUITE, [`linux-headers-${release}`], tree);
      await cp(await buildModule(tree, release), join(folder, MODULE));
      await rm(tree, { recursive: true });
    },
  };
}

/** @returns the file that was built */
async function buildModule(tree: string, release: string): Promise<string> {
  const sources = join(tree, 'usr/src');
  const headers = join(sources, `linux-headers-${release}`);
  const common = (await readdir(sources)).find((name) => /^linux-headers-.*-common$/.test(name));
  if (common === undefined) throw new GuestError('image', `the headers of ${release} lack their common part`);
  // Debian's names the installed path; this tree is only unpacked.
  await writeFile(join(headers, 'Makefile'), `include ${join(sources, common)}/Makefile\n`);
  const work = join(tree, 'lockup');
  await mkdir(work);
  await cp(SOURCE, join(work, 'lockup.c'));
  await writeFile(join(work, 'Makefile'), 'obj-m := lockup.o\n');
  // Any gcc of the last years makes a module for a kernel of another one; Debian's name ends with its version.
  await runTool('make', ['-C', headers, `M=${work}`, 'CC=gcc', 'modules'], { deadlineMs: BUILD_MS });
  return join(work, MODULE);
}
