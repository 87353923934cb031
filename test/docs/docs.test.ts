import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { blocksOf, commandsOf, docFiles } from './read-docs.ts';

const root = join(import.meta.dirname, '../..');
const files = docFiles(root);
const scratch = mkdtempSync(join(tmpdir(), 'cherub-docs-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** A place to run a document's commands in: the two programs on the path, the example configs beside. */
function workshop(name: string): { cwd: string; path: string } {
  const cwd = join(scratch, name.replaceAll('/', '_'));
  cpSync(join(root, 'packaging/config'), cwd, { recursive: true });
  const programs: [string, string][] = [
    ['cherub', 'companion/main.ts'],
    ['cherub-agent', 'agent/platform/node/main.ts'],
  ];
  for (const [program, main] of programs) {
    const file = join(cwd, '.bin', program);
    cpSync(join(root, 'LICENSE'), file);
    writeFileSync(file, `#!/bin/sh\nexec "${join(root, 'scripts/node')}" "${join(root, main)}" "$@"\n`);
    chmodSync(file, 0o755);
  }
  return { cwd, path: `${join(cwd, '.bin')}:${process.env['PATH'] ?? ''}` };
}

for (const file of files) {
  const shown = blocksOf(root, file).filter((block) => block.language === 'console');
  if (shown.length === 0) continue;
  test(`the commands shown in ${file} do what it says`, () => {
    const { cwd, path } = workshop(file);
    for (const command of shown.flatMap(commandsOf)) {
      const run = spawnSync('bash', ['-c', command.text], {
        cwd,
        env: { ...process.env, PATH: path, NO_COLOR: '1' },
        encoding: 'utf8',
        timeout: 60_000,
      });
      const told = `${file}:${command.line}: $ ${command.text}\n${run.stdout}${run.stderr}`;
      assert.equal(run.status, command.exitCode, told);
    }
  });
}

test('every script and option in a shell block of the docs exists', () => {
  const broken: string[] = [];
  for (const block of files.flatMap((file) => blocksOf(root, file)).filter((b) => b.language === 'sh')) {
    for (const line of block.lines) {
      const call = /^\s*(scripts\/[a-z-]+)((?:\s+[^\s#|&;]+)*)/.exec(line);
      if (call?.[1] === undefined) continue;
      const script = join(root, call[1]);
      if (!existsSync(script)) {
        broken.push(`${block.file}:${block.line}: ${call[1]} does not exist`);
        continue;
      }
      const options = [...(call[2] ?? '').matchAll(/--[a-z-]+/g)].map((match) => match[0]);
      const help = options.length === 0 ? '' : spawnSync(script, ['--help'], { encoding: 'utf8' }).stdout;
      for (const option of options) {
        if (!help.includes(option)) broken.push(`${block.file}:${block.line}: ${call[1]} knows no ${option}`);
      }
    }
  }
  assert.deepEqual(broken, []);
});

test('every file and folder that the docs name exists', () => {
  const broken = files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((m) =>
      join(dirname(file), m[1] ?? ''),
    );
    const folders = 'protocol|agent|companion|packaging|cloud-init|scripts|test|bench|docs';
    const named = [...text.matchAll(new RegExp(`\`((?:${folders})/[A-Za-z0-9_./*{},-]*)\``, 'g'))].map(
      (m) => m[1] ?? '',
    );
    return [...links, ...named].filter((path) => !exists(path)).map((path) => `${file}: ${path}`);
  });
  assert.deepEqual(broken, []);
});

function exists(path: string): boolean {
  return /[*{]/.test(path) ? globSync(path, { cwd: root }).length > 0 : existsSync(join(root, path));
}
