/** The three files of the page, as text. */
export interface PageAssets {
  readonly html: string;
  readonly script: string;
  readonly style: string;
}

/** Both are put in place by the bundler (see build-page.ts), and are not there when Cherub runs from its sources. */
declare const __CHERUB_HAS_PAGE__: boolean | undefined;
declare const __CHERUB_PAGE_ASSETS__: PageAssets;

/** The page: the one in the bundle, or one that is built now from the sources. */
export async function loadPageAssets(): Promise<PageAssets> {
  // One expression: esbuild drops the other branch, and with it itself, only where the choice is constant.
  return typeof __CHERUB_HAS_PAGE__ !== 'undefined'
    ? __CHERUB_PAGE_ASSETS__
    : (await import('./build-page.ts')).buildPage();
}
