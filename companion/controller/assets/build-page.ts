import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { PageAssets } from './page-assets.ts';

/**
 * Builds the page from `../page/`. Used from sources only: by `loadPageAssets`, and by the packaging, which
 * puts the result into the binary with {@link pageAssetsDefine}.
 */
export async function buildPage(): Promise<PageAssets> {
  const page = fileURLToPath(new URL('../page/', import.meta.url));
  // Not `build`: it leaves a service process behind that would live as long as the controller.
  const result = buildSync({
    absWorkingDir: page,
    entryPoints: { page: 'main.ts', style: 'page.css' },
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    format: 'esm',
    target: ['es2022'],
    legalComments: 'eof',
    logLevel: 'silent',
  });
  const text = (ending: string): string =>
    result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return {
    html: await readFile(`${page}index.html`, 'utf8'),
    script: text('.js'),
    style: text('.css'),
  };
}

/** What a bundler must define so that the page stands in its bundle. */
export async function pageAssetsDefine(): Promise<Record<string, string>> {
  return { __CHERUB_HAS_PAGE__: 'true', __CHERUB_PAGE_ASSETS__: JSON.stringify(await buildPage()) };
}
