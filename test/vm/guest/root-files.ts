import { join } from 'node:path';
import { DEBIAN_FILES, debianRecipe } from '../images/debian.ts';
import { INITRD_FILE, initramfsRecipe } from '../images/initramfs.ts';
import { KERNEL_FILES, kernelRecipe } from '../images/kernel.ts';
import { ensureImage } from '../images/recipe.ts';
import type { Root } from './description.ts';

/** The files that a guest of some root boots from. */
export interface RootFiles {
  readonly kernel: string;
  readonly initrd: string | undefined;
  /** The modules of the kernel, if the framework may add its own archive to `initrd`. */
  readonly modules: string | undefined;
  /** The image of the root disk. */
  readonly disk: string | undefined;
  readonly kernelArguments: string;
}

/** Finds the files of a root, after building the images that are missing. */
export async function rootFiles(root: Root): Promise<RootFiles> {
  const progress = (line: string): void => {
    process.stderr.write(`[images] ${line}\n`);
  };
  switch (root.kind) {
    case 'initramfs': {
      const suite = root.suite ?? 'bookworm';
      const initramfs = await ensureImage(initramfsRecipe(suite), progress);
      const kernel = await ensureImage(kernelRecipe(suite), progress);
      return {
        kernel: join(kernel, KERNEL_FILES.image),
        modules: join(kernel, KERNEL_FILES.modules),
        initrd: join(initramfs, INITRD_FILE),
        disk: undefined,
        kernelArguments: '',
      };
    }
    case 'debian': {
      const debian = await ensureImage(debianRecipe(root.suite ?? 'bookworm'), progress);
      return {
        kernel: join(debian, DEBIAN_FILES.kernel),
        modules: join(debian, DEBIAN_FILES.modules),
        initrd: join(debian, DEBIAN_FILES.initrd),
        disk: join(debian, DEBIAN_FILES.disk),
        // The network card is eth0 in every suite.
        kernelArguments: 'net.ifnames=0',
      };
    }
    case 'custom':
      return {
        kernel: root.kernel,
        initrd: root.initrd,
        modules: undefined,
        disk: undefined,
        kernelArguments: root.kernelArguments ?? '',
      };
  }
}
