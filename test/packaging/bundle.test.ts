import assert from 'node:assert/strict';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { type Bundle, bundleProgram, escapeNonAscii } from '../../packaging/build/bundle.ts';
import { packagesOf } from '../../packaging/build/licenses.ts';
import { buildPage } from '../../packaging/build/page.ts';
import { TARGETS } from '../../packaging/build/targets.ts';

const root = join(import.meta.dirname, '../..');
const programs = [...new Set(TARGETS.map((target) => target.program))];
const bundles = new Map<string, Promise<Bundle>>();

function bundleOf(name: string): Promise<Bundle> {
  const program = programs.find((each) => each.name === name) ?? assert.fail(name);
  const made =
    bundles.get(name) ?? bundleProgram(program, { root, version: '1.2.3', page: () => buildPage(root) });
  bundles.set(name, made);
  return made;
}

for (const { name } of programs) {
  describe(`the bundle of the ${name}`, () => {
    test('loads nothing but modules of Node.js at run time', async () => {
      for (const external of (await bundleOf(name)).externals) assert.ok(isBuiltin(external), external);
    });

    test('holds no tool of the build and no test', async () => {
      const tools = /^node_modules\/(esbuild|@yao-pkg|typescript|fast-check|playwright-core|protobufjs-cli)$/;
      for (const each of packagesOf((await bundleOf(name)).inputs)) assert.doesNotMatch(each, tools);
      for (const input of (await bundleOf(name)).inputs)
        assert.doesNotMatch(input, /^(test|bench|scripts)\//);
    });

    test('knows its version', async () => {
      assert.ok(Buffer.from((await bundleOf(name)).code).includes('"1.2.3"'));
    });
  });
}

describe('the bundle of the agent', () => {
  test('holds nothing of the companion', async () => {
    for (const input of (await bundleOf('agent')).inputs) {
      assert.match(
        input,
        /^(node_modules|protocol|agent\/core|agent\/platform\/node|packaging\/build\/shims)\//,
      );
    }
  });

  test('is plain ASCII, so that V8 keeps it with one byte for each character', async () => {
    assert.ok((await bundleOf('agent')).code.every((byte) => byte < 0x80));
  });

  test('means the same after its characters were escaped', () => {
    const code = escapeNonAscii("[/^[^\\x20-\\x7e…]$/.test('…'), /^[😀]$/u.test('😀'), 'é😀'.length, `1é`]");
    assert.doesNotMatch(code, /[^\0-\x7f]/);
    assert.deepEqual(runInNewContext(`JSON.stringify(${code})`), '[false,true,3,"1é"]');
  });

  test('carries systeminformation beside its source, not in it', async () => {
    const { code, assets } = await bundleOf('agent');
    assert.deepEqual([...assets.keys()], ['systeminformation']);
    const text = Buffer.from(assets.get('systeminformation') ?? []).toString();
    assert.ok(text.includes('dmidecode') && !Buffer.from(code).includes('dmidecode'));
  });

  test('loads nothing of OpenSSL', async () => {
    const { code, inputs } = await bundleOf('agent');
    assert.doesNotMatch(Buffer.from(code).toString(), /require\("(?:node:)?crypto"\)/);
    assert.ok(inputs.includes('packaging/build/shims/crypto.ts'));
  });

  test('has a source map, since its names are shortened', async () => {
    const { sourceMap } = await bundleOf('agent');
    const { sources } = JSON.parse(sourceMap ?? '{}') as { sources: string[] };
    assert.ok(sources.includes('agent/platform/node/main.ts'));
    for (const source of sources) assert.doesNotMatch(source, /^\//);
  });

  test('does not load ICU through Intl.DateTimeFormat', async () => {
    assert.ok(!Buffer.from((await bundleOf('agent')).code).includes('Intl.DateTimeFormat'));
  });

  test('sets the size of its thread pool before anything else', async () => {
    const head = Buffer.from((await bundleOf('agent')).code.subarray(0, 80)).toString();
    assert.match(head, /^process\.env\.UV_THREADPOOL_SIZE\?\?="6";/);
  });

  test('is the same, byte by byte, when made again', async () => {
    const before = await bundleOf('agent');
    bundles.delete('agent');
    const again = await bundleOf('agent');
    assert.ok(Buffer.from(again.code).equals(before.code));
  });
});
