import assert from 'node:assert/strict';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { type Bundle, bundleProgram } from '../../packaging/build/bundle.ts';
import { packagesOf } from '../../packaging/build/licenses.ts';
import { buildPage } from '../../packaging/build/page.ts';
import { TARGETS } from '../../packaging/build/targets.ts';

const root = join(import.meta.dirname, '../..');
const programs = [...new Set(TARGETS.map((target) => target.program))];
const bundles = new Map<string, Bundle>();

const bundleOf = (name: string): Bundle => bundles.get(name) ?? assert.fail(`${name} was not bundled`);

before(async () => {
  for (const program of programs) {
    const options = { root, version: '1.2.3', page: () => buildPage(root) };
    bundles.set(program.name, await bundleProgram(program, options));
  }
});

for (const { name } of programs) {
  describe(`the bundle of the ${name}`, () => {
    test('loads nothing but modules of Node.js at run time', () => {
      for (const external of bundleOf(name).externals) assert.ok(isBuiltin(external), external);
    });

    test('holds no tool of the build and no test', () => {
      const tools = /^node_modules\/(esbuild|@yao-pkg|typescript|fast-check|playwright-core|protobufjs-cli)$/;
      for (const each of packagesOf(bundleOf(name).inputs)) assert.doesNotMatch(each, tools);
      for (const input of bundleOf(name).inputs) assert.doesNotMatch(input, /^(test|bench|scripts)\//);
    });

    test('knows its version', () => {
      assert.ok(Buffer.from(bundleOf(name).code).includes('"1.2.3"'));
    });
  });
}

describe('the bundle of the agent', () => {
  test('holds nothing of the companion', () => {
    for (const input of bundleOf('agent').inputs) {
      assert.match(
        input,
        /^(node_modules|protocol|agent\/core|agent\/platform\/node|packaging\/build\/shims)\//,
      );
    }
  });

  test('does not load ICU through Intl.DateTimeFormat', () => {
    assert.ok(!Buffer.from(bundleOf('agent').code).includes('Intl.DateTimeFormat'));
  });

  test('sets the size of its thread pool before anything else', () => {
    const head = Buffer.from(bundleOf('agent').code.subarray(0, 80)).toString();
    assert.match(head, /^process\.env\.UV_THREADPOOL_SIZE\?\?="2";/);
  });

  test('is the same, byte by byte, when made again', async () => {
    const program = programs.find((each) => each.name === 'agent') ?? assert.fail();
    const again = await bundleProgram(program, { root, version: '1.2.3', page: async () => ({}) });
    assert.ok(Buffer.from(again.code).equals(bundleOf('agent').code));
  });
});
