import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { RULES, type Tree } from './rules.ts';

const root = join(import.meta.dirname, '../..');

/** What git tracks or would track, as text. */
function projectTree(): Tree {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const paths = list.split('\n').filter((path) => /\.(ts|json|md)$/.test(path) && exists(join(root, path)));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** For each rule, a tree that breaks it: proof that the gate can close. */
const BROKEN: Record<string, Record<string, string>> = {
  'a layer imports only what the folder table allows': {
    'agent/core/x.ts': "import { serve } from '#companion/serve/serve.ts';",
  },
  'every source file stands in a folder of the table': { 'helpers/x.ts': 'export const x = 1;' },
  'a pure layer imports no built-in and only its listed packages': {
    'protocol/x.ts': "import { readFileSync } from 'node:fs';",
  },
  'a pure layer uses no clock, timer, chance or process': {
    'protocol/x.ts': 'export const now = () => Date.now();',
  },
  'pure layers are compiled without any ambient types': {
    'protocol/x.ts': '',
    'protocol/tsconfig.json': '{"compilerOptions":{"types":["node"]}}',
  },
  'no check is switched off by a comment': { 'companion/x.ts': '// @ts-ignore\nexport const x = 1;' },
  'no test is skipped': { 'test/companion/x.test.ts': "test.skip('later', () => {});" },
  'a test of pure code never sleeps': { 'test/protocol/x.test.ts': 'setTimeout(done, 10);' },
  'a source file has at most 500 lines': { 'companion/x.ts': 'export {};\n'.repeat(501) },
  'source files are named in kebab-case': { 'companion/ringReader.ts': '' },
  'folders of one kind have the same file names': { 'companion/sources/qmp/client.ts': '' },
  'every runtime dependency has a decision record': {
    'package.json': '{"dependencies":{"left-pad":"1.0.0"}}',
  },
};

const project = projectTree();

for (const rule of RULES) {
  test(`the project keeps the rule: ${rule.name}`, () => {
    const found = rule.check(project).map((v) => `${v.path}:${v.line}: ${v.message}`);
    assert.deepEqual(found, []);
  });

  test(`the gate closes when it is broken: ${rule.name}`, () => {
    const broken = BROKEN[rule.name];
    assert.ok(broken, 'every rule needs an example that breaks it');
    assert.notEqual(rule.check(new Map(Object.entries(broken))).length, 0);
  });
}
