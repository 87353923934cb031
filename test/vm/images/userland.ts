import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Suite } from '../guest/description.ts';
import { extractPackages } from './debian-packages.ts';
import type { Recipe } from './recipe.ts';

const PACKAGES = ['busybox-static', 'libc6', 'libgcc-s1', 'libstdc++6'];
/** What programs linked with glibc and libstdc++ need, Node.js among them. */
const LIBRARIES =
  /^(libc|libm|libdl|libpthread|librt|libresolv|libgcc_s|libstdc\+\+|libnss_files|libnss_dns|libutil)\.so\.\d+$/;
const LIBRARY_FOLDERS = ['lib/x86_64-linux-gnu', 'usr/lib/x86_64-linux-gnu'];
const LOADER = 'ld-linux-x86-64.so.2';

/** The files of the image's folder: one program, and the libraries without links. */
export const USERLAND_FILES = { busybox: 'busybox', libraries: 'lib', loader: LOADER };

/** busybox and glibc of a suite, for the initramfs. */
export function userlandRecipe(suite: Suite): Recipe {
  return {
    name: `userland-${suite}`,
    about: `unpacking busybox and glibc of ${suite} (about 5 s)`,
    inputs: [suite, ...PACKAGES, LIBRARIES.source, '1'],
    needs: [],
    build: async (folder) => {
      const tree = join(folder, 'tree');
      await extractPackages(suite, PACKAGES, tree);
      await mkdir(join(folder, USERLAND_FILES.libraries));
      for (const from of LIBRARY_FOLDERS) await copyLibraries(join(tree, from), folder);
      await rename(
        await firstThatExists(tree, ['usr/bin/busybox', 'bin/busybox']),
        join(folder, USERLAND_FILES.busybox),
      );
      await rm(tree, { recursive: true });
    },
  };
}

async function copyLibraries(from: string, folder: string): Promise<void> {
  const names = await readdir(from).catch((): string[] => []);
  for (const name of names.filter((n) => LIBRARIES.test(n))) {
    await cp(join(from, name), join(folder, USERLAND_FILES.libraries, name), { dereference: true });
  }
  if (names.includes(LOADER)) await cp(join(from, LOADER), join(folder, LOADER), { dereference: true });
}

async function firstThatExists(tree: string, paths: readonly string[]): Promise<string> {
  for (const path of paths) {
    const found = await stat(join(tree, path)).catch(() => undefined);
    if (found !== undefined) return join(tree, path);
  }
  return join(tree, paths[0] ?? '');
}
