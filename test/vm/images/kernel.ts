import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Suite } from '../guest/description.ts';
import { GuestError } from '../guest/guest-error.ts';
import { extractPackages } from './debian-packages.ts';
import type { Recipe } from './recipe.ts';

const PACKAGE = 'linux-image-cloud-amd64';

/** The files of a kernel image's folder. */
export const KERNEL_FILES = {
  image: 'vmlinuz',
  modules: 'modules',
  systemMap: 'System.map',
  config: 'config',
};

/** Debian's cloud kernel of a suite, with all its modules, its System.map and its configuration. */
export function kernelRecipe(suite: Suite): Recipe {
  return {
    name: `kernel-${suite}`,
    about: `unpacking ${PACKAGE} of ${suite} (about 10 s)`,
    inputs: [PACKAGE, suite, '1'],
    needs: [],
    build: async (folder) => {
      const tree = join(folder, 'tree');
      await extractPackages(suite, [PACKAGE], tree);
      await collectKernel(tree, folder);
      await rm(tree, { recursive: true });
    },
  };
}

/** Moves the kernel's files out of an unpacked tree. Newer packages keep all of them with the modules. */
async function collectKernel(tree: string, folder: string): Promise<void> {
  const { modules, release } = await findModules(tree);
  for (const name of [KERNEL_FILES.image, KERNEL_FILES.systemMap, KERNEL_FILES.config]) {
    const inBoot = join(tree, 'boot', `${name}-${release}`);
    await rename(existsSync(inBoot) ? inBoot : join(modules, name), join(folder, name));
  }
  await rename(modules, join(folder, KERNEL_FILES.modules));
}

/** /lib is a link to /usr/lib in newer suites, and an unpacked tree may have either or both. */
async function findModules(tree: string): Promise<{ readonly modules: string; readonly release: string }> {
  for (const lib of ['usr/lib', 'lib']) {
    const [release] = await readdir(join(tree, lib, 'modules')).catch((): string[] => []);
    if (release !== undefined) return { modules: join(tree, lib, 'modules', release), release };
  }
  throw new GuestError('image', `${PACKAGE} has no modules`);
}
