import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface UserData {
  readonly write_files: readonly {
    readonly path: string;
    readonly permissions: string;
    readonly content: string;
  }[];
  readonly runcmd: readonly (readonly string[])[];
}

const RECIPES = [
  { file: 'cloud-init/binary-from-disk.yaml', placeholders: ['@APP@'] },
  { file: 'cloud-init/binary-from-http.yaml', placeholders: ['@APP@', '@SHA256@', '@URL@'] },
];

for (const { file, placeholders } of RECIPES) {
  describe(file, () => {
    const text = read(file);
    const data = parse(text.replaceAll('@APP@', 'web')) as UserData;
    const fileAt = (path: string): string =>
      data.write_files.find((each) => each.path === path)?.content ?? assert.fail(`${path} is not written`);

    test('is user-data for cloud-init, well below its size limit', () => {
      assert.ok(text.startsWith('#cloud-config\n'));
      assert.ok(text.length < 16 * 1024);
    });

    test('carries the systemd unit of packaging/ as it is', () => {
      assert.equal(
        fileAt('/etc/systemd/system/cherub-agent.service'),
        read('packaging/systemd/cherub-agent.service'),
      );
    });

    test('writes a configuration that names the application', () => {
      assert.equal((parse(fileAt('/etc/cherub/agent.yaml')) as { app: string }).app, 'web');
    });

    test('runs an install script that a POSIX shell can read', () => {
      assert.deepEqual(data.runcmd, [['/usr/local/sbin/cherub-install']]);
      const input = fileAt('/usr/local/sbin/cherub-install');
      const { status, stderr } = spawnSync('sh', ['-n'], { input, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    });

    test('has the placeholders that the guide tells to replace, and no other', () => {
      const code = text.replace(/^#.*$/gm, '');
      assert.deepEqual([...new Set(code.match(/@[A-Z0-9]+@/g))].sort(), placeholders);
      for (const name of placeholders) assert.ok(read('cloud-init/README.md').includes(name), name);
    });
  });
}
