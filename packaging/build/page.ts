import { join } from 'node:path';

interface PageBuilder {
  /** Definitions for esbuild that put the built page into a program. */
  pageAssetsDefine(): Promise<Record<string, string>>;
}

/**
 * Builds the controller's page with the controller's own recipe. Loaded by path at run time and not imported, so that
 * building the agent needs nothing of the companion.
 * @param root the project
 */
export async function buildPage(root: string): Promise<Record<string, string>> {
  const recipe = (await import(join(root, 'companion/controller/assets/build-page.ts'))) as PageBuilder;
  return recipe.pageAssetsDefine();
}
