import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Suite } from '../guest/description.ts';
import { runTool } from '../guest/run-tool.ts';
import { mirrorArguments } from './debian-packages.ts';
import { KERNEL_FILES, kernelRecipe } from './kernel.ts';
import { kernelRelease } from './kernel-release.ts';
import type { Recipe } from './recipe.ts';

const DEADLINE_MS = 15 * 60_000;

/** The kernel of a suite with its debug information, as `crash` wants it, and its real System.map, both as Debian names them. */
export function kernelDebugRecipe(suite: Suite): Recipe {
  return {
    name: `kernel-debug-${suite}`,
    about: 'unpacking the debug symbols of the kernel (300 MB to download, about 2 min)',
    inputs: [suite, '1'],
    needs: [kernelRecipe(suite)],
    build: async (folder, [kernel = '']) => {
      // Of exactly this kernel; when the archive has gone on, the kernel's image must be made anew as well.
      const release = await kernelRelease(join(kernel, KERNEL_FILES.image));
      const out = join(folder, 'boot');
      await mkdir(out);
      // Two files of many: the others, 1.2 GB of modules, are not even packed.
      const keep = `cp "$1"/usr/lib/debug/boot/*-${release} '${out}'`;
      const include = `--include=linux-image-${release}-dbg`;
      const args = ['--variant=extract', include, `--extract-hook=${keep}`, suite, '/dev/null'];
      await runTool('mmdebstrap', [...args, ...mirrorArguments(suite)], { deadlineMs: DEADLINE_MS });
    },
  };
}
