/** The three files of the page, as text. */
export interface PageAssets {
  readonly html: string;
  readonly script: string;
  readonly style: string;
}

/** Put in place by the bundler (see build-page.ts); not there when Cherub runs from its sources. */
declare const __CHERUB_PAGE_ASSETS__: PageAssets;
/** A constant in a bundle, so that the bundler can drop what only runs from the sources. */
declare const __CHERUB_BUNDLED__: true | undefined;

/** The page: the one in the bundle, or one that is built now from the sources. */
export async function loadPageAssets(): Promise<PageAssets> {
  if (typeof __CHERUB_BUNDLED__ === 'undefined') {
    const { buildPage } = await import('./build-page.ts');
    return buildPage();
  }
  return __CHERUB_PAGE_ASSETS__;
}
