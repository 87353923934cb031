import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
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
  { file: 'cloud-init/binary-from-recorder.yaml', placeholders: ['@APP@'] },
  { file: 'cloud-init/binary-in-user-data.yaml', placeholders: ['@AGENT@', '@APP@'] },
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

test('cloud-init/cron-and-logger.yaml carries the script of packaging/ as it is', () => {
  const data = parse(read('cloud-init/cron-and-logger.yaml').replaceAll('@APP@', 'web')) as UserData;
  const content = (path: string): string | undefined =>
    data.write_files.find((each) => each.path === path)?.content;
  assert.equal(content('/usr/local/lib/cherub/heartbeat'), read('packaging/cron/cherub-heartbeat'));
  assert.equal(content('/etc/default/cherub-heartbeat'), "APP='web'\n");
  assert.match(content('/etc/cron.d/cherub-heartbeat') ?? '', /^\* \* \* \* \* root \/usr\/local\/lib/m);
});

test('cloud-init/package-from-apt.yaml names package and repository once each', () => {
  const text = read('cloud-init/package-from-apt.yaml').replace(/^#.*$/gm, '');
  assert.deepEqual(text.match(/@[A-Z]+@/g), ['@REPOSITORY@', '@PACKAGE@', '@APP@']);
});

test('cloud-init/vendor-data.sh installs as the recipe for the recorder disk does, with the unit of packaging/', () => {
  const script = read('cloud-init/vendor-data.sh');
  const data = parse(read('cloud-init/binary-from-recorder.yaml').replaceAll('@APP@', 'web')) as UserData;
  const recipe =
    data.write_files.find((each) => each.path === '/usr/local/sbin/cherub-install')?.content ?? '';
  const finding = recipe.slice(
    recipe.indexOf('fail() {'),
    recipe.indexOf('/usr/local/bin/cherub-agent --check'),
  );
  assert.ok(finding.length > 1000 && script.includes(finding));
  assert.ok(script.includes(`<<'UNIT'\n${read('packaging/systemd/cherub-agent.service')}UNIT\n`));
  assert.equal(spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' }).status, 0);
});

test('user-data that carries the compact build, made as the guide says, stays below 1 MiB and gives it back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cherub-user-data-'));
  try {
    const commands = /^xz -9 [^`]*/m.exec(read('cloud-init/README.md'))?.[0] ?? assert.fail('no commands');
    for (const machine of ['x64', 'arm64']) {
      const agent = readFileSync(join(root, `dist/cherub-agent-compact-linux-${machine}`));
      writeFileSync(join(folder, 'cherub-agent'), agent);
      cpSync(join(root, 'cloud-init'), join(folder, 'cloud-init'), { recursive: true });
      const { status, stderr } = spawnSync('bash', ['-ec', commands], { cwd: folder, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      const userData = readFileSync(join(folder, 'user-data'));
      assert.ok(userData.length < 1_048_576, `${machine}: ${userData.length} bytes`);
      const data = parse(gunzipSync(userData).toString()) as UserData;
      const packed = data.write_files.find((each) => each.path.endsWith('.xz'))?.content ?? '';
      const unpacked = spawnSync('xz', ['-dc'], {
        input: Buffer.from(packed, 'base64'),
        maxBuffer: 64 * 1024 * 1024,
      });
      assert.ok(agent.equals(unpacked.stdout), machine);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
