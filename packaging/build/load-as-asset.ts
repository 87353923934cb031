import type { Plugin } from 'esbuild';

/**
 * Lets a program find a package in its executable, as an asset, and compile it at its first use. V8 keeps the source of the
 * whole program in memory as long as it runs; so a large package that a process seldom needs is better not part of it.
 * @param name the package, and the name of the asset that must hold it as one CommonJS text
 */
export function loadAsAsset(name: string): Plugin {
  const contents = `
    const { getAsset } = require('node:sea');
    const { compileFunction } = require('node:vm');
    const names = ['module', 'exports', 'require'];
    const run = compileFunction(getAsset('${name}', 'utf8'), names, { filename: '${name}' });
    run(module, exports, require);`;
  return {
    name: `load ${name} as an asset`,
    setup(build) {
      const namespace = `asset:${name}`;
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace }));
      build.onLoad({ filter: /.*/, namespace }, () => ({ contents, loader: 'js' }));
    },
  };
}
