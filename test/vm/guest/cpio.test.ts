import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { encodeCpio } from './cpio.ts';

const list = (archive: Uint8Array): string[] =>
  execFileSync('cpio', ['-itv', '--quiet', '--numeric-uid-gid'], {
    input: archive,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC' },
  })
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/ Jan +1 +1970/, '').replace(/ +/g, ' '));

test('cpio reads every kind of entry, with the parents that were missing', () => {
  const archive = encodeCpio([
    { kind: 'directory', path: 'tmp', mode: 0o777 },
    { kind: 'file', path: '/a/b/program', mode: 0o755, content: Buffer.from('12345') },
    { kind: 'file', path: '/a/b/empty', content: new Uint8Array() },
    { kind: 'symlink', path: 'bin/sh', target: '/bin/busybox' },
    { kind: 'character-device', path: 'dev/console', major: 5, minor: 1 },
  ]);
  assert.deepEqual(list(archive), [
    'drwxrwxrwx 2 0 0 0 tmp',
    'drwxr-xr-x 2 0 0 0 a',
    'drwxr-xr-x 2 0 0 0 a/b',
    '-rwxr-xr-x 1 0 0 5 a/b/program',
    '-rw-r--r-- 1 0 0 0 a/b/empty',
    'drwxr-xr-x 2 0 0 0 bin',
    'lrwxrwxrwx 1 0 0 12 bin/sh -> /bin/busybox',
    'drwxr-xr-x 2 0 0 0 dev',
    'crw------- 1 0 0 5, 1 dev/console',
  ]);
});

test('the content comes back, whatever its length', () => {
  for (const length of [1, 2, 3, 4, 5, 4096]) {
    const content = Buffer.alloc(length, 'x');
    const archive = encodeCpio([{ kind: 'file', path: 'f', content }]);
    assert.equal(archive.length % 4, 0);
    assert.equal(
      execFileSync('cpio', ['-i', '--quiet', '--to-stdout', 'f'], { input: archive }).length,
      length,
    );
  }
});
