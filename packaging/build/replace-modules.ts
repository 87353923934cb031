import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Puts files of ours in the place of built-in modules.
 * @param root the project
 * @param replaced built-in modules without `node:`, each with its stand-in relative to the root
 */
export function replaceModules(root: string, replaced: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'replace modules',
    setup(build) {
      for (const [name, path] of Object.entries(replaced)) {
        const filter = new RegExp(`^(?:node:)?${name}$`);
        build.onResolve({ filter }, () => ({ path: join(root, path) }));
      }
    },
  };
}
