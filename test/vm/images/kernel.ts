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
      // In newer suites /lib is a link to /usr/lib, and the package has the modules there.
      await extractPackages(suite, [PACKAGE], ['./boot/*', './*lib/modules/*'], tree);
      const boot = await readdir(join(tree, 'boot'));
      const image = boot.find((name) => name.startsWith('vmlinuz-'));
      if (image === undefined) throw new GuestError('image', `${PACKAGE} of ${suite} has no /boot/vmlinuz-*`);
      const release = image.slice('vmlinuz-'.length);
      await rename(join(tree, 'boot', image), join(folder, KERNEL_FILES.image));
      await rename(join(tree, 'boot', `config-${release}`), join(folder, KERNEL_FILES.config));
      await rename(join(tree, 'boot', `System.map-${release}`), join(folder, KERNEL_FILES.systemMap));
      await rename(await modulesOf(tree, release), join(folder, KERNEL_FILES.modules));
      await rm(tree, { recursive: true });
    },
  };
}

async function modulesOf(tree: string, release: string): Promise<string> {
  for (const lib of ['usr/lib', 'lib']) {
    const names = await readdir(join(tree, lib, 'modules')).catch((): string[] => []);
    if (names.includes(release)) return join(tree, lib, 'modules', release);
  }
  throw new GuestError('image', `no modules for kernel ${release}`);
}
