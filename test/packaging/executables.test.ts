import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { parseLabel } from '#protocol/label/parse-label.ts';
import { TARGETS, type Target } from '../../packaging/build/targets.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const folder = mkdtempSync(join(tmpdir(), 'cherub-executables-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const SYSROOT = { x64: '/usr/x86_64-linux-gnu', arm64: '/usr/aarch64-linux-gnu' };
const EMULATOR = { x64: 'qemu-x86_64-static', arm64: 'qemu-aarch64-static' };

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs an executable of dist/, under user-mode emulation if it is for another machine. */
function run(target: Target, args: string[], env: NodeJS.ProcessEnv = {}): Outcome {
  const file = join(dist, target.output);
  const { architecture } = target;
  const native = arch() === architecture;
  const [program, lead] = native ? [file, []] : [EMULATOR[architecture], ['-L', SYSROOT[architecture], file]];
  const options = {
    encoding: 'utf8',
    timeout: 60_000,
    cwd: folder,
    env: { ...process.env, ...env },
  } as const;
  const { status, stdout, stderr, error } = spawnSync(program, [...lead, ...args], options);
  assert.equal(error, undefined, `${program}: ${error?.message}; run scripts/build and scripts/setup first`);
  return { status, stdout, stderr };
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

test('SHA256SUMS names every executable with its checksum', () => {
  const { status, stdout } = spawnSync('sha256sum', ['--check', 'SHA256SUMS'], {
    cwd: dist,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout);
  for (const { output } of TARGETS) assert.ok(stdout.includes(`${output}: OK`), output);
});

for (const target of TARGETS) {
  describe(target.output, () => {
    test('says its version', () => {
      const { status, stdout, stderr } = run(target, ['--version']);
      assert.equal(status, 0, stderr);
      assert.ok(stdout.includes(version), stdout);
    });

    test('helps', () => {
      const { status, stdout } = run(target, ['--help']);
      assert.equal(status, 0);
      assert.match(stdout, /usage/i);
    });

    test('keeps no path of the machine that made it', () => {
      const bytes = readFileSync(join(dist, target.output));
      assert.ok(!bytes.includes(`${root}/`));
    });

    test('does not let NODE_OPTIONS in', () => {
      assert.equal(run(target, ['--version'], { NODE_OPTIONS: '--no-such-option' }).status, 0);
    });
  });
}

for (const target of TARGETS.filter((each) => each.program.name === 'agent')) {
  describe(`${target.output} at work`, () => {
    const example = join(root, 'packaging/config/agent.yaml');

    test('takes the example configuration', () => {
      const { status, stderr } = run(target, ['--check-config', '--config', example]);
      assert.equal(status, 0, stderr);
    });

    test('names every problem of a bad configuration by line, and exits with 2', () => {
      const bad = write('bad.yaml', 'app: web\nheartbeat:\n  schedul: "* * * * * *"\nallow: [pin]\n');
      const { status, stdout, stderr } = run(target, ['--check-config', '--config', bad]);
      assert.equal(status, 2);
      assert.match(stdout + stderr, /bad\.yaml:3:\d+: heartbeat/);
      assert.match(stdout + stderr, /bad\.yaml:4:\d+: allow/);
    });

    test('prints a snapshot of this machine as JSON', () => {
      const { status, stdout, stderr } = run(target, ['snapshot', '--config', example]);
      assert.equal(status, 0, stderr);
      const snapshot = JSON.stringify(JSON.parse(stdout));
      assert.match(snapshot, /"load1"/);
      assert.match(snapshot, /"memory"/);
    });

    test('loads systeminformation out of itself when it is asked for', () => {
      const { status, stdout, stderr } = run(target, ['system-information']);
      assert.equal(status, 0, stderr);
      const { osPrettyName } = JSON.parse(stdout) as { osPrettyName: string };
      assert.notEqual(osPrettyName.trim(), '');
    });

    test('hands a label to logger, whose standard error is the console', () => {
      const logger = write('logger', `#!/bin/sh\necho "$0 $*" >>'${folder}/logged'\n`);
      spawnSync('chmod', ['+x', logger]);
      const logged = join(folder, 'logged');
      rmSync(logged, { force: true });
      const console = write('console', '');
      const text = `app: shop 4\nheartbeat: { logger: ${logger}, console: ${console} }\n`;
      const config = write('label.yaml', text);
      const { status, stderr } = run(target, ['heartbeat', '--config', config]);
      assert.equal(status, 0, stderr);
      const line = readFileSync(logged, 'utf8');
      assert.match(line, /-t cherub/);
      const parsed = parseLabel(line.trimEnd());
      assert.equal(parsed.kind, 'label', line);
      assert.equal(parsed.kind === 'label' ? parsed.label.app : '', 'shop 4');
    });
  });
}

describe('cherub-linux-x64 at work', () => {
  const target = TARGETS.find((each) => each.name === 'companion-x64') ?? assert.fail();

  test('takes the example configuration', () => {
    const config = join(folder, 'cherub.yaml');
    copyFileSync(join(root, 'packaging/config/cherub.yaml'), config);
    const { status, stderr } = run(target, ['check-config', '--config', config]);
    assert.equal(status, 0, stderr);
  });

  test('makes, reads and checks a recorder disk', () => {
    const disk = join(folder, 'recorder.img');
    assert.equal(run(target, ['disk', 'create', disk, '--size', '16M', '--app', 'web']).status, 0);
    assert.equal(run(target, ['disk', 'check', disk]).status, 0);
    assert.equal(run(target, ['disk', 'read', disk, '--json']).status, 0);
  });

  test('makes the certificates of a controller', () => {
    const { status, stderr } = run(target, ['controller', 'init', '--dir', join(folder, 'controller')]);
    assert.equal(status, 0, stderr);
  });
});
