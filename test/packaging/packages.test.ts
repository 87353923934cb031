import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { arch, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'dist/packages');
const scratch = mkdtempSync(join(tmpdir(), 'cherub-packages-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const files = (format: string): string[] => globSync(`*.${format}`, { cwd: folder }).sort();

/** Runs a program that must end with 0, and gives what it wrote. */
function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 120_000 });
  assert.equal(status, 0, `${program} ${args.join(' ')}: ${error?.message ?? ''}${stdout}${stderr}`);
  return stdout;
}

/** A root with busybox for the packages' scripts and nothing else. */
function makeRoot(name: string): string {
  const place = join(scratch, name);
  for (const each of ['bin', 'dev', 'etc', 'run', 'tmp', 'var/lib/dpkg']) {
    mkdirSync(join(place, each), { recursive: true });
  }
  copyFileSync('/bin/busybox', join(place, 'bin/busybox'));
  for (const tool of ['sh', 'cat', 'rm', 'rmdir', 'mkdir', 'grep', 'chmod', 'sed']) {
    symlinkSync('busybox', join(place, 'bin', tool));
  }
  return place;
}

const AGENT_FILES = [
  '/etc/cherub/agent.yaml',
  '/usr/bin/cherub-agent',
  '/usr/lib/sysctl.d/60-cherub-sysrq.conf',
  '/usr/lib/udev/rules.d/60-cherub-agent.rules',
  '/usr/share/man/man8/cherub-agent.8.gz',
];
const CRON_FILES = ['/etc/default/cherub-heartbeat', '/usr/lib/cherub/heartbeat'];

test('there is a package of each kind for x64 and arm64, and SHA256SUMS names each with its checksum', () => {
  for (const words of [
    ['amd64', 'arm64', 'all'],
    ['x86_64', 'aarch64', 'noarch'],
  ]) {
    for (const word of words) {
      const suffix = word === 'noarch' || word === 'all' ? 'cron' : 'standard';
      assert.equal(
        globSync(`cherub-agent-${suffix}*[-_.]${word}.{deb,rpm}`, { cwd: folder }).length,
        1,
        word,
      );
    }
  }
  assert.equal(files('apk').filter((file) => file.includes('-cron-')).length, 1);
  const sums = spawnSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });
  assert.equal(sums.status, 0, sums.stdout);
  for (const format of ['deb', 'rpm', 'apk']) {
    for (const file of files(format)) assert.ok(sums.stdout.includes(`${file}: OK`), file);
  }
});

for (const file of files('deb')) {
  test(`${file} holds its files, names its configuration, and conflicts with its sisters`, () => {
    const path = join(folder, file);
    const name = file.split('_')[0] ?? '';
    const list = run('dpkg-deb', ['--contents', path]);
    const expected =
      name === 'cherub-agent-cron'
        ? [...CRON_FILES, '/etc/cron.d/cherub-heartbeat']
        : [...AGENT_FILES, '/usr/lib/systemd/system/cherub-agent.service'];
    for (const each of expected) assert.ok(list.includes(` .${each}\n`), `${each} in\n${list}`);
    const conffiles = run('dpkg-deb', ['--ctrl-tarfile', path]).length > 0;
    assert.ok(conffiles);
    const sisters = ['cherub-agent', 'cherub-agent-standard', 'cherub-agent-cron'].filter((n) => n !== name);
    for (const field of ['Conflicts', 'Replaces']) {
      assert.deepEqual(run('dpkg-deb', ['--field', path, field]).trim().split(/, */).sort(), sisters.sort());
    }
  });
}

describe('rpm', () => {
  const native = arch() === 'arm64' ? 'aarch64' : 'x86_64';
  for (const file of files('rpm').filter((each) => each.includes(native) || each.includes('noarch'))) {
    test(`installs ${file} into a root, keeps a changed configuration, and removes it without a trace`, () => {
      const place = makeRoot(file);
      // As Debian patches it, rpm warns that dpkg is the system's own.
      const rpm = (...args: string[]): string => run('rpm', ['--root', place, '--nodeps', ...args]);
      const path = join(folder, file);
      const name = run('rpm', ['-qp', '--queryformat', '%{NAME}', path]);
      const config =
        name === 'cherub-agent-cron' ? '/etc/default/cherub-heartbeat' : '/etc/cherub/agent.yaml';
      run('rpm', ['--root', place, '--initdb']);
      rpm('--install', path);
      for (const each of name === 'cherub-agent-cron' ? CRON_FILES : AGENT_FILES) {
        assert.ok(existsSync(join(place, each)), each);
      }
      assert.equal(rpm('--verify', name), '');
      appendFileSync(join(place, config), '# mine\n');
      rpm('--upgrade', '--replacepkgs', path);
      assert.match(readFileSync(join(place, config), 'utf8'), /# mine\n$/);
      rmSync(join(place, config));
      rpm('--erase', name);
      assert.deepEqual(globSync('{usr,etc,run,var,root}/**/*cherub*', { cwd: place }), []);
    });
  }
});

/** The gzip streams of an apk, each with its compressed bytes and what is in it. */
function streamsOf(bytes: Buffer): { packed: Buffer; content: Buffer }[] {
  const streams: { packed: Buffer; content: Buffer }[] = [];
  for (let at = 0; at < bytes.length; ) {
    assert.equal(bytes.readUInt16BE(at), 0x1f8b, 'a gzip stream begins here');
    assert.equal(bytes[at + 3], 0, 'with no optional fields');
    // `info` gives the engine beside the bytes, which knows how much it has read.
    const answer = inflateRawSync(bytes.subarray(at + 10), { info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    const end = at + 10 + answer.engine.bytesWritten + 8;
    streams.push({ packed: bytes.subarray(at, end), content: answer.buffer });
    at = end;
  }
  return streams;
}

for (const file of files('apk')) {
  test(`${file} is control and data as apk-tools reads them, and its files arrive in a root`, () => {
    const bytes = readFileSync(join(folder, file));
    const [control, data, ...more] = streamsOf(bytes);
    assert.ok(control !== undefined && data !== undefined && more.length === 0);
    const info = control.content.toString('latin1');
    const hash = createHash('sha256').update(data.packed).digest('hex');
    assert.ok(info.includes(`datahash = ${hash}`), 'the control part vouches for the data part');
    assert.match(info, /^\.PKGINFO\0/);
    for (const script of ['.post-install', '.pre-deinstall']) assert.ok(info.includes(script), script);
    const place = makeRoot(file);
    run('tar', ['-xzf', join(folder, file), '-C', place, '--warning=no-unknown-keyword']);
    const agent = [...AGENT_FILES, '/etc/init.d/cherub-agent'];
    for (const each of file.startsWith('cherub-agent-cron') ? CRON_FILES : agent) {
      assert.ok(existsSync(join(place, each)), each);
    }
  });
}

test('every script of a package can be read by a POSIX shell, and asks no network', () => {
  const scripts = globSync('packaging/packages/scripts/*.sh', { cwd: root });
  assert.ok(scripts.length > 0);
  for (const script of [...scripts, 'packaging/cron/cherub-heartbeat', 'packaging/openrc/cherub-agent']) {
    run('dash', ['-n', join(root, script)]);
    run('busybox', ['sh', '-n', join(root, script)]);
    assert.doesNotMatch(readFileSync(join(root, script), 'utf8'), /\b(curl|wget|http|apt|dnf)\b/);
  }
});
