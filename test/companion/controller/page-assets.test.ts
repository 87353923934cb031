import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';
import { pageAssetsDefine } from '#companion/controller/assets/build-page.ts';
import { loadPageAssets } from '#companion/controller/assets/page-assets.ts';

test('from sources the page is built, and names no other host', async () => {
  const { html, script, style } = await loadPageAssets();
  assert.match(html, /<script type="module" src="\/page.js">/u);
  assert.ok(script.length > 50_000 && style.length > 5000);
  assert.doesNotMatch(style, /@import|url\(["']?https?:/u);
});

test('a bundle holds the page and neither esbuild nor the recipe', async () => {
  const result = await build({
    entryPoints: ['companion/controller/assets/page-assets.ts'],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    minifySyntax: true,
    define: await pageAssetsDefine(),
    logLevel: 'silent',
  });
  assert.deepEqual(Object.keys(result.metafile.inputs).sort(), [
    '<define:__CHERUB_PAGE_ASSETS__>',
    'companion/controller/assets/page-assets.ts',
  ]);
  assert.ok((result.outputFiles[0]?.text ?? '').includes('/api/ui/events'));
});
