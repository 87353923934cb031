import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { collectLicenses, packagesOf } from '../../packaging/build/licenses.ts';

const root = join(import.meta.dirname, '../..');

test('packages are found by the files of a bundle, nested and scoped ones too', () => {
  const inputs = [
    'agent/platform/node/main.ts',
    'node_modules/yaml/dist/index.js',
    'node_modules/yaml/dist/parse.js',
    'node_modules/@peculiar/x509/build/x509.es.js',
    'node_modules/a/node_modules/b/index.js',
  ];
  assert.deepEqual(packagesOf(inputs), [
    'node_modules/@peculiar/x509',
    'node_modules/a/node_modules/b',
    'node_modules/yaml',
  ]);
});

test('the text holds the licences of Node.js and of each package', async () => {
  const license = join(root, 'node_modules/yaml/LICENSE');
  const text = await collectLicenses(root, ['node_modules/node-cron/dist/node-cron.cjs'], license);
  assert.match(text, /^Node\.js\n/);
  assert.match(text, /node-cron 4\.\d+\.\d+ \(ISC\)\n/);
});
